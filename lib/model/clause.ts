import { ANY, conditionKey, contains, describeCondition, meetConditions, type Condition } from './condition';
import type { Action, Author, Effect } from './contribution';
import { describeAction, describeEffect } from './describe';
import { UNKNOWN } from './meet';
import { happensWithoutForwarding, sameOutcome, sameWords, type Outcome } from './outcome';
import { comparePrecedence } from './precedence';
import { listing, type Problem } from './problem';
import { MAX_ENTRIES, TableTooLargeError, makeTable, type Entry, type Inexact } from './table';

/** One condition of a contribution, and what is said for the requests that satisfy it. */
export interface Clause<Said> {
  readonly condition: Condition;
  readonly author: Author;
  readonly said: Said;
}

/** All that is said about requests to one port. Each list is in order of precedence: its first clause that holds wins. */
export interface Clauses {
  readonly routes: readonly Clause<Action>[];
  /** A list for each dimension, sorted by dimension. */
  readonly overlays: readonly (readonly Clause<Effect>[])[];
}

/** A contribution's alternatives as single clauses. */
export function clausesOf<Said>(
  author: Author,
  conditions: readonly Condition[],
  said: Said,
): Clause<Said>[] {
  return (conditions.length > 0 ? conditions : [ANY]).map((condition) => ({ condition, author, said }));
}

/** By precedence of the conditions; where that is silent, by the author. */
export function compareClauses(a: Clause<unknown>, b: Clause<unknown>): number {
  return (
    comparePrecedence(a.condition, b.condition) ||
    compareTexts(a.author.path, b.author.path) ||
    compareTexts(conditionKey(a.condition), conditionKey(b.condition))
  );
}

/** By code unit, so that no locale has a say. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Different answers to the same question: a route or an effect for the same requests. */
export function conflicts({ routes, overlays }: Clauses, where: string): Problem[] {
  const among = <Said extends Action | Effect>(
    clauses: readonly Clause<Said>[],
    describe: (said: Said) => string,
  ) =>
    contradictions(clauses, sameWords, (a, b) => {
      const [first, second] = [a, b].map(({ author, said }) => `${describe(said)} (${author.path})`);
      const question = `${describeCondition(a.condition)} to ${where}`;
      return `${question} must get one answer, got ${first} and ${second}; remove one, or give one a narrower match`;
    });
  return [...among(routes, describeAction), ...overlays.flatMap((clauses) => among(clauses, describeEffect))];
}

/** Clauses with the same condition that do not say the same. */
export function contradictions<Said>(
  clauses: readonly Clause<Said>[],
  same: (a: Said, b: Said) => boolean,
  explain: (a: Clause<Said>, b: Clause<Said>) => string,
): Problem[] {
  const first = new Map<string, Clause<Said>>();
  return clauses.flatMap((clause) => {
    const key = conditionKey(clause.condition);
    const other = first.get(key);
    if (!other) first.set(key, clause);
    return !other || same(other.said, clause.said)
      ? []
      : { authors: [other.author, clause.author], message: explain(other, clause) };
  });
}

/**
 * What happens to a request for which these clauses hold: the first route decides where it goes, and each dimension
 * adds the effect of its first overlay. A request that is answered by the proxy itself gets only those that can
 * happen to it.
 */
export function settle(
  { routes, overlays }: Clauses,
  holds: (clause: Clause<unknown>) => boolean,
  otherwise: Action,
): Outcome {
  const route = routes.find(holds);
  const action = route?.said ?? otherwise;
  const effects = overlays
    .flatMap((clauses) => clauses.find(holds) ?? [])
    .filter(({ said }) => action.kind === 'forward' || happensWithoutForwarding(said))
    .map(({ author, said }) => ({ author, said }));
  return { action, author: route?.author, effects };
}

/** A table of outcomes; `undefined` where nothing is said about a request, and nothing shall happen. */
export function tabulate<Said extends Outcome | undefined>(
  clauses: readonly Clause<unknown>[],
  where: string,
  decide: (holds: (clause: Clause<unknown>) => boolean) => Said,
): { readonly entries: readonly Entry<Said>[]; readonly problems: readonly Problem[] } {
  const indices = new Map<string, number>();
  const conditions: Condition[] = [];
  const indexOf = new Map<Clause<unknown>, number>();
  for (const clause of clauses) {
    const key = conditionKey(clause.condition);
    if (!indices.has(key)) indices.set(key, conditions.push(clause.condition) - 1);
    indexOf.set(clause, indices.get(key)!);
  }
  try {
    const { entries, inexact } = makeTable<Said>(
      conditions,
      (holds) => decide((clause) => holds(indexOf.get(clause)!)),
      {
        same: (a, b) => (a && b ? sameOutcome(a, b) : a === b),
        order: (a, b) => compareTexts(a?.author?.path ?? '', b?.author?.path ?? ''),
      },
    );
    const problems = inexact.map((pair) => inexactProblem(pair, clauses, where));
    return {
      entries,
      problems: [...new Map(problems.map((problem) => [problem.message, problem])).values()],
    };
  } catch (error) {
    if (!(error instanceof TableTooLargeError)) throw error;
    const authors = [...new Map(clauses.map(({ author }) => [author.path, author])).values()];
    const message = `the conditions on ${where} must combine to at most ${MAX_ENTRIES} routes, got more; make those of ${listing(authors.map(({ path }) => path))} exclude each other or fewer`;
    return { entries: [], problems: [{ authors, message }] };
  }
}

/**
 * Names the constructs whose conditions cannot be told apart: one behind `b`, one behind the narrowed entry `a`. The pair
 * is found from both sides, and told in one way.
 */
function inexactProblem({ a, b }: Inexact, clauses: readonly Clause<unknown>[], where: string): Problem {
  const second = clauses.find(({ condition }) => conditionKey(condition) === conditionKey(b))!;
  const first =
    clauses.find(({ condition }) => contains(condition, a) && meetConditions(condition, b) === UNKNOWN) ??
    second;
  const pair = [first, second].sort(compareClauses);
  const sides = pair.map(({ author, condition }) => `${describeCondition(condition)} (${author.path})`);
  return {
    authors: pair.map(({ author }) => author),
    message: `conditions on ${where} must be such that one can tell which requests satisfy both, got ${listing(sides)}; use exact values or prefixes in one of them, or the same regular expression in both`,
  };
}
