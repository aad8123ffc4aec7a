import type { View } from '../proto/messages';

export type Match = View<'HTTPMatchRequest'> | View<'TLSMatchAttributes'> | View<'L4MatchAttributes'>;

/**
 * What a match asks for, without its name, as text: the same for matches that ask for the same. Fields that are zero
 * or empty are left out, whether or not they were written.
 */
export function conditionsOf(match: Match): string {
  return JSON.stringify({ ...match, name: undefined }, (_, value: unknown) =>
    value instanceof Map ? entriesOf(value) : value,
  );
}

function entriesOf(map: ReadonlyMap<string, unknown>): readonly unknown[] | undefined {
  if (map.size === 0) return undefined;
  return map.size === 1 ? [...map] : [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
