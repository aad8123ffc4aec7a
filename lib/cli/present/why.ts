import type { ObjectRef, Step } from '../../simulate/decision';
import { mark, type Span, type Text } from '../../report/marked';
import type { TreeNode } from './tree';

/** How many rejected neighbours are shown before the rest is counted. */
const SHOWN = 5;

/** The line of a field in the file of an object. Nothing where that cannot be told. */
export type LineOf = (object: ObjectRef, at: string) => number | undefined;

/** The steps of the explanation as trees. Long runs of what was rejected are cut short unless `all` are wanted. */
export function whyTree(steps: readonly Step[], all: boolean, lineOf: LineOf): readonly TreeNode[] {
  return nodesOf(steps, all, new Places(lineOf));
}

function nodesOf(steps: readonly Step[], all: boolean, places: Places): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  for (const { run, isRejected } of runs(steps)) {
    const isLong = !all && isRejected && run.length > SHOWN + 1;
    for (const step of isLong ? run.slice(0, SHOWN) : run) {
      const text = textOf(step, places.next(step));
      nodes.push({ text, children: nodesOf(step.steps, all, places) });
    }
    if (isLong) {
      const text = `… ${run.length - SHOWN} more that are not it (--explain shows them)`;
      nodes.push({ text: [mark('faint', text)], children: [] });
    }
  }
  return nodes;
}

/** Neighbours that are all rejected, or all not. */
function runs(steps: readonly Step[]): readonly { run: Step[]; isRejected: boolean }[] {
  const found: { run: Step[]; isRejected: boolean }[] = [];
  for (const step of steps) {
    const isRejected = step.verdict === 'rejected';
    const last = found.at(-1);
    if (last?.isRejected === isRejected) last.run.push(step);
    else found.push({ run: [step], isRejected });
  }
  return found;
}

const SIGNS: Readonly<Record<Step['verdict'], Span>> = {
  chosen: mark('good', '✓'),
  rejected: mark('bad', '✗'),
  noted: mark('faint', '·'),
};

function textOf({ verdict, text }: Step, place: string): Text {
  return [SIGNS[verdict], ' ', text, ...(place === '' ? [] : [mark('faint', ` [${place}]`)])];
}

/** Where the objects of a tree say so, as far as the lines above have not said that. */
class Places {
  private readonly known = new Set<string>();
  private last = '';
  private lastAt: string | undefined;

  constructor(private readonly lineOf: LineOf) {}

  next({ object, at, text }: Step): string {
    if (!object) return '';
    const name = nameOf(object);
    const parts: string[] = [];
    if (this.last !== name && !text.includes(name)) parts.push(name);
    if (!this.known.has(name)) {
      if (object.file !== undefined) parts.push(originOf(object));
      if (object.construct !== undefined) parts.push(`construct ${object.construct}`);
    }
    const isNew = at !== this.lastAt || this.last !== name;
    if (at !== undefined && isNew) {
      const line = this.lineOf(object, at);
      if (!text.includes(at)) parts.push(at);
      if (line !== undefined) parts.push(`line ${line}`);
    }
    this.known.add(name);
    this.last = name;
    this.lastAt = at;
    return parts.join(', ');
  }
}

/** `VirtualService shop/reviews` */
export function nameOf({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function originOf({ file, line }: ObjectRef): string {
  return line === undefined ? file! : `${file}:${line}`;
}
