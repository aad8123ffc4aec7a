import { groupOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsList, fieldsOf, textOf, textsOf, type Fields } from '../../manifest/fields';
import type { NamedCondition, RowMatch } from '../../simulate/table/routes';
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

/** Policies that look at requests, as far as a namespace is concerned. */
export function policiesFor(
  { byNamespace, settings }: Subject,
  namespaces: readonly string[],
): readonly Document[] {
  return byNamespace.policiesIn([...namespaces, settings.rootNamespace]);
}

const MOST = 64;

/** The operations that the rules of AuthorizationPolicies speak of, as classes of requests. */
export function operationsOf(policies: readonly Document[]): readonly RowMatch[] {
  const found = new Map<string, RowMatch>();
  for (const { object } of policies) {
    for (const rule of fieldsList(fieldsOf(object.spec).rules)) {
      const headers = fieldsList(rule.when).flatMap(headersIn);
      const operations = fieldsList(rule.to).map(({ operation }) => fieldsOf(operation));
      for (const operation of operations.length > 0 ? operations : [{}]) {
        for (const match of matchesOf(operation, headers)) found.set(JSON.stringify(match), match);
      }
    }
  }
  return [...found.values()].slice(0, MOST);
}

/** Whether a policy asks for something that samples do not have: addresses, tokens, ports, hosts. */
export function asksForMore({ object }: Document): boolean {
  if (object.kind !== 'AuthorizationPolicy') return true;
  return fieldsList(fieldsOf(object.spec).rules).some((rule) => {
    const sources = fieldsList(rule.from).flatMap(({ source }) => Object.keys(fieldsOf(source)));
    const operations = fieldsList(rule.to).flatMap(({ operation }) => Object.keys(fieldsOf(operation)));
    const keys = fieldsList(rule.when).map(({ key }) => textOf(key) ?? '');
    return (
      sources.some((one) => !/^(not)?(principals|namespaces|serviceAccounts)$/i.test(one)) ||
      operations.some((one) => !/^(not)?(methods|paths)$/i.test(one)) ||
      keys.some((key) => !key.startsWith('request.headers['))
    );
  });
}

function headersIn(when: Fields): readonly NamedCondition[] {
  const name = /^request\.headers\[(.+)\]$/.exec(textOf(when.key) ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return [];
  return [...textsOf(when.values), ...textsOf(when.notValues)].slice(0, 1).map((text) => ({
    name,
    ...patternOf(text),
    invert: false,
  }));
}

function matchesOf(operation: Fields, headers: readonly NamedCondition[]): readonly RowMatch[] {
  const paths = [...textsOf(operation.paths), ...textsOf(operation.notPaths)];
  const methods = [...textsOf(operation.methods), ...textsOf(operation.notMethods)];
  const none = { query: [], claims: [] };
  return (paths.length > 0 ? paths : [undefined]).flatMap((path) =>
    (methods.length > 0 ? methods : [undefined]).map((method) => ({
      ...none,
      headers: [
        ...(method === undefined ? [] : [{ name: ':method', ...patternOf(method), invert: false }]),
        ...headers,
      ],
      ...(path !== undefined && { path: pathOf(path) }),
    })),
  );
}

function pathOf(text: string): NonNullable<RowMatch['path']> {
  if (text.includes('{')) return { kind: 'regex', text: templateRegex(text), ignoreCase: false };
  const { kind, text: wanted } = patternOf(text);
  return { kind: kind === 'present' ? 'prefix' : kind, text: wanted, ignoreCase: false };
}

function templateRegex(text: string): string {
  return text.replace(/\{\*\*\}/g, '.*').replace(/\{\*\}/g, '[^/]+');
}

/** `a*`, `*a`, `*` */
function patternOf(text: string): { kind: 'exact' | 'prefix' | 'regex' | 'present'; text: string } {
  if (text === '*') return { kind: 'present', text: '' };
  if (text.endsWith('*')) return { kind: 'prefix', text: text.slice(0, -1) };
  if (text.startsWith('*'))
    return { kind: 'regex', text: `.*${text.slice(1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` };
  return { kind: 'exact', text };
}
