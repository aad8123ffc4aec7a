import type { Service } from '../mesh/service';
import type { RetrySpec } from '../virtual-service/model';
import type {
  Destination,
  HttpDestination,
  HttpMatch,
  HttpRule,
  MirrorSpec,
  RewriteSpec,
  VirtualService,
} from '../virtual-service/model';
import { selects, type Labels } from '../mesh/labels';
import { clusterName, specialCluster } from './cluster-name';
import { authorityIn, headerChanges } from './header-ops';
import type {
  ClusterName,
  ForwardAction,
  HashPolicy,
  MirrorTarget,
  PathMatcher,
  PathRewrite,
  RedirectAction,
  Route,
  RouteAction,
  Target,
} from './model';
import { retriesOf } from './retries';
import { isCatchAll, translateMatch } from './translate-match';

/** For whom routes are made: one proxy, and one of its ports. */
export interface Audience {
  readonly port: number;
  readonly isTls: boolean;
  /** `mesh`, or the gateways, that rules have to name. */
  readonly gateways: ReadonlySet<string>;
  readonly namespace: string;
  readonly labels: Labels;
  readonly defaultRetries: RetrySpec | undefined;
  clusterOf(destination: Destination): ClusterName;
  hashOf(destination: Destination): HashPolicy | undefined;
}

/**
 * The routes of a VirtualService for one proxy and port, in order. Conditions about the caller are decided here, so
 * that they decide about the whole of a VirtualService; what stands behind a condition that always holds is cut off.
 */
export function translateRoutes(service: VirtualService, audience: Audience): readonly Route[] {
  const routes: Route[] = [];
  for (const { rule, match } of applicable(service, audience)) {
    routes.push(translateRoute(rule, match, service, audience));
  }
  return routes;
}

/** Whether there is any route: enough to take the host. */
export function hasRoutes(service: VirtualService, audience: Audience): boolean {
  for (const _ of applicable(service, audience)) return true;
  return false;
}

function* applicable(
  { http, semantics }: VirtualService,
  audience: Audience,
): Iterable<{ rule: HttpRule; match: HttpMatch | undefined }> {
  for (const rule of http) {
    if (rule.matches.length === 0) {
      yield { rule, match: undefined };
      return;
    }
    for (const match of rule.matches) {
      if (staticReason(match, audience) !== undefined) continue;
      yield { rule, match };
      if (isCatchAll(translateMatch(match, semantics))) return;
    }
  }
}

/** Why a condition cannot be true for this proxy, whatever the request. Nothing if it can. */
export function staticReason(match: HttpMatch, audience: Audience): string | undefined {
  if (match.port !== undefined && match.port !== audience.port) {
    return `it is for port ${match.port}, not ${audience.port}`;
  }
  if (match.gateways.length > 0) {
    return match.gateways.some((name) => audience.gateways.has(name))
      ? undefined
      : `it is for ${match.gateways.join(', ')} only`;
  }
  if (!selects(match.sourceLabels, audience.labels)) {
    const wanted = [...match.sourceLabels].map(([key, text]) => `${key}=${text}`);
    return `it is for callers with ${wanted.join(', ')}`;
  }
  if (match.sourceNamespace !== undefined && match.sourceNamespace !== audience.namespace) {
    return `it is for callers in namespace ${match.sourceNamespace}`;
  }
  return undefined;
}

export function translateRoute(
  rule: HttpRule,
  match: HttpMatch | undefined,
  service: VirtualService,
  audience: Audience,
): Route {
  const matcher = translateMatch(match, service.semantics);
  const single =
    rule.destinations.length === 1 && !rule.redirect && !rule.response ? rule.destinations[0] : undefined;
  const requestHeaders = headerChanges(rule.headers?.request, single?.headers?.request);
  const responseHeaders = headerChanges(rule.headers?.response, single?.headers?.response);
  return {
    name: match?.name ? `${rule.name}.${match.name}` : rule.name,
    match: matcher,
    action: actionOf(rule, matcher.path, service, audience),
    ...(requestHeaders && { requestHeaders }),
    ...(responseHeaders && { responseHeaders }),
    ...(rule.fault && { fault: rule.fault }),
    ...(rule.cors && { cors: rule.cors }),
    place: match?.place ?? rule.place,
  };
}

function actionOf(
  rule: HttpRule,
  path: PathMatcher,
  service: VirtualService,
  audience: Audience,
): RouteAction {
  if (rule.redirect) return redirectAction(rule, audience);
  if (rule.response) return { kind: 'respond', ...rule.response };
  return forwardAction(rule, path, service, audience);
}

/** Why Envoy refuses the routes of a VirtualService, and all others of the table with them. */
export function refusalOf(service: VirtualService, audience: Audience): string | undefined {
  if (!mayBeRefused(service)) return undefined;
  for (const { action } of translateRoutes(service, audience))
    if (action.kind === 'invalid') return action.reason;
  return undefined;
}

/** Whether there is anything in it that Envoy does not take. */
export function mayBeRefused({ http }: VirtualService): boolean {
  return http.some(({ redirect }) => redirect && !REDIRECTS.has(redirect.status));
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function redirectAction({ redirect }: HttpRule, { port: own, isTls }: Audience): RouteAction {
  const { uri, prefixRewrite, authority = '', scheme = '', status } = redirect!;
  if (!REDIRECTS.has(status)) {
    return {
      kind: 'invalid',
      reason: `redirectCode ${status} makes no redirect, and Envoy refuses all routes of the port`,
    };
  }
  const asked = redirect!.port === 'request' ? own : (redirect!.port ?? 0);
  const resulting = scheme || (isTls ? 'https' : 'http');
  const isDefault = (asked === 80 && resulting === 'http') || (asked === 443 && resulting === 'https');
  const action: RedirectAction = {
    kind: 'redirect',
    status,
    authority,
    scheme,
    port: isDefault ? 0 : asked,
    path: prefixRewrite ? { kind: 'prefix', text: prefixRewrite } : { kind: 'full', text: uri ?? '' },
  };
  return action;
}

function forwardAction(
  rule: HttpRule,
  path: PathMatcher,
  { semantics }: VirtualService,
  audience: Audience,
): ForwardAction {
  const isSingle = rule.destinations.length === 1;
  const used = isSingle ? rule.destinations : rule.destinations.filter(({ weight }) => weight !== 0);
  const targets = used.map((destination) => targetOf(destination, isSingle, audience));
  const affinity = Object.freeze(used.flatMap(({ destination }) => audience.hashOf(destination) ?? []));
  const ofRoute = rule.rewrite?.authority ?? authorityIn(rule.headers?.request);
  const authority = ofRoute ?? (isSingle ? authorityIn(used[0]?.headers?.request) : undefined);
  const pathRewrite = rule.rewrite && pathRewriteOf(rule.rewrite, path, semantics);
  const retries = retriesOf(rule.retries, audience.defaultRetries);
  return {
    kind: 'forward',
    targets,
    ...(rule.timeout !== undefined && rule.timeout > 0 && { timeout: rule.timeout }),
    ...(retries && { retries }),
    mirrors: mirrorsOf(rule, audience),
    ...(pathRewrite && { pathRewrite }),
    ...(authority && { authority }),
    affinity,
    missing: semantics === 'gateway-api' ? 500 : 503,
  };
}

/** A single destination gets everything, whatever its weight, and its changes of headers are the route's. */
function targetOf(
  { destination, weight, headers, place }: HttpDestination,
  isSingle: boolean,
  audience: Audience,
): Target {
  const cluster = audience.clusterOf(destination);
  if (isSingle) return { cluster, weight: 1, place };
  const requestHeaders = headerChanges(headers?.request);
  const responseHeaders = headerChanges(headers?.response);
  const authority = authorityIn(headers?.request);
  return {
    cluster,
    weight,
    ...(requestHeaders && { requestHeaders }),
    ...(responseHeaders && { responseHeaders }),
    ...(authority && { authority }),
    place,
  };
}

function pathRewriteOf(
  { uri, regex }: RewriteSpec,
  path: PathMatcher,
  semantics: VirtualService['semantics'],
): PathRewrite | undefined {
  if (regex) return { kind: 'regex', ...regex };
  if (!uri) return undefined;
  if (semantics === 'gateway-api' && uri === '/') {
    const matched = path.kind === 'segments' ? path.text : '';
    const quoted = matched.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
    return { kind: 'regex', match: `^${quoted}(/?)(.*)`, rewrite: '/\\2' };
  }
  return { kind: 'prefix', text: uri };
}

const ALL = 1_000_000;

function mirrorsOf(rule: HttpRule, audience: Audience): readonly MirrorTarget[] {
  const single: readonly MirrorSpec[] = rule.mirror
    ? [{ ...rule.mirror, millionths: rule.mirrorPercentage ?? rule.mirrorPercent ?? ALL }]
    : [];
  return [...single, ...(rule.mirrors ?? [])].flatMap(({ destination, millionths = ALL }) =>
    millionths > 0 ? [{ cluster: audience.clusterOf(destination), millionths }] : [],
  );
}

/**
 * The cluster of a destination. Without a port it is the service's only one, if the proxy looks at all of its ports, else
 * the one that was dialled.
 */
export function destinationCluster(
  { host, port, subset = '' }: Destination,
  service: Service | undefined,
  dialled: number,
): ClusterName {
  if (host === '') return specialCluster('UnknownService');
  const only = service?.ports.length === 1 ? service.ports[0]!.number : undefined;
  return clusterName(service?.externalName ?? host, port ?? only ?? dialled, subset);
}
