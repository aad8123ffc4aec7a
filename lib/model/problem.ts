import type { Author } from './contribution';

/** Something that cannot be, with all who are part of it. Found when the contributions come together. */
export interface Problem {
  /** In the order in which the message names them; the first one reports it. */
  readonly authors: readonly Author[];
  readonly message: string;
}

/** `a`, `a and b`, `a, b and c`. */
export function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
