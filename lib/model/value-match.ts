import { EMPTY, UNKNOWN, type Meet } from './meet';
import { matchesRegex } from './regex';

/**
 * What the value of a header, a query parameter or a cookie has to be. A missing one satisfies `absent` only.
 *
 * A `regex` has to match the whole value.
 */
export type ValueMatch =
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'regex'; readonly text: string }
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' };

/** A condition on one header, query parameter or cookie. */
export interface NamedMatch {
  readonly name: string;
  readonly match: ValueMatch;
}

/** The values that satisfy both. */
export function meetValues(a: ValueMatch, b: ValueMatch): Meet<ValueMatch> {
  if (RANK[a.kind] > RANK[b.kind]) return meetValues(b, a);
  switch (a.kind) {
    case 'absent':
      return b.kind === 'absent' ? a : EMPTY;
    case 'exact':
      return satisfies(a.text, b) ? a : EMPTY;
    case 'prefix':
      if (b.kind !== 'prefix') return b.kind === 'present' ? a : UNKNOWN;
      if (a.text.startsWith(b.text)) return a;
      return b.text.startsWith(a.text) ? b : EMPTY;
    case 'regex':
      return b.kind === 'present' || (b.kind === 'regex' && a.text === b.text) ? a : UNKNOWN;
    case 'present':
      return a;
  }
}

/** Whether a value that is there satisfies the condition. */
export function satisfies(value: string, match: ValueMatch): boolean {
  switch (match.kind) {
    case 'absent':
      return false;
    case 'exact':
      return value === match.text;
    case 'prefix':
      return value.startsWith(match.text);
    case 'regex':
      return matchesRegex(match.text, value);
    case 'present':
      return true;
  }
}

/** How narrow the condition is: when one is contained in another, its number is the greater one. */
export function strength(match: ValueMatch): number {
  switch (match.kind) {
    case 'exact':
    case 'absent':
      return 1_000_000;
    case 'prefix':
      return 2 + match.text.length;
    case 'regex':
      return 1;
    case 'present':
      return 0;
  }
}

const RANK: Record<ValueMatch['kind'], number> = { absent: 0, exact: 1, prefix: 2, regex: 3, present: 4 };

/** In words, after a name: `= "jason"`. */
export function describeValue(match: ValueMatch): string {
  switch (match.kind) {
    case 'exact':
      return `= ${JSON.stringify(match.text)}`;
    case 'prefix':
      return `starts with ${JSON.stringify(match.text)}`;
    case 'regex':
      return `matches ${match.text}`;
    default:
      return `is ${match.kind}`;
  }
}
