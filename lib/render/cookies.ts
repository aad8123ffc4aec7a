import { escapeRegex } from '../model/regex';
import type { NamedMatch } from '../model/value-match';

/** A `cookie` header holds pairs that are separated by a semicolon and a blank, in any order. */
const BEFORE = '(?:.*;\\s*)?';
const BETWEEN = ';(?:.*;)?\\s*';
const AFTER = '(?:;.*)?';

/** An expression that the whole `cookie` header matches if all these cookies are in it. */
export function cookieRegex(cookies: readonly NamedMatch[]): string {
  const pairs = cookies.map(({ name, match }) => {
    const text = match.kind === 'exact' ? escapeRegex(match.text) : '[^;]*';
    return `${escapeRegex(name)}=${text}`;
  });
  const orders = permutations(pairs).map((order) => order.join(BETWEEN));
  return BEFORE + (orders.length === 1 ? orders[0]! : `(?:${orders.join('|')})`) + AFTER;
}

function permutations(list: readonly string[]): string[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
