import { matchesPath, matchesText } from '../../simulate/route/match';
import type { NamedCondition, RowMatch } from '../../simulate/table/routes';

/** What of a request rules look at: its path, or a header, query parameter or claim by name. */
export type Dimension = 'path' | `header ${string}` | `query ${string}` | `claim ${string}`;

/** A condition on one dimension. A value that is not sent is `undefined`. */
export interface Condition {
  readonly dimension: Dimension;
  readonly atom: Atom;
  readonly isInverted: boolean;
  holds(value: string | undefined): boolean;
}

/** What is compared with. */
export interface Atom {
  readonly kind: 'exact' | 'prefix' | 'segments' | 'regex' | 'present';
  readonly text: string;
  readonly ignoreCase: boolean;
}

/** A class of requests as conditions, all of which have to be true. */
export function conditionsOf({ path, headers, query, claims }: RowMatch): readonly Condition[] {
  return [
    ...(path
      ? [
          {
            dimension: 'path' as const,
            atom: path,
            isInverted: false,
            holds: (value: string | undefined) => value !== undefined && matchesPath(path, value),
          },
        ]
      : []),
    ...headers.map((one) => named('header', one)),
    ...query.map((one) => named('query', one)),
    ...claims.map((one) => named('claim', one)),
  ];
}

/** As Envoy compares: what must not match, matches also if it is not sent (and then counts as empty). */
function named(part: 'header' | 'query' | 'claim', { name, kind, text, invert }: NamedCondition): Condition {
  return {
    dimension: `${part} ${name}`,
    atom: { kind, text, ignoreCase: false },
    isInverted: invert,
    holds: (value) => {
      if (kind === 'present') return (value !== undefined) !== invert;
      if (value === undefined) return part === 'header' && invert && !matchesText({ kind, text }, '');
      return matchesText({ kind, text }, value) !== invert;
    },
  };
}

/** Whether every request of the one class is for sure in the other, since it has all of its conditions. */
export function isNarrower(inner: readonly Condition[], outer: readonly Condition[]): boolean {
  const known = new Set(inner.map(keyOf));
  return outer.every((condition) => known.has(keyOf(condition)));
}

function keyOf({ dimension, atom: { kind, text, ignoreCase }, isInverted }: Condition): string {
  return JSON.stringify([dimension, kind, text, ignoreCase, isInverted]);
}
