import type { Decision, Outcome, ProxyPath, Rewrite } from '../decision';
import type { Call } from '../call';
import { aboutPlace, nameOf, type Trace } from '../explain/trace';
import type { HttpHandler } from '../listener/chain';
import type { ForwardAction, Route } from '../route/model';
import { matches, matchesText, mismatch, type Subject } from '../route/match';
import { normalizePath, splitTarget } from '../route/path';
import { redirectLocation, rewrittenPath } from '../route/rewrite';
import type { VirtualHost } from '../route/table';
import { forwardingOf, outcomesOf, type Forwarding } from './forward';
import type { Proxy } from './proxy';

/** A decision without what every decision has. */
export type Result = Omit<Decision, 'notModelled' | 'explanation'> & Partial<Pick<Decision, 'notModelled'>>;

const MILLION = 1_000_000;
const NONE = Object.freeze([]);

/** What a proxy does with an HTTP request. */
export function decideHttp(
  proxy: Proxy,
  handler: HttpHandler,
  call: Call,
  path: ProxyPath,
  trace: Trace | undefined,
): Result {
  const table = handler.table();
  const subject = subjectOf(call, handler, proxy);
  const host = table.hosts.find(call.authority) ?? table.fallback;
  const way = (): ProxyPath => ({ ...path, routeConfig: table.name });
  if (table.refusal !== undefined) return answer(way(), 404, 'NR', table.refusal);
  if (!host) {
    trace?.add('host', 'rejected', `no virtual host is for ${call.authority}`);
    return answer(way(), 404, 'NR', `the proxy has nothing for the host ${call.authority}`);
  }
  if (trace) explainHost(host, call, trace);
  const inHost = (): ProxyPath => ({ ...way(), virtualHost: host.name });
  if (host.requiresTls && subject.scheme !== 'https') return redirectToTls(inHost(), subject);
  const route = findRoute(host, subject, trace);
  if (!route) return answer(inHost(), 404, 'NR', `no rule for ${host.name} matches`);
  return actOnce(
    proxy,
    route,
    subject,
    host.name,
    path.listener,
    () => ({ ...inHost(), route: route.name }),
    trace,
  );
}

function subjectOf(call: Call, { trustsForwardedProto }: HttpHandler, { world }: Proxy): Subject {
  const [path, query] = splitTarget(call.target);
  const said = trustsForwardedProto ? call.headers.get('x-forwarded-proto') : undefined;
  return {
    call,
    scheme: said === 'http' || said === 'https' ? said : call.scheme,
    path: normalizePath(path, world.settings.pathNormalization),
    query,
  };
}

function explainHost({ name, services, passedOver }: VirtualHost, { authority }: Call, trace: Trace): void {
  for (const { service, reason } of passedOver) {
    trace.add('policy', 'rejected', `${nameOf(service.config.document)} is not used: ${reason}`, {
      document: service.config.document,
    });
  }
  const by = services.map(({ config }) => nameOf(config.document));
  trace.add(
    'host',
    'chosen',
    `${authority} is ${name}, ${by.length > 0 ? `with the rules of ${by.join(', ')}` : 'about which there are no rules'}`,
    services[0] && { document: services[0].config.document },
  );
}

/** What comes of the requests of a route, told from one of them. Without a route, of those that no route is for. */
export function decideRoute(
  proxy: Proxy,
  host: VirtualHost,
  route: Route | undefined,
  subject: Subject,
  path: ProxyPath,
): Result {
  const way: ProxyPath = { ...path, virtualHost: host.name };
  if (host.requiresTls && subject.scheme !== 'https') return redirectToTls(way, subject);
  if (!route) return answer(way, 404, 'NR', `no rule for ${host.name} matches`);
  return act(proxy, route, subject, { ...way, route: route.name }, undefined);
}

function findRoute(host: VirtualHost, subject: Subject, trace: Trace | undefined): Route | undefined {
  for (const route of host.routes()) {
    if (matches(route.match, subject)) {
      trace?.add('rule', 'chosen', `${ruleName(route)} matches`, aboutPlace(route.place));
      return route;
    }
    if (trace) {
      const reason = mismatch(route.match, subject);
      trace.add('rule', 'rejected', `${ruleName(route)} does not match: ${reason}`, aboutPlace(route.place));
    }
  }
  return undefined;
}

function ruleName({ name, place }: Route): string {
  return name ? `rule "${name}"` : `the rule at ${place?.at ?? 'its place'}`;
}

/** The proxy answers by itself. */
export function answer(path: ProxyPath, status: number, flag: string | undefined, reason: string): Result {
  const outcome: Outcome = Object.freeze({
    kind: 'answered',
    probability: 1,
    status,
    ...(flag !== undefined && { flag }),
    reason,
  });
  return bare(path, [outcome]);
}

export function bare(path: ProxyPath, outcomes: readonly Outcome[]): Result {
  return { outcomes: Object.freeze(outcomes), mirrors: NONE, affinity: NONE, path: Object.freeze(path) };
}

function redirectToTls(path: ProxyPath, { call, path: target, query }: Subject): Result {
  const authority = call.authority.endsWith(':80') ? call.authority.slice(0, -3) : call.authority;
  const outcome: Outcome = Object.freeze({
    kind: 'answered',
    probability: 1,
    status: 301,
    reason: 'the server sends requests in the clear to https',
    location: `https://${authority}${target}${query}`,
  });
  return bare(path, [outcome]);
}

const results = new WeakMap<Route, { readonly path: ProxyPath; readonly result: Result }>();

/** What is the same for all requests of a route is made once. */
function actOnce(
  proxy: Proxy,
  route: Route,
  subject: Subject,
  host: string,
  listener: string | undefined,
  makePath: () => ProxyPath,
  trace: Trace | undefined,
): Result {
  const known = results.get(route);
  // VirtualServices may have many hosts with the same routes.
  const isSame =
    known?.path.virtualHost === host && known.path.listener === listener && !looksAtRequest(route, subject);
  if (isSame && !trace) return known.result;
  const result = act(proxy, route, subject, isSame ? known.path : makePath(), trace);
  if (!looksAtRequest(route, subject))
    results.set(route, { path: result.path, result: isSame ? known.result : result });
  return isSame ? known.result : result;
}

/** Whether the outcome depends on more than the route. */
function looksAtRequest({ action, cors }: Route, { call }: Subject): boolean {
  if (action.kind === 'redirect') return true;
  if (cors && call.headers.has('origin')) return true;
  return action.kind === 'forward' && action.pathRewrite !== undefined;
}

/** In the order of the proxy: faults, cross-origin rules, then what the route does. */
function act(
  proxy: Proxy,
  route: Route,
  subject: Subject,
  path: ProxyPath,
  trace: Trace | undefined,
): Result {
  const { action, fault, requestHeaders, responseHeaders } = route;
  const aborted = Math.min(fault?.abort?.millionths ?? 0, MILLION);
  const cors = corsOf(route, subject);
  const common = {
    ...faultOf(route),
    ...(requestHeaders && { requestHeaders }),
    ...(responseHeaders && { responseHeaders }),
    ...(cors && { cors: Object.freeze(cors) }),
    path: Object.freeze(path),
  };
  if (trace) explainFault(route, trace);
  const finish = (ends: readonly Outcome[]): readonly Outcome[] =>
    sorted([...abortOutcome(route, aborted), ...ends]);
  const own = (
    end: Omit<Extract<Outcome, { kind: 'answered' }>, 'kind' | 'probability'>,
  ): readonly Outcome[] =>
    aborted < MILLION
      ? [Object.freeze({ kind: 'answered', probability: (MILLION - aborted) / MILLION, ...end })]
      : [];
  if (cors?.preflight) {
    const outcomes = finish(own({ status: 200, reason: 'the proxy answers the preflight request' }));
    return { outcomes, mirrors: NONE, affinity: NONE, ...common };
  }
  switch (action.kind) {
    case 'redirect': {
      const location = redirectLocation(action, route.match.path, subject);
      const outcomes = finish(own({ status: action.status, reason: 'the rule redirects', location }));
      return { outcomes, mirrors: NONE, affinity: NONE, ...common };
    }
    case 'respond': {
      const { status, body } = action;
      const reason =
        path.virtualHost === 'block_all'
          ? 'the host is unknown, and only known ones are allowed'
          : 'the rule answers itself';
      const outcomes = finish(own({ status, reason, ...(body !== undefined && { body }) }));
      return { outcomes, mirrors: NONE, affinity: NONE, ...common };
    }
    case 'invalid': {
      const outcomes = finish(own({ status: 404, flag: 'NR', reason: action.reason }));
      return { outcomes, mirrors: NONE, affinity: NONE, ...common };
    }
    case 'forward':
      return { ...common, ...forward(proxy, route, action, subject, aborted, finish, trace) };
  }
}

const forwardings = new WeakMap<Route, Forwarding>();

function forward(
  { clusters }: Proxy,
  route: Route,
  action: ForwardAction,
  subject: Subject,
  aborted: number,
  finish: (ends: readonly Outcome[]) => readonly Outcome[],
  trace: Trace | undefined,
): Pick<Result, 'outcomes' | 'timeout' | 'retries' | 'rewrite' | 'mirrors' | 'affinity'> {
  let forwarding = forwardings.get(route);
  if (!forwarding) forwardings.set(route, (forwarding = forwardingOf(action, clusters)));
  const outcomes = finish(aborted < MILLION ? outcomesOf(forwarding, aborted) : []);
  if (trace) explainOutcomes(route, outcomes, trace);
  const rewrite = rewriteOf(action, route, subject);
  return {
    outcomes,
    ...(action.timeout !== undefined && { timeout: action.timeout }),
    ...(action.retries && { retries: action.retries }),
    ...(rewrite && { rewrite }),
    mirrors: forwarding.isReached && aborted < MILLION ? forwarding.mirrors : NONE,
    affinity: action.affinity,
  };
}

function rewriteOf(action: ForwardAction, route: Route, subject: Subject): Rewrite | undefined {
  const path = rewrittenPath(action, route.match.path, subject);
  const { authority } = action;
  if (path === undefined && authority === undefined) return undefined;
  return Object.freeze({
    ...(path !== undefined && { path }),
    ...(authority !== undefined && { authority }),
  });
}

function faultOf({ fault }: Route): Pick<Result, 'fault'> {
  if (!fault) return {};
  const { delay, abort } = fault;
  return {
    fault: Object.freeze({
      ...(delay && {
        delay: Object.freeze({
          duration: delay.duration,
          probability: Math.min(1, delay.millionths / MILLION),
        }),
      }),
      ...(abort && {
        abort: Object.freeze({
          status: abort.status ?? 200,
          ...(abort.grpcStatus !== undefined && { grpcStatus: abort.grpcStatus }),
          probability: Math.min(1, abort.millionths / MILLION),
        }),
      }),
    }),
  };
}

/** An aborted gRPC call is an HTTP success with a status of gRPC. */
function abortOutcome({ fault }: Route, aborted: number): readonly Outcome[] {
  if (aborted === 0) return NONE;
  const { status = 200, grpcStatus } = fault!.abort!;
  const outcome: Outcome = Object.freeze({
    kind: 'answered',
    probability: aborted / MILLION,
    status,
    flag: 'FI',
    reason: 'the rule injects an abort',
    ...(grpcStatus !== undefined && { grpcStatus }),
  });
  return [outcome];
}

function corsOf({ cors }: Route, { call }: Subject): Result['cors'] {
  const origin = call.headers.get('origin');
  if (!cors || !origin) return undefined;
  const originAllowed = cors.origins.some((match) => matchesText(match, origin));
  const isPreflight = call.method === 'OPTIONS' && call.headers.has('access-control-request-method');
  return { originAllowed, preflight: isPreflight && (originAllowed || !cors.forwardUnmatched) };
}

function sorted(outcomes: readonly Outcome[]): readonly Outcome[] {
  if (outcomes.length < 2) return Object.freeze(outcomes);
  return Object.freeze([...outcomes].sort((a, b) => b.probability - a.probability));
}

function explainFault({ fault, place }: Route, trace: Trace): void {
  if (fault?.delay) {
    trace.add(
      'fault',
      'noted',
      `${percent(fault.delay.millionths)} of the requests wait ${fault.delay.duration} ms`,
      aboutPlace(place),
    );
  }
  if (fault?.abort) {
    const { status, grpcStatus, millionths } = fault.abort;
    const what = status === undefined ? `gRPC status ${grpcStatus}` : `status ${status}`;
    trace.add(
      'fault',
      'noted',
      `${percent(millionths)} of the requests are answered with ${what}`,
      aboutPlace(place),
    );
  }
}

function explainOutcomes({ place }: Route, outcomes: readonly Outcome[], trace: Trace): void {
  for (const outcome of outcomes) {
    const share = percent(outcome.probability * MILLION);
    if (outcome.kind === 'forwarded') {
      const { host, port, subset, workloads } = outcome;
      const who = workloads.map(({ name }) => name).join(', ');
      const where =
        host === undefined ? 'where it was sent to' : `${host}:${port}${subset ? `, subset ${subset}` : ''}`;
      trace.add('destination', 'chosen', `${share} go to ${where}${who && ` (${who})`}`, aboutPlace(place));
    } else if (outcome.kind === 'answered' && outcome.flag !== 'FI') {
      trace.add(
        'destination',
        'rejected',
        `${share} get ${outcome.status}${outcome.flag ? ` ${outcome.flag}` : ''}: ${outcome.reason}`,
        aboutPlace(place),
      );
    }
  }
}

function percent(millionths: number): string {
  return `${Number((millionths / 10_000).toFixed(4))} %`;
}
