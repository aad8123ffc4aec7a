import { stripVTControlCharacters } from 'node:util';

/** What jest says of an expectation that is not met, without colours. */
export function failureOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
  throw new Error('the expectation must fail, and is met');
}

/** The two lines that say what was expected and what is. */
export function sidesOf(expectation: () => void): readonly string[] {
  return failureOf(expectation)
    .split('\n')
    .filter((line) => /^(Expected|Received): /.test(line));
}
