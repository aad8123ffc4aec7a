import type { HttpMatch, HttpRule } from '../virtual-service/model';

/**
 * Rules in the order in which Istio tries them: exact paths, then prefixes, then expressions, longer ones first; then by
 * method, number of headers and number of query parameters. Otherwise as they came.
 */
export function inPrecedence(rules: readonly HttpRule[]): readonly HttpRule[] {
  return [...rules].sort(({ matches: [a] }, { matches: [b] }) => {
    if (!a || !b) return Number(!a) - Number(!b);
    return (
      rankOf(b) - rankOf(a) ||
      lengthOf(b) - lengthOf(a) ||
      Number(b.method !== undefined) - Number(a.method !== undefined) ||
      b.headers.size - a.headers.size ||
      b.query.size - a.query.size
    );
  });
}

function rankOf({ uri }: HttpMatch): number {
  return uri ? ['present', 'regex', 'prefix', 'exact'].indexOf(uri.kind) : -1;
}

function lengthOf({ uri }: HttpMatch): number {
  return uri ? new TextEncoder().encode(uri.text).length : 0;
}
