import { textOf } from '../../../manifest/fields';
import type { HostRule } from '../../../simulate/destination-rule/model';
import { isSubsetOf, isWildcard } from '../../../simulate/names/host';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { destinationRule, manifests, web } from '../fixture';

const OWNER = destinationRule(
  'shop/web',
  '{host: web, subsets: [{name: v1, labels: {version: v1}}], trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}}',
);
const wide = (host: string): string =>
  destinationRule(
    'shop/all',
    `{host: "${host}", trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}}`,
  );

export const wideRule = rule({
  id: 'destination-rule-replaced',
  title: 'A wider DestinationRule that a narrower one replaces',
  severity: 'info',
  why: 'Callers use one DestinationRule, the narrowest of the first namespace that has any: the settings of the wider one are not added to it.',
  fix: 'Repeat what has to hold for this host in its own DestinationRule.',
  upstream: ['KIA0201', 'KIA0204'],
  bad: manifests(web('shop/web'), OWNER, wide('*.shop.svc.cluster.local')),
  good: manifests(web('shop/web'), OWNER, wide('*.other.svc.cluster.local')),
  check(mesh, reporter) {
    const rules = mesh.hostRules();
    const wildcards = rules.filter(({ host, policy }) => isWildcard(host) && policy);
    for (const rule of rules) {
      const wider = wildcards.filter(
        (one) =>
          one.namespace === rule.namespace && one.host !== rule.host && isSubsetOf(rule.host, one.host),
      );
      const lost = wider.flatMap(({ policy, from }) =>
        settingsMissing(policy, rule.policy).map((field) => `${field} of ${from[0]!.name}`),
      );
      if (lost.length > 0)
        reporter.add(
          rule.from[0]!.document,
          ['spec', 'trafficPolicy'],
          `trafficPolicy must repeat what still has to hold for ${rule.host}, got nothing of ${lost.join(', ')}`,
        );
    }
  },
});

const SETTINGS = ['connectionPool', 'loadBalancer', 'outlierDetection', 'tls'];

function settingsMissing(outer: HostRule['policy'], inner: HostRule['policy']): readonly string[] {
  return SETTINGS.filter((field) => outer?.[field] !== undefined && inner?.[field] === undefined);
}

export const foreignRule = rule({
  id: 'destination-rule-hides-owner',
  title: 'A DestinationRule that hides the one of the service’s owner',
  severity: 'warning',
  why: 'Callers of this namespace use it instead of the owner’s: subsets, circuit breakers and TLS settings that it does not repeat are gone for them, and routes to these subsets get 503.',
  fix: 'Repeat what the owner’s rule says, narrow the host, or remove one of the two.',
  links: [
    'https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration',
  ],
  bad: manifests(
    web('shop/web'),
    OWNER,
    destinationRule(
      'client/all',
      '{host: "*.local", trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}}',
    ),
  ),
  good: manifests(
    web('shop/web'),
    OWNER,
    destinationRule(
      'client/all',
      '{host: "*.com", trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}}',
    ),
  ),
  check(mesh, reporter) {
    const { domain, rootNamespace } = mesh.settings;
    const rules = mesh.hostRules();
    const owners = new Map<string, HostRule[]>();
    for (const rule of rules) {
      const isOwner =
        rule.host.endsWith(`.${rule.namespace}.svc.${domain}`) && !rule.selector && !isWildcard(rule.host);
      if (isOwner) push(owners, rule.host, rule);
    }
    for (const rule of rules) {
      if (rule.namespace === rootNamespace || rule.selector) continue;
      const hidden = (
        isWildcard(rule.host) ? [...owners.values()].flat() : (owners.get(rule.host) ?? [])
      ).filter(
        (owner) =>
          owner.namespace !== rule.namespace &&
          isSubsetOf(owner.host, rule.host) &&
          sees(rule.namespace, owner) &&
          loses(rule, owner),
      );
      if (hidden.length === 0) continue;
      const names = hidden.slice(0, 3).map(({ namespace, from }) => `${namespace}/${from[0]!.name}`);
      reporter.add(
        rule.from[0]!.document,
        ['spec', 'host'],
        `host must leave callers the owner’s DestinationRule, got ${textOf(rule.from[0]!.spec.host)}, which hides ${names.join(', ')}${hidden.length > 3 ? ' and others' : ''}`,
      );
    }
  },
});

/** Whether callers of the namespace would have the owner’s rule. */
function sees(namespace: string, { exportTo }: HostRule): boolean {
  return exportTo.size === 0 || exportTo.has('*') || exportTo.has(namespace);
}

function loses(rule: HostRule, owner: HostRule): boolean {
  const names = new Set(rule.subsets.map(({ name }) => name));
  return (
    owner.subsets.some(({ name }) => !names.has(name)) ||
    settingsMissing(owner.policy, rule.policy).length > 0
  );
}
