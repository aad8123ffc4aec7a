import type {
  VirtualServiceSpecHttp,
  VirtualServiceSpecHttpCorsPolicy,
  VirtualServiceSpecHttpCorsPolicyUnmatchedPreflights as UnmatchedPreflights,
  VirtualServiceSpecHttpFault,
  VirtualServiceSpecHttpHeaders,
  VirtualServiceSpecHttpRedirectDerivePort as DerivePort,
  VirtualServiceSpecHttpRetries,
  VirtualServiceSpecHttpRewrite,
  VirtualServiceSpecHttpRoute,
} from '../../../imports/networking.istio.io';
import type { Action, Cors, HeaderChange, Redirect, Retries, Share, Target } from '../../model/contribution';
import { effectsOf, type Outcome } from '../../model/outcome';
import { escapeRegex } from '../../model/regex';
import { rewritePath, type PathRewrite, type Rewrite } from '../../model/rewrite';
import { duration } from '../duration';
import { member } from '../enum';
import { hostName, versionService, type RenderContext } from '../names';
import { DEFAULT_RETRY_CAUSES } from '../retries';
import type { UriBlock } from './match';

/** What a rule does, without its name and its matches. */
export function ruleOf(context: RenderContext, namespace: string, outcome: Outcome): VirtualServiceSpecHttp {
  const requestHeaders = effectsOf(outcome, 'request-header').map(({ said }) => said);
  const responseHeaders = effectsOf(outcome, 'response-header').map(({ said }) => said);
  const headers = headerRules(requestHeaders, responseHeaders);
  const action = actionOf(context, namespace, outcome.action);
  if (outcome.action.kind !== 'forward') return { ...action, ...(headers && { headers }) };

  const [timeout] = effectsOf(outcome, 'timeout');
  const [retries] = effectsOf(outcome, 'retries');
  const [cors] = effectsOf(outcome, 'cors');
  const fault = faultOf(outcome);
  return {
    ...action,
    ...(fault && { fault }),
    ...mirrorsOf(context, namespace, outcome),
    ...(timeout && timeout.said.milliseconds > 0 && { timeout: duration(timeout.said.milliseconds) }),
    ...(retries && { retries: retriesOf(retries.said) }),
    ...(headers && { headers }),
    ...(cors && { corsPolicy: corsOf(cors.said) }),
  };
}

function actionOf(context: RenderContext, namespace: string, action: Action): VirtualServiceSpecHttp {
  switch (action.kind) {
    case 'forward':
      return { route: weightedRoutes(context, namespace, action.shares) };
    case 'redirect':
      return {
        redirect: {
          redirectCode: action.code,
          ...(action.scheme && { scheme: action.scheme }),
          ...(action.hostname && { authority: action.hostname }),
          ...(action.port !== undefined && { port: action.port }),
          ...(keepsPort(action) && { derivePort: member<DerivePort>('FROM_REQUEST_PORT') }),
          ...(action.path && { uri: action.path }),
        },
      };
    case 'direct-response':
      return {
        directResponse: {
          status: action.status,
          ...(action.body !== undefined && { body: { string: action.body } }),
        },
      };
  }
}

/** Envoy takes the usual port of the scheme for another host. */
function keepsPort({ scheme, hostname, port }: Redirect): boolean {
  return hostname !== undefined && scheme === undefined && port === undefined;
}

/** A single destination gets everything, whatever its weight, so none is written. */
export function weightedRoutes(
  context: RenderContext,
  namespace: string,
  shares: readonly Share[],
): VirtualServiceSpecHttpRoute[] {
  return shares.map(({ target, weight, responseHeaders }) => ({
    destination: destination(context, namespace, target),
    ...(shares.length > 1 && { weight }),
    ...(responseHeaders && { headers: headerRules([], responseHeaders) }),
  }));
}

/** A port is always written: without one, a sidecar would send the request to the port that the client called. */
export function destination(
  context: RenderContext,
  namespace: string,
  { service, version, port }: Target,
): VirtualServiceSpecHttpRoute['destination'] {
  const host = context.hosts.get(service)!;
  const own = host.versionsAs === 'services' && host.versions.find(({ name }) => name === version);
  return {
    host: hostName(context, own ? versionService(host, own) : host, namespace),
    port: { number: port! },
    ...(version !== undefined && !own && { subset: version }),
  };
}

/** What becomes of the path where this block matched; Istio replaces what matched by `uri`. */
export function rewriteOf(rewrite: Rewrite | undefined, block: UriBlock): VirtualServiceSpecHttp {
  if (!rewrite) return {};
  const { path, hostname } = rewrite;
  return {
    rewrite: { ...(path && pathRewriteOf(path, block)), ...(hostname && { authority: hostname }) },
  };
}

/** Beside a regular expression there are prefix rewrites of every path only: conditions see to that. */
function pathRewriteOf(path: PathRewrite, { matched }: UriBlock): VirtualServiceSpecHttpRewrite {
  const whole = (rewrite: string) => ({ uriRegexRewrite: { match: '^.*$', rewrite } });
  if (path.kind === 'full') return whole(path.to);
  return matched === undefined ? whole(`${path.to}\\0`) : { uri: rewritePath(matched, path) };
}

function faultOf(outcome: Outcome): VirtualServiceSpecHttpFault | undefined {
  const [delay] = effectsOf(outcome, 'delay');
  const [abort] = effectsOf(outcome, 'abort');
  if (!delay && !abort) return undefined;
  return {
    ...(delay && {
      delay: { fixedDelay: duration(delay.said.milliseconds), percentage: percentage(delay.said.share) },
    }),
    ...(abort && {
      abort: {
        ...(abort.said.grpcStatus
          ? { grpcStatus: abort.said.grpcStatus }
          : { httpStatus: abort.said.httpStatus }),
        percentage: percentage(abort.said.share),
      },
    }),
  };
}

/** One mirror is written the way that every tool knows, several as a list. */
function mirrorsOf(context: RenderContext, namespace: string, outcome: Outcome): VirtualServiceSpecHttp {
  const mirrors = effectsOf(outcome, 'mirror').map(({ said }) => ({
    destination: destination(context, namespace, said.target),
    percentage: percentage(said.share),
  }));
  if (mirrors.length > 1) return { mirrors };
  const [mirror] = mirrors;
  return mirror ? { mirror: mirror.destination, mirrorPercentage: mirror.percentage } : {};
}

/** Always written: without one, Istio takes 100 % for a mirror and 0 % for a fault. */
function percentage(millionths: number): { value: number } {
  return { value: millionths / 10_000 };
}

function retriesOf({
  attempts,
  perTryMilliseconds,
  backoffMilliseconds,
  on,
  statusCodes,
}: Retries): VirtualServiceSpecHttpRetries {
  // Where causes are written, Istio adds none of its own.
  const others = on.length > 0 || statusCodes.length === 0 ? on : DEFAULT_RETRY_CAUSES;
  const causes = [
    ...others,
    ...(statusCodes.length > 0 ? ['retriable-status-codes'] : []),
    ...statusCodes.map(String),
  ];
  return {
    attempts,
    ...(perTryMilliseconds !== undefined && { perTryTimeout: duration(perTryMilliseconds) }),
    ...(backoffMilliseconds !== undefined && { backoff: duration(backoffMilliseconds) }),
    ...(causes.length > 0 && { retryOn: causes.join(',') }),
  };
}

function headerRules(
  request: readonly HeaderChange[],
  response: readonly HeaderChange[],
): VirtualServiceSpecHttpHeaders | undefined {
  const rules = {
    ...(request.length > 0 && { request: headerOperations(request) }),
    ...(response.length > 0 && { response: headerOperations(response) }),
  };
  return Object.keys(rules).length > 0 ? rules : undefined;
}

function headerOperations(changes: readonly HeaderChange[]): {
  set?: Record<string, string>;
  add?: Record<string, string>;
  remove?: string[];
} {
  const written = (change: 'set' | 'add') => {
    const pairs = changes
      .filter((one) => one.change === change)
      .map(({ name, text }) => [name, text!] as const);
    return pairs.length > 0 ? { [change]: Object.fromEntries(pairs) } : {};
  };
  const remove = changes.filter(({ change }) => change === 'remove').map(({ name }) => name);
  return { ...written('set'), ...written('add'), ...(remove.length > 0 && { remove }) };
}

function corsOf(cors: Cors): VirtualServiceSpecHttpCorsPolicy {
  return {
    allowOrigins: cors.origins.map(({ kind, text }) => {
      if (kind !== 'wildcard') return { [kind]: text };
      return { regex: text === '*' ? '.*' : escapeRegex(text).replace('\\*', '[a-z0-9.-]+') };
    }),
    ...(cors.methods.length > 0 && { allowMethods: [...cors.methods] }),
    ...(cors.allowHeaders.length > 0 && { allowHeaders: [...cors.allowHeaders] }),
    ...(cors.exposeHeaders.length > 0 && { exposeHeaders: [...cors.exposeHeaders] }),
    ...(cors.maxAgeSeconds !== undefined && { maxAge: duration(cors.maxAgeSeconds * 1000) }),
    ...(cors.credentials !== undefined && { allowCredentials: cors.credentials }),
    // As the Gateway API has it: a preflight of another origin is not passed on to a service that may allow it.
    unmatchedPreflights: member<UnmatchedPreflights>('IGNORE'),
  };
}
