import { show } from '../../finding';
import { http, TO } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { conditionsOf } from './match-conditions';

type StringMatch = View<'StringMatch'>;

/** A match of a prefix that may hide others, or be hidden. */
interface Prefix {
  readonly route: number;
  readonly match: number;
  readonly prefix: string;
  readonly port: number;
  readonly method: string;
  readonly authority: string;
  readonly maps: readonly ReadonlyMap<string, string>[];
}

/** Istio compares conditions as texts; of a regular expression it sees nothing. */
function textOf(match: StringMatch | undefined): string {
  if (match?.exact) return `exact:${match.exact}`;
  return match?.prefix ? `prefix:${match.prefix}` : '';
}

function textsOf(matches: ReadonlyMap<string, StringMatch>): ReadonlyMap<string, string> {
  return new Map([...matches].map(([name, match]) => [name, textOf(match)]));
}

function prefixesOf({ http: routes }: View<'VirtualService'>): Prefix[] {
  const found: Prefix[] = [];
  if (routes.reduce((count, { match }) => count + match.length, 0) < 2) return found;
  const seen = new Set<string>();
  for (const [route, { match: matches }] of routes.entries()) {
    if (matches.length === 0) break; // what follows gets nothing anyway
    for (const [match, one] of matches.entries()) {
      const prefix = one.uri?.prefix;
      if (!prefix) continue;
      const key = conditionsOf(one);
      if (!seen.has(key))
        found.push({
          route,
          match,
          prefix,
          port: one.port,
          method: textOf(one.method) || 'exact:GET',
          authority: textOf(one.authority),
          maps: [textsOf(one.headers), textsOf(one.queryParams), textsOf(one.withoutHeaders)],
        });
      seen.add(key);
    }
  }
  return found;
}

/** Whether the earlier match takes all that the later one would. */
function covers(earlier: Prefix, later: Prefix): boolean {
  if (later.prefix === earlier.prefix || !later.prefix.startsWith(earlier.prefix)) return false;
  if (earlier.port !== later.port) return false;
  if (!earlier.method.startsWith(later.method) || !earlier.authority.startsWith(later.authority))
    return false;
  return earlier.maps.every((map, i) => {
    const other = later.maps[i]!;
    return (
      map.size === other.size && [...map].every(([name, text]) => text.startsWith(other.get(name) ?? '\0'))
    );
  });
}

/** All pairs, by the earlier one. It is looked for by the beginnings of the later one: there may be thousands. */
function coveredIn(prefixes: readonly Prefix[]): readonly (readonly [Prefix, Prefix])[] {
  const seen = new Map<string, number[]>();
  const lengths = new Set<number>();
  const pairs: [number, number][] = [];
  prefixes.forEach((later, i) => {
    const { prefix } = later;
    for (const length of lengths) {
      if (length >= prefix.length) continue;
      for (const earlier of seen.get(prefix.slice(0, length)) ?? [])
        if (covers(prefixes[earlier]!, later)) pairs.push([earlier, i]);
    }
    lengths.add(prefix.length);
    const same = seen.get(prefix);
    if (same) same.push(i);
    else seen.set(prefix, [i]);
  });
  return pairs
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map(([earlier, later]) => [prefixes[earlier]!, prefixes[later]!]);
}

export const COVERED_PREFIX_RULES = [
  rule(
    'VirtualService',
    {
      id: 'prefix-covered',
      severity: 'warning',
      upstream: ['IST0131'],
      title: 'A shorter prefix stands before a longer one',
      why: 'Routes are asked in order, and the first one that matches wins: whatever has the longer prefix has the shorter one, too.',
      fix: 'Move the match with the longer prefix before the other.',
      bad: http(`match: [{uri: {prefix: /a}}], ${TO}`, `match: [{uri: {prefix: /a/b}}], ${TO}`),
      good: http(`match: [{uri: {prefix: /a/b}}], ${TO}`, `match: [{uri: {prefix: /a}}], ${TO}`),
    },
    (virtual, at) => {
      for (const [earlier, later] of coveredIn(prefixesOf(virtual)))
        at.say(
          `prefix ${show(later.prefix)} must stand before ${show(earlier.prefix)} of route ${earlier.route}`,
          'http',
          later.route,
          'match',
          later.match,
          'uri',
          'prefix',
        );
    },
  ),
];
