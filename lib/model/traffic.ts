import {
  clausesOf,
  compareClauses,
  compareTexts,
  conflicts,
  settle,
  tabulate,
  type Clause,
  type Clauses,
} from './clause';
import { isAny } from './condition';
import type { Action, Effect, Overlay, Route, Share, Target } from './contribution';
import { isHttp, type Host, type Port } from './host';
import { dimension, effectsOf, type Outcome } from './outcome';
import type { Problem } from './problem';
import { redirectProblems } from './redirect';
import type { Entry } from './table';

/** All that is said about the requests to one host. */
export interface Traffic {
  readonly host: Host;
  readonly routes: readonly Route[];
  readonly overlays: readonly Overlay[];
}

/** What happens to requests to one port of a host: the first entry that matches; the last one matches every request. */
export interface PortTraffic {
  readonly port: Port;
  readonly entries: readonly Entry<Outcome>[];
}

/** Merges all contributions to a host, whatever their order, into one table for each port. */
export function mergeTraffic(traffic: Traffic): {
  readonly ports: readonly PortTraffic[];
  readonly problems: readonly Problem[];
} {
  const problems = new Map<string, Problem>();
  const ports = traffic.host.ports.map((port) => {
    const where = traffic.host.ports.length > 1 ? `${traffic.host.key}:${port.number}` : traffic.host.key;
    const clauses = clausesOn(traffic, port);
    const contradictions = conflicts(clauses, where);
    const table =
      contradictions.length > 0
        ? { entries: [], problems: contradictions }
        : tabulate([...clauses.routes, ...clauses.overlays.flat()], where, (holds) =>
            settle(clauses, holds, forwardTo(traffic.host, port)),
          );
    const impossible = [
      ...budgetProblems(table.entries, where),
      ...redirectProblems(table.entries, where, { port: port.number, scheme: 'http' }),
    ];
    for (const problem of [...table.problems, ...impossible]) problems.set(problem.message, problem);
    return { port, entries: table.entries };
  });
  return { ports, problems: [...problems.values()] };
}

/** One try must not be given more time than all of them; who said so may be two constructs. */
function budgetProblems(entries: readonly Entry<Outcome>[], where: string): Problem[] {
  return entries.flatMap(({ outcome }) => {
    const [timeout] = effectsOf(outcome, 'timeout');
    const [retries] = effectsOf(outcome, 'retries');
    const perTry = retries?.said.perTryMilliseconds;
    if (!timeout || timeout.said.milliseconds === 0 || perTry === undefined) return [];
    if (perTry <= timeout.said.milliseconds) return [];
    const got = `${perTry} ms (${retries!.author.path}) of ${timeout.said.milliseconds} ms (${timeout.author.path})`;
    return {
      authors: [retries!.author, timeout.author],
      message: `the time for one try to ${where} must be at most the timeout of the request, got ${got}; change one of them`,
    };
  });
}

/** What is said about one port, with targets that follow the port bound to it. */
export function clausesOn({ routes, overlays }: Traffic, port: Port): Clauses {
  const concerns = (said: Route | Overlay) => said.port === undefined || said.port === port.number;
  if (!isHttp(port.protocol)) {
    const routed = routes.filter((route) => concerns(route) && appliesToConnections(route));
    return { routes: routeClauses(routed.map(forConnections), port), overlays: [] };
  }
  const byDimension = new Map<string, Clause<Effect>[]>();
  for (const { author, conditions, effect } of overlays.filter(concerns)) {
    const said = effect.kind === 'mirror' ? { ...effect, target: bind(effect.target, port) } : effect;
    const key = dimension(said);
    byDimension.set(key, [...(byDimension.get(key) ?? []), ...clausesOf<Effect>(author, conditions, said)]);
  }
  return {
    routes: routeClauses(routes.filter(concerns), port),
    overlays: [...byDimension]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([, clauses]) => clauses.sort(compareClauses)),
  };
}

/** Where requests go of which nothing is said: to all of the host. */
export function forwardTo(host: Host, port: Port): Action {
  return { kind: 'forward', shares: [{ target: { service: host.key, port: port.number }, weight: 1 }] };
}

/** Whether it makes sense for connections that are not HTTP, of which nothing but the port is known. */
export function appliesToConnections(route: Route): boolean {
  const every = route.conditions.length === 0 || route.conditions.some(isAny);
  return every && !route.requestsOnly && route.action.kind === 'forward';
}

/** What is left of a route where there are no requests: no conditions, and no headers to change. */
function forConnections(route: Route): Route {
  const { action } = route;
  if (action.kind !== 'forward') return { ...route, conditions: [] };
  const shares = action.shares.map(({ target, weight }) => ({ target, weight }));
  return { ...route, conditions: [], action: { kind: 'forward', shares } };
}

function routeClauses(routes: readonly Route[], port: Port): Clause<Action>[] {
  const bindAll = (action: Action): Action =>
    action.kind === 'forward'
      ? {
          ...action,
          shares: action.shares.map((share): Share => ({ ...share, target: bind(share.target, port) })),
        }
      : action;
  return routes
    .flatMap(({ author, conditions, action }) => clausesOf(author, conditions, bindAll(action)))
    .sort(compareClauses);
}

function bind(target: Target, port: Port): Target {
  return target.port === undefined ? { ...target, port: port.number } : target;
}
