import type { ObjectRef, Stage, Step } from '../decision';

/** A step as a reader sees it, or how many were left out at its place. */
export type Shown = ShownStep | { readonly omitted: number };

export interface ShownStep {
  readonly verdict: Step['verdict'];
  readonly text: string;
  /** `VirtualService shop/reviews, shop.yaml:12, spec.http[0]`, as far as no step before said it. May be empty. */
  readonly place: string;
  readonly steps: readonly Shown[];
}

/** How much of an explanation is shown. */
export interface ShowOptions {
  /** Long runs of what was rejected are not cut short. @default false */
  readonly all?: boolean;
  /** Stages that the reader does not ask for. @default none */
  readonly hidden?: readonly Stage[];
  /** @default no lines of fields are told */
  readonly lineOf?: LineOf;
}

/** The line of a field in the file of an object. Nothing where that cannot be told. */
export type LineOf = (object: ObjectRef, at: string) => number | undefined;

/** What stands before a step. */
export const SIGNS: Readonly<Record<Step['verdict'], string>> = { chosen: '✓', rejected: '✗', noted: '·' };

/** How many rejected neighbours are shown before the rest is counted. */
const MOST = 5;

/** The explanation of a decision as terminals, test failures and pages show it: they only draw what this says. */
export function shownSteps(
  explanation: readonly Step[],
  { all = false, hidden = [], lineOf }: ShowOptions = {},
): readonly Shown[] {
  const places = new Places(lineOf);
  const show = (steps: readonly Step[]): readonly Shown[] =>
    runsOf(steps.filter(({ stage }) => !hidden.includes(stage))).flatMap((run): readonly Shown[] => {
      const isLong = !all && run[0]!.verdict === 'rejected' && run.length > MOST + 1;
      const kept = (isLong ? run.slice(0, MOST) : run).map((step): Shown => {
        const { verdict, text, steps: inner } = step;
        return { verdict, text, place: places.next(step), steps: show(inner) };
      });
      return isLong ? [...kept, { omitted: run.length - MOST }] : kept;
    });
  return show(explanation);
}

/** Neighbours that are all rejected, or all not. */
function runsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && (last[0]!.verdict === 'rejected') === (step.verdict === 'rejected')) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** Where the objects of the steps were written, as far as the steps before have not said that. */
class Places {
  private readonly told = new Set<string>();
  private last = '';
  private lastAt: string | undefined;

  constructor(private readonly lineOf: LineOf | undefined) {}

  next({ object, at, text }: Step): string {
    if (!object) return '';
    const name = refName(object);
    const isSameObject = this.last === name;
    const parts = [
      ...(isSameObject || text.includes(name) ? [] : [name]),
      ...(this.told.has(name) ? [] : originsOf(object)),
      ...(at === undefined || (isSameObject && at === this.lastAt) ? [] : this.fieldOf(object, at, text)),
    ];
    this.told.add(name);
    this.last = name;
    this.lastAt = at;
    return parts.join(', ');
  }

  private fieldOf(object: ObjectRef, at: string, text: string): readonly string[] {
    const line = this.lineOf?.(object, at);
    return [...(text.includes(at) ? [] : [at]), ...(line === undefined ? [] : [`line ${line}`])];
  }
}

/** `VirtualService shop/reviews` */
export function refName({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function originsOf({ file, line, construct }: ObjectRef): readonly string[] {
  const place = [...(file === undefined ? [] : [file]), ...(line === undefined ? [] : [line])];
  const origin = file === undefined && line !== undefined ? `line ${line}` : place.join(':');
  return [...(origin === '' ? [] : [origin]), ...(construct === undefined ? [] : [`construct ${construct}`])];
}
