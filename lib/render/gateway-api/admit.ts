import type { Condition } from '../../model/condition';
import { describeCondition } from '../../model/condition';
import type { Author, Effect, Overlay, Route } from '../../model/contribution';
import { describeAction, describeEffect } from '../../model/describe';
import type { Exposure } from '../../model/edge';
import { isHttp, isTls, type Host, type Port } from '../../model/host';
import type { PathRewrite } from '../../model/rewrite';
import { appliesToConnections, type Traffic } from '../../model/traffic';
import type { Loss } from '../dialect';
import type { RenderContext } from '../names';
import { DEFAULT_RETRY_CAUSES } from '../retries';

/**
 * What the Gateway API can say of all that is said about a host. The rest is lost before contributions are merged, so
 * that each loss is told once, with its author, and what is left fits together.
 */
export function admitTraffic(
  context: RenderContext,
  traffic: Traffic,
  namespace: string,
): { readonly traffic: Traffic; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const routes = traffic.routes.flatMap((route) => admitRoute(context, traffic.host, route, losses));
  const overlays = traffic.overlays.flatMap((overlay) => admitOverlay(context, overlay, namespace, losses));
  return { traffic: { host: traffic.host, routes, overlays }, losses };
}

/** What the Gateway API can say of what is let in at a gateway. */
export function admitExposures(exposures: readonly Exposure[]): {
  readonly exposures: readonly Exposure[];
  readonly losses: readonly Loss[];
} {
  const losses: Loss[] = [];
  // Istio puts regular expressions after prefixes, so here they are lost only beside some.
  const prefixes = exposures.some(({ conditions }) => conditions.length === 0 || conditions.some(hasPrefix));
  const admitted = exposures.flatMap((exposure) => {
    const { author, to } = exposure;
    return to.kind === 'service' && to.rewrite && isJoined(to.rewrite)
      ? lose(losses, author, `a route from outside with every path below ${to.rewrite.to}`, JOINED)
      : withConditions(exposure, prefixes, 'a route from outside', losses);
  });
  return { exposures: admitted, losses };
}

/** Whether what replaces the prefix of every path would be followed by the path without its slash. */
function isJoined(rewrite: PathRewrite): boolean {
  return rewrite.kind === 'prefix' && rewrite.from === '' && rewrite.to !== '';
}

const JOINED =
  'Istio would join the two without a slash between them; match a path prefix other than /, or let the service know its paths';

function hasPrefix({ path }: Condition): boolean {
  return path === undefined || path.kind === 'prefix';
}

function admitRoute(context: RenderContext, host: Host, route: Route, losses: Loss[]): Route[] {
  const { author, action } = route;
  if (action.kind === 'direct-response') {
    return lose(losses, author, describeAction(action), 'only a service can answer; route to one that does');
  }
  if (action.kind === 'forward' && action.rewrite?.path && isJoined(action.rewrite.path)) {
    return lose(losses, author, `a route with every path below ${action.rewrite.path.to}`, JOINED);
  }
  const [admitted] = withConditions(route, true, 'a route', losses);
  if (!admitted || !appliesToConnections(admitted)) return admitted ? [admitted] : [];

  const concerned = host.ports.filter(({ number }) => route.port === undefined || route.port === number);
  const refused = concerned.filter((port) => connectionObstacle(context, port) !== undefined);
  for (const port of refused) {
    const what = `${describeAction(action)} on port ${port.number} (${port.protocol})`;
    losses.push({ author, what, why: connectionObstacle(context, port)! });
  }
  if (refused.length === 0) return [admitted];
  return concerned
    .filter((port) => !refused.includes(port))
    .map(({ number }) => ({ ...admitted, port: number }));
}

/** Why connections of a port cannot be routed. */
function connectionObstacle(
  { experimental, minorVersion }: RenderContext,
  { protocol }: Port,
): string | undefined {
  if (isHttp(protocol)) return undefined;
  if (isTls(protocol)) return minorVersion >= 30 ? undefined : 'Istio reads TLSRoutes (v1) from 1.30 on';
  return experimental ? undefined : TCP_ROUTE;
}

export const TCP_ROUTE =
  'Istio reads TCPRoutes of the experimental channel only (and with PILOT_ENABLE_ALPHA_GATEWAY_API); use Dialect.GATEWAY_API_EXPERIMENTAL';

function admitOverlay(
  context: RenderContext,
  overlay: Overlay,
  namespace: string,
  losses: Loss[],
): Overlay[] {
  const { author, effect } = overlay;
  const obstacle = effectObstacle(context, effect, namespace);
  if (obstacle !== undefined) return lose(losses, author, describeEffect(effect), obstacle);
  return withConditions(overlay, true, describeEffect(effect), losses);
}

function effectObstacle(
  { experimental, hosts }: RenderContext,
  effect: Effect,
  namespace: string,
): string | undefined {
  switch (effect.kind) {
    case 'mirror': {
      const receiver = hosts.get(effect.target.service)!;
      return receiver.external && receiver.namespace !== namespace
        ? `Istio copies to hosts outside only from routes in the namespace of their ServiceEntry, and this one is in ${namespace}; move the ExternalService there`
        : undefined;
    }
    case 'delay':
    case 'abort':
      return 'it knows no faults; inject them with Dialect.ISTIO';
    case 'retries':
      if (effect.attempts === 0) return 'it cannot turn retries off (at least 1 has to be asked for)';
      if (!experimental)
        return 'retries are in its experimental channel only; use Dialect.GATEWAY_API_EXPERIMENTAL';
      return effect.on.every((cause) => DEFAULT_RETRY_CAUSES.includes(cause)) &&
        (effect.on.length === 0 || effect.on.length === DEFAULT_RETRY_CAUSES.length)
        ? undefined
        : `it knows status codes as causes only (Istio adds ${DEFAULT_RETRY_CAUSES.join(', ')}); use statusCodes`;
    case 'cors':
      return effect.origins.some(({ kind }) => kind === 'regex')
        ? 'it knows no regular expressions for origins; name them, or use Origin.subdomains'
        : undefined;
    default:
      return undefined;
  }
}

/** Without the alternatives that cannot be said. Nothing is left where that was all. */
function withConditions<T extends { readonly author: Author; readonly conditions: readonly Condition[] }>(
  said: T,
  besidePrefixes: boolean,
  what: string,
  losses: Loss[],
): T[] {
  if (said.conditions.length === 0) return [said];
  const conditions = said.conditions.filter((condition) => {
    const obstacle = conditionObstacle(condition, besidePrefixes);
    if (obstacle !== undefined)
      losses.push({
        author: said.author,
        what: `${what} for ${describeCondition(condition)}`,
        why: obstacle,
      });
    return obstacle === undefined;
  });
  return conditions.length > 0 ? [{ ...said, conditions }] : [];
}

function conditionObstacle(
  { path, headers, source }: Condition,
  besidePrefixes: boolean,
): string | undefined {
  if (source) return 'it cannot tell callers apart';
  if (headers.some(({ match }) => match.kind === 'absent'))
    return 'it cannot ask for the absence of a header';
  if (path?.kind === 'string-prefix') return 'it knows prefixes by segment only; use PathPattern.prefix';
  if (path?.kind === 'regex' && besidePrefixes) {
    return 'Istio would try a regular expression for the path after all prefixes, where another route has taken the request; use exact paths or prefixes';
  }
  return undefined;
}

function lose(losses: Loss[], author: Author, what: string, why: string): never[] {
  losses.push({ author, what, why });
  return [];
}
