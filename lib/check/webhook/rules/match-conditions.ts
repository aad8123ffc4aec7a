import type { View } from '../proto/messages';

export type Match = View<'HTTPMatchRequest'> | View<'TLSMatchAttributes'> | View<'L4MatchAttributes'>;

/** What a match asks for, without its name, as text: the same for matches that ask for the same. */
export function conditionsOf(match: Match): string {
  return JSON.stringify({ ...match, name: undefined }, (_, value: unknown) =>
    value instanceof Map
      ? [...(value as ReadonlyMap<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );
}
