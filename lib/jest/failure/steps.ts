import type { Stage, Step } from '../../simulate/decision';
import { SIGNS, shownSteps, type Shown } from '../../simulate/explain/shown';

/** The steps of a decision that have to do with a promise, a line each, with the place that each is about. */
export function stepLines(
  steps: readonly Step[],
  hidden: readonly Stage[],
  dim: (text: string) => string,
): readonly string[] {
  const linesOf = (shown: readonly Shown[], indent: string): readonly string[] =>
    shown.flatMap((one) => {
      if ('omitted' in one) return [dim(`${indent}… ${one.omitted} more that are not it`)];
      const place = one.place === '' ? '' : ` [${one.place}]`;
      const text = `${indent}${SIGNS[one.verdict]} ${one.text}`;
      const line = one.verdict === 'chosen' ? text + dim(place) : dim(text + place);
      return [line, ...linesOf(one.steps, `${indent}  `)];
    });
  return linesOf(shownSteps(steps, { hidden }), '');
}
