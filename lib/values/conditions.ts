import { isAny, type Condition } from '../model/condition';
import { fail } from './check';
import type { Match } from './match';

/** The alternatives of a list of matches; none for every request. */
export function conditionsOf(matches: Match[] | undefined, thing: string): readonly Condition[] {
  if (matches?.length === 0) {
    fail(
      `the match of ${thing}`,
      'a list of at least one condition',
      matches,
      'leave match away to mean every request',
    );
  }
  const conditions = (matches ?? []).map(({ _condition }) => _condition);
  return conditions.every(isAny) ? [] : conditions;
}
