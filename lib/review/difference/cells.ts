import type { RouteRow, RowMatch } from '../../simulate/table/routes';
import { conditionsOf, type Condition } from '../classes/conditions';
import { axesOf, type Axis } from '../classes/parts';
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
  /** Whether there is a sample for each combination of parts that can be true. */
  readonly isComplete: boolean;
}

export interface Sample {
  readonly probe: Probe;
  /** In which part of each axis it is. Absent: nobody looked. */
  readonly at?: readonly number[];
}

/** The cells of two tables, and what else policies tell apart in them. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly axes: readonly Axis[];
}

const VARIANTS = 6;
const MOST_POINTS = 1024;

/**
 * All classes of requests that the two tables together can tell apart.
 * @param policies conditions, one by one, that may make a difference within a class
 */
export function cellsOf(
  before: readonly RouteRow[],
  after: readonly RouteRow[],
  policies: readonly RowMatch[],
): Cells {
  const [first, second, rules] = [before, after, policies.map((match) => ({ match }))].map((rows) =>
    rows.map(({ match }) => conditionsOf(match)),
  ) as [Condition[][], Condition[][], Condition[][]];
  const domains = domainsOf([...first, ...second, ...rules].flat());
  const axes = axesOf(policies, domains);
  const cells: Cell[] = [];
  first.forEach((one, i) => {
    second.forEach((other, j) => {
      const search = new Search([...one, ...other], [...first.slice(0, i), ...second.slice(0, j)], domains);
      const base = search.find();
      if (base === 'none') return;
      const samples = base === 'unknown' ? [] : search.samples(base.probe, axes);
      const earlier = [...before.slice(0, i), ...after.slice(0, j)].map(({ match }) => match);
      const except = () => widest(earlier.filter((match) => search.overlaps(conditionsOf(match))));
      const { isComplete } = search;
      cells.push({ before: before[i]!, after: after[j]!, isRest: i + j > 0, except, samples, isComplete });
    });
  });
  return { cells, axes };
}

/** The samples of one cell. */
class Search {
  isComplete = true;

  constructor(
    private readonly wanted: readonly Condition[],
    private readonly taken: readonly (readonly Condition[])[],
    private readonly domains: readonly Domain[],
  ) {}

  find(wanted: readonly Condition[] = [], domains = this.domains) {
    return findProbe([...this.wanted, ...wanted], this.taken, domains);
  }

  overlaps(conditions: readonly Condition[]): boolean {
    return findProbe([...this.wanted, ...conditions], [], this.domains) !== 'none';
  }

  samples(base: Probe, axes: readonly Axis[]): readonly Sample[] {
    return [...this.points(axes), ...[...this.paths(base), base].map((probe) => ({ probe }))];
  }

  /** A request for each combination of parts, if there is one. */
  private points(axes: readonly Axis[]): readonly Sample[] {
    const open = axes.map(({ parts }) => [...parts.keys()]);
    const found: Sample[] = [];
    let left = MOST_POINTS;
    const visit = (at: readonly number[]): void => {
      if (left === 0) {
        this.isComplete = false;
        return;
      }
      if (at.length < open.length) {
        for (const part of open[at.length]!) visit([...at, part]);
        return;
      }
      left--;
      const probe = this.find([], this.within(axes, at));
      if (probe === 'unknown') this.isComplete = false;
      if (typeof probe === 'object') found.push({ probe: withParts(probe.probe, axes, at), at });
    };
    visit([]);
    return found;
  }

  /** The values of these parts alone. */
  private within(axes: readonly Axis[], at: readonly number[]): readonly Domain[] {
    return this.domains.map((domain) => {
      const axis = axes.findIndex(({ dimension }) => dimension === domain.dimension);
      return axis === -1 ? domain : { ...domain, values: axes[axis]!.parts[at[axis]!]!.values };
    });
  }

  /** Rewrites and redirects depend on the rest of the path. */
  private paths(base: Probe): readonly Probe[] {
    const { values = [] } = this.domains.find(({ dimension }) => dimension === 'path') ?? {};
    return values
      .map((path) => new Map(base).set('path', path))
      .filter((probe) => this.has(probe))
      .slice(0, VARIANTS);
  }

  private has(probe: Probe): boolean {
    return isIn(this.wanted, probe) && !this.taken.some((conditions) => isIn(conditions, probe));
  }
}

/** What the rows do not look at may be anything in its part. */
function withParts(probe: Probe, axes: readonly Axis[], at: readonly number[]): Probe {
  const whole = new Map(probe);
  axes.forEach(({ dimension, parts }, i) => {
    if (!whole.has(dimension)) whole.set(dimension, parts[at[i]!]!.values[0]);
  });
  return whole;
}
