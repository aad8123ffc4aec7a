import { isNarrower, type Condition, type Dimension } from './conditions';
import type { Domain } from './values';

/** A request, as far as conditions look at it: what is not in here is not sent, or as in any request. */
export type Probe = ReadonlyMap<Dimension, string | undefined>;

/** A probe that is in a class; that there is none; or that nobody can tell. */
export type Found = { readonly probe: Probe } | 'none' | 'unknown';

const MOST_STEPS = 20_000;

/** Looks for a request for which all of `wanted` is true, and none of the classes of `taken`. */
export function findProbe(
  wanted: readonly Condition[],
  taken: readonly (readonly Condition[])[],
  domains: readonly Domain[],
): Found {
  if (taken.some((conditions) => isNarrower(wanted, conditions))) return 'none';
  const mentioned = new Set([...wanted, ...taken.flat()].map(({ dimension }) => dimension));
  const open = domains.filter(({ dimension }) => mentioned.has(dimension));
  const choices = open.map(({ dimension, values }) =>
    values.filter((value) =>
      wanted.every((condition) => condition.dimension !== dimension || condition.holds(value)),
    ),
  );
  if (choices.some((values, i) => values.length === 0 && open[i]!.isComplete)) return 'none';
  const probe = new Map<Dimension, string | undefined>();
  let steps = 0;
  /** `alive`: the classes of which nothing is untrue so far. */
  const search = (i: number, alive: readonly (readonly Condition[])[]): boolean => {
    if (steps++ > MOST_STEPS) return false;
    if (i === open.length) return alive.length === 0;
    const { dimension } = open[i]!;
    for (const value of choices[i]!) {
      const left = alive.filter((conditions) =>
        conditions.every((condition) => condition.dimension !== dimension || condition.holds(value)),
      );
      probe.set(dimension, value);
      if (search(i + 1, left)) return true;
    }
    probe.delete(dimension);
    return false;
  };
  if (search(0, taken)) return { probe };
  return steps > MOST_STEPS || open.some(({ isComplete }) => !isComplete) ? 'unknown' : 'none';
}

/** Whether a request is in a class. */
export function isIn(conditions: readonly Condition[], probe: Probe): boolean {
  return conditions.every((condition) => condition.holds(valueOf(probe, condition.dimension)));
}

function valueOf(probe: Probe, dimension: Dimension): string | undefined {
  return probe.get(dimension) ?? USUAL[dimension];
}

const USUAL: Readonly<Record<string, string | undefined>> = { path: '/', 'header :method': 'GET' };
