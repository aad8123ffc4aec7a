import type { RowMatch } from '../../simulate/table/routes';
import { conditionsOf, type Condition, type Dimension } from './conditions';
import type { Domain } from './values';

/** The values of one dimension, in parts that no condition of some tells apart. */
export interface Axis {
  readonly dimension: Dimension;
  readonly parts: readonly Part[];
}

/** Values for which the same conditions are true. */
export interface Part {
  readonly values: readonly (string | undefined)[];
  /** The conditions that are true, without those that follow from others. */
  readonly of: readonly RowMatch[];
  /** Those of the others that are true for some of what `of` is true for. */
  readonly except: readonly RowMatch[];
}

interface Atom {
  readonly match: RowMatch;
  readonly condition: Condition;
}

/**
 * One axis for each dimension that conditions are about.
 * @param matches each with one condition
 */
export function axesOf(matches: readonly RowMatch[], domains: readonly Domain[]): readonly Axis[] {
  const byDimension = new Map<Dimension, Atom[]>();
  for (const match of matches) {
    const [condition] = conditionsOf(match);
    if (!condition) continue;
    const known = byDimension.get(condition.dimension);
    if (known) known.push({ match, condition });
    else byDimension.set(condition.dimension, [{ match, condition }]);
  }
  return domains.flatMap(({ dimension, values }) => {
    const atoms = byDimension.get(dimension);
    return atoms ? [{ dimension, parts: partsOf(atoms, values) }] : [];
  });
}

function partsOf(atoms: readonly Atom[], values: Domain['values']): readonly Part[] {
  const groups = new Map<string, (string | undefined)[]>();
  for (const value of values) {
    const key = atoms.map(({ condition }) => (condition.holds(value) ? '1' : '0')).join('');
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return [...groups].map(([key, own]) => {
    const isTrue = ({ condition }: Atom): boolean => condition.holds(own[0]);
    const of = atoms.filter(isTrue);
    const inside = values.filter((value) => of.every(({ condition }) => condition.holds(value)));
    const others = key.includes('0') ? atoms.filter((one) => !isTrue(one)) : [];
    const overlapping = others.filter(({ condition }) => inside.some((value) => condition.holds(value)));
    return {
      values: own,
      of: narrowest(of, values).map(({ match }) => match),
      except: narrowest(overlapping, inside, true).map(({ match }) => match),
    };
  });
}

/** Those that do not follow from another one; or, the other way round, that no other one follows from. */
function narrowest(atoms: readonly Atom[], values: Domain['values'], isWidest = false): readonly Atom[] {
  return atoms.filter(
    (one, i) =>
      !atoms.some((other, j) => {
        if (i === j) return false;
        const [inner, outer] = isWidest ? [one, other] : [other, one];
        if (!isWithin(inner, outer, values)) return false;
        return j < i || !isWithin(outer, inner, values);
      }),
  );
}

function isWithin(inner: Atom, outer: Atom, values: Domain['values']): boolean {
  return values.every((value) => !inner.condition.holds(value) || outer.condition.holds(value));
}
