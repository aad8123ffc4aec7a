import {
  clausesOf,
  compareClauses,
  contradictions,
  settle,
  tabulate,
  type Clause,
  type Clauses,
} from './clause';
import { describeCondition, meetConditions, type Condition } from './condition';
import type { Author, Redirect } from './contribution';
import { isHttp, type Port } from './host';
import { EMPTY, UNKNOWN, isMet, type Meet } from './meet';
import type { Outcome } from './outcome';
import { listing, type Problem } from './problem';
import { beforeRewrite, composeRewrites, type PathRewrite } from './rewrite';
import type { Entry } from './table';
import { clausesOn, forwardTo, type Traffic } from './traffic';

/** What a construct lets in at a host name of a gateway. */
export interface Exposure {
  readonly author: Author;
  /** Any of these. Every request if empty. */
  readonly conditions: readonly Condition[];
  readonly to: Exposed | Redirect;
}

/** A port of a service that is reachable from outside. */
export interface Exposed {
  readonly kind: 'service';
  /** The service with what is said about it. */
  readonly traffic: Traffic;
  /** Whether that applies here, too. */
  readonly withPolicies: boolean;
  readonly port: Port;
  readonly rewrite?: PathRewrite;
}

/**
 * Crosses what is let in with what is said about the services behind, as if the request met the gateway first and the
 * service's own policy, with the rewritten path, next. What no exposure matches has no entry: the gateway answers 404.
 */
export function mergeEdge(
  where: string,
  exposures: readonly Exposure[],
): { readonly entries: readonly Entry<Outcome>[]; readonly problems: readonly Problem[] } {
  const doors = exposures
    .flatMap(({ author, conditions, to }) => clausesOf(author, conditions, to))
    .sort(compareClauses);
  const found = doorConflicts(doors, where);
  const clauses = new Map(doors.map((door) => [door, clausesBehind(door, where, found)]));
  if (found.length > 0) return { entries: [], problems: found };

  const all = [...clauses].flatMap(([door, { routes, overlays }]) => [door, ...routes, ...overlays.flat()]);
  const { entries, problems } = tabulate(all, where, (holds) => {
    const door = doors.find(holds);
    return door && settleBehind(door, clauses.get(door)!, holds);
  });
  return {
    entries: entries.filter((entry): entry is Entry<Outcome> => entry.outcome !== undefined),
    problems,
  };
}

type Door = Clause<Exposure['to']>;

function settleBehind(door: Door, clauses: Clauses, holds: (clause: Clause<unknown>) => boolean): Outcome {
  const { author: via, said } = door;
  if (said.kind === 'redirect') return { action: said, author: via, effects: [] };
  const outcome = settle(clauses, holds, forwardTo(said.traffic.host, said.port));
  if (outcome.action.kind !== 'forward') return { ...outcome, via };
  const { rewrite, ...forward } = outcome.action;
  const path = composeRewrites(said.rewrite, rewrite?.path);
  const composed =
    path || rewrite?.hostname
      ? { ...(path && { path }), ...(rewrite?.hostname && { hostname: rewrite.hostname }) }
      : undefined;
  return { ...outcome, action: { ...forward, ...(composed && { rewrite: composed }) }, via };
}

/** The service's clauses as conditions on the request at the edge. Those about callers in the mesh do not hold there. */
function clausesBehind(door: Door, where: string, problems: Problem[]): Clauses {
  const { said } = door;
  if (said.kind === 'redirect' || !said.withPolicies || !isHttp(said.port.protocol))
    return { routes: [], overlays: [] };
  const atEdge = <T>(clause: Clause<T>): Clause<T>[] => {
    if (clause.condition.source) return [];
    const before = said.rewrite
      ? beforeRewrite(clause.condition.path, said.rewrite)
      : [clause.condition.path];
    if (before === EMPTY) return [];
    const met: Meet<Condition>[] =
      before === UNKNOWN
        ? [UNKNOWN]
        : before.map((path) => meetConditions(door.condition, { ...clause.condition, path }));
    if (met.includes(UNKNOWN)) problems.push(inexact(door, clause, where));
    return met.filter(isMet).map((condition) => ({ ...clause, condition }));
  };
  const { routes, overlays } = clausesOn(said.traffic, said.port);
  return { routes: routes.flatMap(atEdge), overlays: overlays.map((list) => list.flatMap(atEdge)) };
}

function inexact(door: Door, clause: Clause<unknown>, where: string): Problem {
  const sides = [door, clause].map(
    ({ author, condition }) => `${describeCondition(condition)} (${author.path})`,
  );
  return {
    authors: [door.author, clause.author],
    message: `conditions at ${where} must be such that one can tell which requests satisfy both, got ${listing(sides)}; use exact values or prefixes in one of them, or leave the service's policy out there`,
  };
}

function doorConflicts(doors: readonly Door[], where: string): Problem[] {
  return contradictions(
    doors,
    (a, b) => describeTo(a) === describeTo(b),
    (a, b) => {
      const [first, second] = [a, b].map(({ author, said }) => `${describeTo(said)} (${author.path})`);
      const question = `${describeCondition(a.condition)} at ${where}`;
      return `${question} must lead to one place, got ${first} and ${second}; remove one, or give one a narrower match`;
    },
  );
}

function describeTo(to: Exposure['to']): string {
  if (to.kind === 'redirect') {
    return `a redirect to ${JSON.stringify([to.scheme, to.hostname, to.port, to.path, to.code])}`;
  }
  const rewrite = to.rewrite ? ` with ${describeRewrite(to.rewrite)}` : '';
  const policies = to.withPolicies ? '' : ' without its policies';
  return `${to.traffic.host.key}:${to.port.number}${rewrite}${policies}`;
}

function describeRewrite(rewrite: PathRewrite): string {
  return `${rewrite.kind === 'full' ? 'every path' : rewrite.from || '/'} as ${rewrite.to || '/'}`;
}
