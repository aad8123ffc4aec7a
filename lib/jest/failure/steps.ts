import type { ObjectRef, Stage, Step } from '../../simulate/decision';

/** How many rejected neighbours are shown before the rest is counted. */
const SHOWN = 6;

const SIGNS: Readonly<Record<Step['verdict'], string>> = { chosen: '✓', rejected: '✗', noted: '·' };

/** The steps of a decision that have to do with a promise, a line each, with the place that each is about. */
export function stepLines(
  steps: readonly Step[],
  hidden: readonly Stage[],
  dim: (text: string) => string,
): readonly string[] {
  const places = new Places();
  const linesOf = (inner: readonly Step[], indent: string): string[] => {
    const relevant = inner.filter(({ stage }) => !hidden.includes(stage));
    return relevant.flatMap((step, i) => {
      const rank = rankAmongRejected(relevant, i);
      if (rank > SHOWN) {
        const isLast = relevant[i + 1]?.verdict !== 'rejected';
        return isLast ? [dim(`${indent}✗ … ${rank - SHOWN} more that are not it`)] : [];
      }
      const place = places.next(step);
      const text = `${indent}${SIGNS[step.verdict]} ${step.text}`;
      const line = step.verdict === 'chosen' ? text + dim(place) : dim(text + place);
      return [line, ...linesOf(step.steps, `${indent}  `)];
    });
  };
  return linesOf(steps, '');
}

/** The how many-th it is of those that were rejected one after another; 0 if it was not. */
function rankAmongRejected(steps: readonly Step[], at: number): number {
  let rank = 0;
  while (steps[at - rank]?.verdict === 'rejected') rank++;
  return rank;
}

/** Where the objects of the steps were written, as far as the lines above have not said that. */
class Places {
  private readonly told = new Set<string>();
  private last = '';

  next({ object, at, text }: Step): string {
    if (!object) return '';
    const name = nameOf(object);
    const origin = this.told.has(name) ? undefined : originOf(object);
    const parts = [
      ...(name === this.last || text.includes(name) ? [] : [name]),
      ...(origin === undefined ? [] : [origin]),
      ...(at === undefined || text.includes(at) ? [] : [at]),
    ];
    this.told.add(name);
    this.last = name;
    return parts.length > 0 ? ` [${parts.join(', ')}]` : '';
  }
}

/** `VirtualService shop/reviews` */
export function nameOf({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function originOf({ file, line, construct }: ObjectRef): string | undefined {
  if (construct !== undefined) return construct;
  if (file === undefined) return line === undefined ? undefined : `line ${line}`;
  return line === undefined ? file : `${file}:${line}`;
}
