import { ANY, conditionKey, contains, meetConditions, type Condition } from './condition';
import { EMPTY, UNKNOWN } from './meet';
import { comparePrecedence } from './precedence';

/** One entry of a table: what happens to requests that satisfy the condition, and no entry before it. */
export interface Entry<Outcome> {
  readonly condition: Condition;
  readonly outcome: Outcome;
}

/** Says what should happen to requests that satisfy exactly these conditions (given by their index). */
export type Decide<Outcome> = (holds: (index: number) => boolean) => Outcome;

/** Two conditions some requests satisfy together, though no condition describes these, so no entry can be made. */
export interface Inexact {
  readonly a: Condition;
  readonly b: Condition;
}

/** How outcomes are compared: `same` ones need no entry of their own; `order` decides where precedence cannot. */
export interface Outcomes<Outcome> {
  readonly same: (a: Outcome, b: Outcome) => boolean;
  readonly order: (a: Outcome, b: Outcome) => number;
}

/** More entries than this help nobody: each independent condition doubles their number. */
export const MAX_ENTRIES = 1000;

/**
 * Turns "what should happen, given the conditions that a request satisfies" into a list in which the first entry that
 * matches says the same.
 *
 * It starts from "every request" and looks, for each entry and each condition, whether requests that satisfy both are
 * told something wrong by the entry. If so, they get an entry of their own, which is narrower and therefore comes
 * first. When nothing is wrong any more, the list is right for every request: the outcome of a request is made of
 * single decisions (which route, which fault, ...), each taken by the first condition that holds; if the first
 * matching entry took another decision, the pair of that entry and this condition would have been found.
 *
 * @param conditions the conditions that matter, each once
 * @returns entries in order of precedence, the last one for every request; and what could not be told apart exactly.
 */
export function makeTable<Outcome>(
  conditions: readonly Condition[],
  decide: Decide<Outcome>,
  { same, order }: Outcomes<Outcome>,
): { readonly entries: readonly Entry<Outcome>[]; readonly inexact: readonly Inexact[] } {
  interface Cell extends Entry<Outcome> {
    readonly holds: readonly boolean[];
  }
  const compare = (a: Cell, b: Cell) =>
    comparePrecedence(a.condition, b.condition) ||
    order(a.outcome, b.outcome) ||
    (conditionKey(a.condition) < conditionKey(b.condition) ? -1 : 1);

  const cells = new Map<string, Cell>();
  const inexact: Inexact[] = [];
  const queue: Cell[] = [];
  const add = (condition: Condition, holds: readonly boolean[], outcome: Outcome) => {
    const key = conditionKey(condition);
    if (cells.has(key)) return;
    const cell = { condition, holds, outcome };
    cells.set(key, cell);
    queue.push(cell);
  };
  const holdsFor = (condition: Condition) => conditions.map((other) => contains(other, condition));
  const decideFor = (holds: readonly boolean[]) => decide((index) => holds[index]!);

  const anyHolds = holdsFor(ANY);
  add(ANY, anyHolds, decideFor(anyHolds));
  for (let cell = queue.shift(); cell; cell = queue.shift()) {
    for (const [index, other] of conditions.entries()) {
      if (cell.holds[index]) continue;
      const meet = meetConditions(cell.condition, other);
      if (meet === EMPTY) continue;
      const holds =
        meet === UNKNOWN ? holdsFor(other).map((held, i) => held || cell.holds[i]!) : holdsFor(meet);
      const outcome = decideFor(holds);
      if (same(outcome, cell.outcome)) continue;

      const alone = cells.get(conditionKey(other));
      if (alone && same(alone.outcome, outcome) && compare(alone, cell) < 0) continue; // these requests never get here
      if (meet !== UNKNOWN) {
        add(meet, holds, outcome);
      } else if (!alone && comparePrecedence(other, cell.condition) < 0) {
        add(other, holdsFor(other), decideFor(holdsFor(other))); // an entry of its own may keep them away
        if (!same(cells.get(conditionKey(other))!.outcome, outcome))
          inexact.push({ a: cell.condition, b: other });
      } else {
        inexact.push({ a: cell.condition, b: other });
      }
      if (cells.size > MAX_ENTRIES) throw new TableTooLargeError();
    }
  }
  return { entries: withoutRedundant([...cells.values()].sort(compare), same), inexact };
}

/** Thrown when independent conditions multiply beyond `MAX_ENTRIES`. */
export class TableTooLargeError extends Error {}

/** Leaves out entries whose requests would be told the same by a later one, with no other in between. */
function withoutRedundant<Outcome>(
  sorted: readonly Entry<Outcome>[],
  same: (a: Outcome, b: Outcome) => boolean,
): Entry<Outcome>[] {
  const kept: Entry<Outcome>[] = [];
  for (const { condition, outcome } of [...sorted].reverse()) {
    const next = kept.findLast((later) => meetConditions(condition, later.condition) !== EMPTY);
    if (next && contains(next.condition, condition) && same(next.outcome, outcome)) continue;
    kept.push({ condition, outcome });
  }
  return kept.reverse();
}
