import { groupOf, namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsList, fieldsOf, textMap, textOf } from '../../manifest/fields';
import type { Receiver } from '../../simulate/decision';
import type { HostTable } from '../../simulate/table/routes';
import type { HostRef } from './hosts';
import type { Subject } from './subject';

/** Whether it decides who may send what to whom. */
export function isSecurity({ object }: Document): boolean {
  return groupOf(object.apiVersion) === 'security.istio.io';
}

/** Whether it says which policies hold for whom. */
export function isSecured({ object }: Document): boolean {
  return [
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'Rollout',
    'Pod',
    'Namespace',
    'Gateway',
  ].includes(object.kind);
}

/**
 * Policies that look at requests, as far as they can hold for a host: those of its gateway, and of those who get requests.
 * @param tables how the host is seen, which says who that is
 */
export function policiesFor(
  { byNamespace, settings }: Subject,
  { gateway }: HostRef,
  tables: readonly HostTable[],
): readonly Document[] {
  const own = gateway?.gateway.namespace ?? (gateway && 'istio-system');
  const receivers = new Set(tables.flatMap(receiversIn));
  const namespaces = [...receivers].map(({ namespace }) => namespace);
  return byNamespace
    .policiesIn([...namespaces, ...(own === undefined ? [] : [own]), settings.rootNamespace])
    .filter((policy) => {
      const at = namespaceOf(policy);
      if (own !== undefined && (at === own || at === settings.rootNamespace)) return true;
      const wanted = textMap(fieldsOf(fieldsOf(policy.object.spec).selector).matchLabels);
      return [...receivers].some(
        ({ namespace, labels }) =>
          (at === namespace || at === settings.rootNamespace) &&
          [...wanted].every(([name, text]) => labels[name] === text),
      );
    });
}

function receiversIn({ rows }: HostTable): readonly Receiver[] {
  return rows.flatMap(({ outcome }) =>
    outcome.outcomes.flatMap((one) => (one.kind === 'forwarded' ? one.workloads : [])),
  );
}

/** Whether a policy asks for something that samples do not have: addresses, tokens, host names. */
export function asksForMore({ object }: Document): boolean {
  if (object.kind !== 'AuthorizationPolicy') return true;
  return fieldsList(fieldsOf(object.spec).rules).some((rule) => {
    const sources = fieldsList(rule.from).flatMap(({ source }) => Object.keys(fieldsOf(source)));
    const operations = fieldsList(rule.to).flatMap(({ operation }) => Object.keys(fieldsOf(operation)));
    const keys = fieldsList(rule.when).map(({ key }) => textOf(key) ?? '');
    return (
      sources.some((one) => !/^(not)?(principals|namespaces|serviceAccounts)$/i.test(one)) ||
      operations.some((one) => !/^(not)?(methods|paths|ports)$/i.test(one)) ||
      keys.some(
        (key) =>
          !/^(request\.headers\[.+\]|source\.(principal|namespace|serviceAccount)|destination\.port)$/.test(
            key,
          ),
      )
    );
  });
}
