import type { RouteRow, RowMatch } from '../../simulate/table/routes';
import { conditionsOf, isNarrower, type Condition } from '../classes/conditions';
import { domainsOf, type Domain } from '../classes/values';
import { widest } from '../classes/request-class';
import { findProbe, isIn, type Probe } from '../classes/witness';

/** The requests that one row is for before and another after: the intersection of two classes. */
export interface Cell {
  readonly before: RouteRow;
  readonly after: RouteRow;
  readonly isRest: boolean;
  /** The classes that come first and have requests in common with this one. */
  readonly except: () => readonly RowMatch[];
  /** Some of the requests. None where it could not be told whether there is any. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly probe: Probe;
  /** Of which operations that policies speak of the request is one. Absent: nobody looked. */
  readonly operation?: Operation;
}

/** All of the first, none of the second. */
export interface Operation {
  readonly of: readonly RowMatch[];
  readonly except: readonly RowMatch[];
}

const VARIANTS = 6;
const MOST_PAIRED = 12;

/**
 * All classes of requests that the two tables together can tell apart.
 * @param policies what else may make a difference within a class
 */
export function cellsOf(
  before: readonly RouteRow[],
  after: readonly RouteRow[],
  policies: readonly RowMatch[],
): readonly Cell[] {
  const [first, second, rules] = [before, after, policies.map((match) => ({ match }))].map((rows) =>
    rows.map(({ match }) => conditionsOf(match)),
  ) as [Condition[][], Condition[][], Condition[][]];
  const domains = domainsOf([...first, ...second, ...rules].flat());
  const cells: Cell[] = [];
  first.forEach((one, i) => {
    second.forEach((other, j) => {
      const search = new Search([...one, ...other], [...first.slice(0, i), ...second.slice(0, j)], domains);
      const base = search.find([], []);
      if (base === 'none') return;
      const samples = base === 'unknown' ? [] : search.samples(base.probe, rules, policies);
      const earlier = [...before.slice(0, i), ...after.slice(0, j)].map(({ match }) => match);
      const except = () => widest(earlier.filter((match) => search.overlaps(conditionsOf(match))));
      cells.push({ before: before[i]!, after: after[j]!, isRest: i + j > 0, except, samples });
    });
  });
  return cells;
}

/** The samples of one cell. */
class Search {
  constructor(
    private readonly wanted: readonly Condition[],
    private readonly taken: readonly (readonly Condition[])[],
    private readonly domains: readonly Domain[],
  ) {}

  find(wanted: readonly Condition[], taken: readonly (readonly Condition[])[]) {
    return findProbe([...this.wanted, ...wanted], [...this.taken, ...taken], this.domains);
  }

  overlaps(conditions: readonly Condition[]): boolean {
    return findProbe([...this.wanted, ...conditions], [], this.domains) !== 'none';
  }

  samples(
    base: Probe,
    rules: readonly (readonly Condition[])[],
    policies: readonly RowMatch[],
  ): readonly Sample[] {
    return [{ probe: base }, ...this.operations(rules, policies), ...this.paths(base)];
  }

  /** None of the operations, each alone, and each two of them: policies may allow the one and deny the other. */
  private operations(
    rules: readonly (readonly Condition[])[],
    policies: readonly RowMatch[],
  ): readonly Sample[] {
    if (rules.length === 0) return [];
    const alone = rules.map((_, i) => [i]);
    const pairs =
      rules.length > MOST_PAIRED ? [] : alone.flatMap(([i]) => alone.slice(i! + 1).map(([j]) => [i!, j!]));
    return [[], ...alone, ...pairs].flatMap((chosen) => {
      const wanted = chosen.flatMap((i) => rules[i]!);
      const others = rules.flatMap((rule, i) => (isNarrower(wanted, rule) ? [] : [i]));
      const found = this.find(
        wanted,
        others.map((i) => rules[i]!),
      );
      if (typeof found !== 'object') return [];
      const except = others.filter((i) => this.overlaps([...wanted, ...rules[i]!])).map((i) => policies[i]!);
      return [
        { probe: found.probe, operation: { of: chosen.map((i) => policies[i]!), except: widest(except) } },
      ];
    });
  }

  /** Rewrites and redirects depend on the rest of the path. */
  private paths(base: Probe): readonly Sample[] {
    const { values = [] } = this.domains.find(({ dimension }) => dimension === 'path') ?? {};
    const probes = values.map((path) => new Map(base).set('path', path)).filter((probe) => this.has(probe));
    return probes.slice(0, VARIANTS).map((probe) => ({ probe }));
  }

  private has(probe: Probe): boolean {
    return isIn(this.wanted, probe) && !this.taken.some((conditions) => isIn(conditions, probe));
  }
}
