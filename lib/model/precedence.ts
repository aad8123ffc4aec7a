import type { Condition } from './condition';
import { strength } from './value-match';

/**
 * The one order of routes: the Gateway API's written precedence, and what it leaves open decided so that a narrower
 * condition always comes before one that contains it.
 *
 * 1. An exact path, then a regular expression, then a prefix (the longer the earlier), then no path.
 * 2. A method before none.
 * 3. More headers (cookies share one), then more query parameters.
 * 4. More cookies, more facts about the caller, then exact values before prefixes, expressions and mere presence.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httprouterule
 * @returns less than 0 if `a` comes first, 0 if this order cannot tell.
 */
export function comparePrecedence(a: Condition, b: Condition): number {
  const x = precedence(a);
  const y = precedence(b);
  for (let i = 0; i < x.length; i++) {
    const difference = x[i]! - y[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

const computed = new WeakMap<Condition, readonly number[]>();

function precedence(condition: Condition): readonly number[] {
  let numbers = computed.get(condition);
  if (!numbers) {
    const { path, method, headers, cookies, query, source } = condition;
    const sources = source ? source.labels.length + (source.namespace ? 1 : 0) : 0;
    const strengths = [...headers, ...cookies, ...query].reduce((sum, { match }) => sum + strength(match), 0);
    numbers = [
      path ? PATH_RANK[path.kind] : 3,
      path ? -path.path.length : 0,
      method ? 0 : 1,
      -(headers.length + Math.min(cookies.length, 1)),
      -query.length,
      -cookies.length,
      -sources,
      path?.kind === 'string-prefix' ? 1 : 0,
      -strengths,
    ];
    computed.set(condition, numbers);
  }
  return numbers;
}

const PATH_RANK = { exact: 0, regex: 1, prefix: 2, 'string-prefix': 2 } as const;
