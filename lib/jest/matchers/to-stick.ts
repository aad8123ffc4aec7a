import type { AffinityKey } from '../../simulate/decision';
import { fail } from '../../values/check';
import { matcher } from '../matcher';

/** What requests have in common that reach the same endpoint. */
export type StickTo =
  { readonly header: string } | { readonly query: string } | { readonly cookie: string } | 'source-ip';

export const toStick = matcher(
  { name: 'toStick', arguments: 'to', hides: ['security', 'fault'] },
  ({ decision: { affinity } }, to?: StickTo) => {
    const received = affinity.length > 0 ? affinity.map(show).join(', ') : 'nothing: any endpoint';
    if (to === undefined) return { pass: affinity.length > 0, expected: 'anything', received };
    const { kind, name } = read(to);
    return {
      pass: affinity.some(
        (key) =>
          key.kind === kind &&
          (key.kind === 'source-ip' ||
            (kind === 'header' ? key.name.toLowerCase() === name.toLowerCase() : key.name === name)),
      ),
      expected: name === '' ? kind : `${kind} ${name}`,
      received,
    };
  },
);

function show(key: AffinityKey): string {
  return key.kind === 'source-ip' ? key.kind : `${key.kind} ${key.name}`;
}

function read(to: unknown): { kind: string; name: string } {
  if (to === 'source-ip') return { kind: to, name: '' };
  const entries = typeof to === 'object' && to !== null ? Object.entries(to) : [];
  const [kind, name] = entries[0] ?? [];
  if (entries.length === 1 && typeof name === 'string' && ['header', 'query', 'cookie'].includes(kind!))
    return { kind: kind!, name };
  return fail(
    'what requests stick to',
    "{ header }, { query }, { cookie } or 'source-ip'",
    to,
    "write { header: 'x-user' }",
  );
}
