import type { Document } from '../../manifest/document';
import { fieldsList, fieldsOf, textOf, textsOf } from '../../manifest/fields';
import type { NamedCondition, RowMatch } from '../../simulate/table/routes';

/** What rules of AuthorizationPolicies ask of requests, condition by condition: each is on one path, method or header. */
export function atomsOf(policies: readonly Document[]): readonly RowMatch[] {
  const found = new Map<string, RowMatch>();
  for (const policy of policies) for (const atom of atomsIn(policy)) found.set(JSON.stringify(atom), atom);
  return [...found.values()];
}

const known = new WeakMap<Document, readonly RowMatch[]>();

function atomsIn(policy: Document): readonly RowMatch[] {
  let atoms = known.get(policy);
  if (!atoms) known.set(policy, (atoms = read(policy)));
  return atoms;
}

function read({ object }: Document): readonly RowMatch[] {
  return fieldsList(fieldsOf(object.spec).rules).flatMap((rule) => [
    ...fieldsList(rule.to).flatMap(({ operation }) => {
      const { paths, notPaths, methods, notMethods } = fieldsOf(operation);
      return [
        ...[...textsOf(paths), ...textsOf(notPaths)].flatMap(pathAtom),
        ...[...textsOf(methods), ...textsOf(notMethods)].map((text) => headerAtom(':method', text)),
      ];
    }),
    ...fieldsList(rule.when).flatMap(({ key, values, notValues }) => {
      const name = /^request\.headers\[(.+)\]$/.exec(textOf(key) ?? '')?.[1]?.toLowerCase();
      return name === undefined
        ? []
        : [...textsOf(values), ...textsOf(notValues)].map((text) => headerAtom(name, text));
    }),
  ]);
}

function headerAtom(name: string, text: string): RowMatch {
  const condition: NamedCondition = { name, ...patternOf(text), invert: false };
  return { headers: [condition], query: [], claims: [] };
}

/** Nothing for `*`, which every path is. */
function pathAtom(text: string): readonly RowMatch[] {
  if (text === '*') return [];
  const { kind, text: wanted } = /\{\*{1,2}\}/.test(text)
    ? { kind: 'regex' as const, text: templateRegex(text) }
    : patternOf(text);
  if (kind === 'present') return [];
  return [{ path: { kind, text: wanted, ignoreCase: false }, headers: [], query: [], claims: [] }];
}

/** `{*}` is one segment, `{**}` any text. */
function templateRegex(text: string): string {
  return text
    .split(/(\{\*{1,2}\})/)
    .map((part) => (part === '{**}' ? '.*' : part === '{*}' ? '[^/]+' : literal(part)))
    .join('');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `a*`, `*a`, `*` */
function patternOf(text: string): { kind: 'exact' | 'prefix' | 'regex' | 'present'; text: string } {
  if (text === '*') return { kind: 'present', text: '' };
  if (text.startsWith('*')) return { kind: 'regex', text: `.*${literal(text.slice(1))}` };
  if (text.endsWith('*')) return { kind: 'prefix', text: text.slice(0, -1) };
  return { kind: 'exact', text };
}
