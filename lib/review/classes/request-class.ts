import type { RowMatch } from '../../simulate/table/routes';
import { conditionsOf, isNarrower } from './conditions';

/** Some requests, by what they have in common. */
export interface RequestClass {
  /** All of them are true. */
  readonly matches: readonly RowMatch[];
  /** Others, which come first, are not in it. */
  readonly isRest: boolean;
  /** These are not in it. */
  readonly except: readonly RowMatch[];
}

/** The requests that are in both, said in as few conditions as possible. */
export function classOf(
  one: RowMatch,
  other: RowMatch,
  isRest: boolean,
  except: readonly RowMatch[] = [],
): RequestClass {
  const parts = distinct([...partsOf(one), ...partsOf(other)]);
  const paths = parts.filter(({ path }) => path);
  const needed = parts.filter(
    (part) => !part.path || !paths.some((narrower) => narrower !== part && isPathIn(narrower, part)),
  );
  return { matches: [joined(needed)].concat(needed.filter(({ path }) => path).slice(1)), isRest, except };
}

/** The requests of a class that are of an operation which policies speak of. */
export function operationIn(
  own: RequestClass,
  operation: { readonly of: readonly RowMatch[]; readonly except: readonly RowMatch[] },
): RequestClass {
  return {
    ...own,
    matches: [...own.matches, ...operation.of],
    except: widest([...own.except, ...operation.except]),
  };
}

/** Those that are not in any other one. */
export function widest(matches: readonly RowMatch[]): readonly RowMatch[] {
  const all = matches.map((match) => ({ match, conditions: conditionsOf(match) }));
  return all
    .filter(
      (one, i) =>
        !all.some((other, j) => {
          if (i === j || !isNarrower(one.conditions, other.conditions)) return false;
          return j < i || !isNarrower(other.conditions, one.conditions);
        }),
    )
    .map(({ match }) => match);
}

/** Conditions one by one. */
function partsOf({ path, headers, query, claims }: RowMatch): readonly RowMatch[] {
  const none = { headers: [], query: [], claims: [] };
  return [
    ...(path ? [{ ...none, path }] : []),
    ...headers.map((one) => ({ ...none, headers: [one] })),
    ...query.map((one) => ({ ...none, query: [one] })),
    ...claims.map((one) => ({ ...none, claims: [one] })),
  ];
}

function distinct(parts: readonly RowMatch[]): readonly RowMatch[] {
  return parts.filter(
    (part, i) => !parts.slice(0, i).some((earlier) => isNarrower(conditionsOf(earlier), conditionsOf(part))),
  );
}

function joined(parts: readonly RowMatch[]): RowMatch {
  const path = parts.find((part) => part.path)?.path;
  return {
    ...(path && { path }),
    headers: parts.flatMap((part) => part.headers),
    query: parts.flatMap((part) => part.query),
    claims: parts.flatMap((part) => part.claims),
  };
}

/** Whether the one path condition implies the other. */
function isPathIn({ path: inner }: RowMatch, { path: outer }: RowMatch): boolean {
  if (!inner || !outer) return false;
  if (inner.ignoreCase !== outer.ignoreCase || inner.kind === 'regex') return false;
  if (outer.kind === 'regex' || outer.kind === 'exact' || !inner.text.startsWith(outer.text)) return false;
  if (outer.kind === 'prefix' || outer.text.endsWith('/')) return true;
  if (inner.text.length > outer.text.length) return inner.text[outer.text.length] === '/';
  return inner.kind !== 'prefix';
}
