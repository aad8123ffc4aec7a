import { fail } from '../../values/check';

/** What a share, a status or a header may be compared with: itself, or `expect.closeTo(33, 0)` and its like. */
export type Expected<T> = T | AsymmetricMatcher;

/** `expect.any(...)`, `expect.stringMatching(...)`, ... */
export interface AsymmetricMatcher {
  asymmetricMatch(other: unknown): boolean;
  toString(): string;
}

export function isAsymmetric(expected: unknown): expected is AsymmetricMatcher {
  return (
    typeof expected === 'object' &&
    expected !== null &&
    'asymmetricMatch' in expected &&
    typeof expected.asymmetricMatch === 'function'
  );
}

/** A mapping that somebody wrote as an argument. */
export function checkFields(thing: string, got: unknown, advice: string): Readonly<Record<string, unknown>> {
  if (typeof got !== 'object' || got === null || Array.isArray(got) || isAsymmetric(got))
    fail(thing, 'an object', got, advice);
  return got as Record<string, unknown>;
}

/** Options that nobody knows are most often misspelled ones. */
export function checkKeys(
  thing: string,
  got: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const key of Object.keys(got)) {
    if (!known.includes(key))
      fail(`an option of ${thing}`, `one of ${known.join(', ')}`, key, 'correct its name');
  }
}

/** 0 to 100, or an asymmetric matcher. */
export function checkPercent(thing: string, got: unknown): Expected<number> {
  if (isAsymmetric(got)) return got;
  if (typeof got !== 'number' || !(got >= 0 && got <= 100))
    fail(thing, 'a number from 0 to 100', got, 'give percent, such as 50');
  return got;
}
