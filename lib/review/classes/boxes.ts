import type { RowMatch } from '../../simulate/table/routes';
import type { Axis, Part } from './parts';

/** All of the first, none of the second. */
export interface Operation {
  readonly of: readonly RowMatch[];
  readonly except: readonly RowMatch[];
}

/** One part of each axis, and what comes of its requests. */
export interface Point {
  readonly at: readonly number[];
  /** The same for points of which the same comes. */
  readonly key: string;
}

/** Points of which the same comes, and the requests that they are, in as few words as can be found fast. */
export interface Box<P> {
  readonly point: P;
  readonly operation: Operation;
}

/** Joins points that differ in one axis alone, as long as there are any; then says what each box is. */
export function boxesOf<P extends Point>(points: readonly P[], axes: readonly Axis[]): readonly Box<P>[] {
  let boxes = points.map((point) => ({ points: [point], sides: point.at.map((part) => [part]) }));
  axes.forEach((_, axis) => {
    const found = new Map<string, (typeof boxes)[number]>();
    for (const box of boxes) {
      const others = box.sides.map((side, i) => (i === axis ? [] : side));
      const key = JSON.stringify([box.points[0]!.key, others]);
      const known = found.get(key);
      if (!known) found.set(key, box);
      else {
        const sides = known.sides.map((side, i) => (i === axis ? [...side, ...box.sides[i]!] : side));
        found.set(key, { points: [...known.points, ...box.points], sides });
      }
    }
    boxes = [...found.values()];
  });
  const possible = axes.map((_, axis) => new Set(points.map(({ at }) => at[axis]!)));
  return boxes.flatMap((box) => {
    const choices = box.sides.map((side, axis) => choicesOf(side, axes[axis]!.parts, possible[axis]!));
    return product(choices).map((chosen) => ({
      point: box.points.find(({ at }) => at.every((part, i) => chosen[i]!.parts.includes(part)))!,
      operation: {
        of: chosen.flatMap(({ of }) => of),
        except: chosen.flatMap(({ except }) => except),
      },
    }));
  });
}

interface Choice extends Operation {
  readonly parts: readonly number[];
}

/** All parts, all but a few, or one after the other. */
function choicesOf(
  side: readonly number[],
  parts: readonly Part[],
  possible: ReadonlySet<number>,
): readonly Choice[] {
  const missing = [...possible].filter((part) => !side.includes(part));
  if (missing.length === 0) return [{ parts: side, of: [], except: [] }];
  const isSimple = missing.every((i) => parts[i]!.of.length === 1 && parts[i]!.except.length === 0);
  const isOpen = side.some((i) => parts[i]!.of.length === 0);
  if (isOpen && isSimple) return [{ parts: side, of: [], except: missing.flatMap((i) => parts[i]!.of) }];
  return side.map((i) => ({ parts: [i], of: parts[i]!.of, except: parts[i]!.except }));
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((start) => list.map((one) => [...start, one])),
    [[]],
  );
}
