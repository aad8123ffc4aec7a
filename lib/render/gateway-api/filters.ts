import type {
  HttpRouteSpecRulesFilters,
  HttpRouteSpecRulesFiltersCorsAllowMethods as CorsMethod,
  HttpRouteSpecRulesFiltersRequestHeaderModifier,
  HttpRouteSpecRulesFiltersRequestRedirectPathType,
  HttpRouteSpecRulesFiltersRequestRedirectScheme,
  HttpRouteSpecRulesFiltersType as FilterType,
  HttpRouteSpecRulesFiltersUrlRewritePathType as RewriteType,
  HttpRouteSpecRulesRetry,
  HttpRouteSpecRulesTimeouts,
} from '../../../imports/gateway.networking.k8s.io';
import type { Condition } from '../../model/condition';
import type { Cors, HeaderChange, Redirect } from '../../model/contribution';
import { effectsOf, type Outcome } from '../../model/outcome';
import { rewritePath, type Rewrite } from '../../model/rewrite';
import { duration } from '../duration';
import { member } from '../enum';
import type { RenderContext } from '../names';
import { backendOf } from './backends';

type Filter = HttpRouteSpecRulesFilters;

/** Everything that happens on the way, for requests that satisfy the condition. */
export function filtersOf(
  context: RenderContext,
  namespace: string,
  outcome: Outcome,
  condition: Condition,
): Filter[] {
  const { action } = outcome;
  const [cors] = effectsOf(outcome, 'cors');
  const rewrite =
    action.kind === 'forward' && action.rewrite ? rewriteOf(action.rewrite, condition) : undefined;
  return [
    ...(cors ? [corsOf(cors.said)] : []),
    ...headerFilter(
      'RequestHeaderModifier',
      effectsOf(outcome, 'request-header').map(({ said }) => said),
    ),
    ...headerFilter(
      'ResponseHeaderModifier',
      effectsOf(outcome, 'response-header').map(({ said }) => said),
    ),
    ...effectsOf(outcome, 'mirror').map(({ said }) => ({
      type: member<FilterType>('RequestMirror'),
      requestMirror: { backendRef: backendOf(context, namespace, said.target), ...mirrorShare(said.share) },
    })),
    ...(rewrite ? [rewrite] : []),
    ...(action.kind === 'redirect' ? [redirectOf(action)] : []),
  ];
}

export function headerFilter(
  type: 'RequestHeaderModifier' | 'ResponseHeaderModifier',
  changes: readonly HeaderChange[],
): Filter[] {
  if (changes.length === 0) return [];
  const written = (change: 'set' | 'add') => {
    const list = changes
      .filter((one) => one.change === change)
      .map(({ name, text }) => ({ name, value: text! }));
    return list.length > 0 ? { [change]: list } : {};
  };
  const remove = changes.filter(({ change }) => change === 'remove').map(({ name }) => name);
  const modifier: HttpRouteSpecRulesFiltersRequestHeaderModifier = {
    ...written('set'),
    ...written('add'),
    ...(remove.length > 0 && { remove }),
  };
  return type === 'RequestHeaderModifier'
    ? [{ type: member<FilterType>(type), requestHeaderModifier: modifier }]
    : [{ type: member<FilterType>(type), responseHeaderModifier: modifier }];
}

/** Whole percents are written as such, finer shares as a fraction. */
function mirrorShare(millionths: number): object {
  return millionths % 10_000 === 0
    ? { percent: millionths / 10_000 }
    : { fraction: { numerator: millionths, denominator: 1_000_000 } };
}

function redirectOf({ code, scheme, hostname, port, path }: Redirect): Filter {
  return {
    type: member<FilterType>('RequestRedirect'),
    requestRedirect: {
      statusCode: code,
      ...(scheme && { scheme: member<HttpRouteSpecRulesFiltersRequestRedirectScheme>(scheme) }),
      ...(hostname && { hostname }),
      ...(port !== undefined && { port }),
      ...(path && {
        path: {
          type: member<HttpRouteSpecRulesFiltersRequestRedirectPathType>('ReplaceFullPath'),
          replaceFullPath: path,
        },
      }),
    },
  };
}

/** A prefix is replaced as far as the rule's own match names it. */
function rewriteOf({ path, hostname }: Rewrite, { path: matched }: Condition): Filter {
  const to = path && rewritePath(matched?.path ?? '', path);
  const full = path?.kind === 'full' || matched?.kind === 'exact';
  return {
    type: member<FilterType>('URLRewrite'),
    urlRewrite: {
      ...(hostname && { hostname }),
      ...(to !== undefined && {
        path: full
          ? { type: member<RewriteType>('ReplaceFullPath'), replaceFullPath: to }
          : { type: member<RewriteType>('ReplacePrefixMatch'), replacePrefixMatch: to },
      }),
    },
  };
}

function corsOf(cors: Cors): Filter {
  return {
    type: member<FilterType>('CORS'),
    cors: {
      allowOrigins: cors.origins.map(({ text }) => text),
      ...(cors.methods.length > 0 && {
        allowMethods: cors.methods.map((method) => member<CorsMethod>(method as `${CorsMethod}`)),
      }),
      ...(cors.allowHeaders.length > 0 && { allowHeaders: [...cors.allowHeaders] }),
      ...(cors.exposeHeaders.length > 0 && { exposeHeaders: [...cors.exposeHeaders] }),
      ...(cors.maxAgeSeconds !== undefined && { maxAge: cors.maxAgeSeconds }),
      ...(cors.credentials !== undefined && { allowCredentials: cors.credentials }),
    },
  };
}

/** Istio takes `backendRequest` for one try only beside `retry`, and for the whole request otherwise. */
export function timesOf(outcome: Outcome): {
  timeouts?: HttpRouteSpecRulesTimeouts;
  retry?: HttpRouteSpecRulesRetry;
} {
  const timeout = effectsOf(outcome, 'timeout')[0]?.said.milliseconds ?? 0;
  const retries = effectsOf(outcome, 'retries')[0]?.said;
  const timeouts = {
    ...(timeout > 0 && { request: duration(timeout) }),
    ...(retries?.perTryMilliseconds !== undefined && {
      backendRequest: duration(retries.perTryMilliseconds),
    }),
  };
  return {
    ...(Object.keys(timeouts).length > 0 && { timeouts }),
    ...(retries && {
      retry: {
        attempts: retries.attempts,
        ...(retries.backoffMilliseconds !== undefined && { backoff: duration(retries.backoffMilliseconds) }),
        ...(retries.statusCodes.length > 0 && { codes: [...retries.statusCodes] }),
      },
    }),
  };
}
