import type { Step } from '../../simulate/decision';
import { SIGNS, shownSteps, type LineOf, type Shown } from '../../simulate/explain/shown';
import { mark, type Mark } from '../../report/marked';
import type { TreeNode } from './tree';

const MARKS: Readonly<Record<Step['verdict'], Mark>> = { chosen: 'good', rejected: 'bad', noted: 'faint' };

/** The steps of the explanation as trees. Long runs of what was rejected are cut short unless `all` are wanted. */
export function whyTree(steps: readonly Step[], all: boolean, lineOf: LineOf): readonly TreeNode[] {
  return shownSteps(steps, { all, lineOf }).map(nodeOf);
}

function nodeOf(shown: Shown): TreeNode {
  if ('omitted' in shown) {
    const text = `… ${shown.omitted} more that are not it (--explain shows them)`;
    return { text: [mark('faint', text)], children: [] };
  }
  const { verdict, text, place, steps } = shown;
  return {
    text: [
      mark(MARKS[verdict], SIGNS[verdict]),
      ' ',
      text,
      ...(place === '' ? [] : [mark('faint', ` [${place}]`)]),
    ],
    children: steps.map(nodeOf),
  };
}
