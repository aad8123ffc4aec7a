import { tidy, type Treatment } from './promises';
import { headersOf, type Request } from './requests';
import { milliseconds } from './virtual-service';

/* What Istio does with the HTTPRoutes of one parent: all their matches in its own order, and the first that matches. */

interface TypedMatch {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

interface HttpMatch {
  readonly path?: { readonly type: string; readonly value: string };
  readonly method?: string;
  readonly headers?: readonly TypedMatch[];
  readonly queryParams?: readonly TypedMatch[];
}

interface Headers {
  readonly set?: readonly { readonly name: string; readonly value: string }[];
  readonly add?: readonly { readonly name: string; readonly value: string }[];
}

interface Filter {
  readonly type: string;
  readonly requestRedirect?: {
    readonly statusCode: number;
    readonly path?: { readonly replaceFullPath: string };
  };
  readonly urlRewrite?: {
    readonly path?: {
      readonly type: string;
      readonly replaceFullPath?: string;
      readonly replacePrefixMatch?: string;
    };
  };
  readonly requestMirror?: {
    readonly backendRef: { readonly name: string };
    readonly percent?: number;
    readonly fraction?: { readonly numerator: number; readonly denominator: number };
  };
  readonly requestHeaderModifier?: Headers;
  readonly responseHeaderModifier?: Headers;
  readonly cors?: { readonly allowOrigins: readonly string[] };
}

export interface RouteRule {
  readonly matches?: readonly HttpMatch[];
  readonly filters?: readonly Filter[];
  readonly backendRefs?: readonly { readonly name: string; readonly weight?: number }[];
  readonly timeouts?: { readonly request?: string };
}

export function evaluateRoutes(rules: readonly RouteRule[], request: Request): Treatment {
  const all = rules.flatMap((rule) => (rule.matches ?? [{}]).map((match) => ({ rule, match })));
  const sorted = all.sort((a, b) => compare(rank(a.match), rank(b.match)));
  const hit = sorted.find(({ match }) => matches(match, request));
  return hit ? treat(hit.rule, hit.match, request.path) : { status: 404 };
}

/** Exact, prefix, regex; then the longer path; then a method, headers, query parameters. The greater the earlier. */
function rank({ path, method, headers = [], queryParams = [] }: HttpMatch): number[] {
  const type = { Exact: 3, PathPrefix: 2, RegularExpression: 1 }[path?.type ?? 'PathPrefix']!;
  return [type, (path?.value ?? '/').length, method ? 1 : 0, headers.length, queryParams.length];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((number, i) => b[i]! - number).find((difference) => difference !== 0) ?? 0;
}

function matches({ path, method, headers = [], queryParams = [] }: HttpMatch, request: Request): boolean {
  const all = headersOf(request);
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || pathMatches(path, request.path)) &&
    headers.every(({ name, type, value }) => valueMatches(type, value, all[name])) &&
    queryParams.every(({ name, type, value }) => valueMatches(type, value, request.query[name]))
  );
}

function pathMatches(
  { type, value }: { readonly type: string; readonly value: string },
  path: string,
): boolean {
  if (type === 'Exact') return path === value;
  return type === 'PathPrefix'
    ? `${path}/`.startsWith(value === '/' ? '/' : `${value}/`)
    : new RegExp(`^(?:${value})$`).test(path);
}

function valueMatches(type: string, wanted: string, actual: string | undefined): boolean {
  if (actual === undefined) return false;
  return type === 'Exact' ? actual === wanted : new RegExp(`^(?:${wanted})$`).test(actual);
}

function treat(rule: RouteRule, match: HttpMatch, path: string): Treatment {
  const filters = rule.filters ?? [];
  const headers = (side: 'requestHeaderModifier' | 'responseHeaderModifier') => {
    const list = filters.flatMap((filter) => filter[side] ?? []);
    const all = list.flatMap(({ set = [], add = [] }) => [
      ...set.map(({ name, value }) => [name, `set ${value}`]),
      ...add.map(({ name, value }) => [name, `add ${value}`]),
    ]);
    return all.length > 0 ? (Object.fromEntries(all) as Record<string, string>) : undefined;
  };
  const answers = { responseHeaders: headers('responseHeaderModifier') };
  const redirect = filters.find(({ requestRedirect }) => requestRedirect)?.requestRedirect;
  if (redirect)
    return tidy({
      redirect: { code: redirect.statusCode, path: redirect.path?.replaceFullPath },
      ...answers,
    });

  const weighted = rule.backendRefs!.filter(({ weight = 1 }) => weight > 0);
  const whole = weighted.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const mirrors = filters.flatMap(({ requestMirror }) => requestMirror ?? []);
  return tidy({
    to: Object.fromEntries(weighted.map(({ name, weight = 1 }) => [nameOf(name), weight / whole])),
    path: rewritten(filters.find(({ urlRewrite }) => urlRewrite)?.urlRewrite?.path, match, path),
    mirrors:
      mirrors.length > 0
        ? Object.fromEntries(
            mirrors.map(({ backendRef, percent, fraction }) => [
              nameOf(backendRef.name),
              percent ?? (100 * fraction!.numerator) / fraction!.denominator,
            ]),
          )
        : undefined,
    timeout: rule.timeouts?.request === undefined ? undefined : milliseconds(rule.timeouts.request),
    requestHeaders: headers('requestHeaderModifier'),
    ...answers,
    cors: filters.find(({ cors }) => cors)?.cors?.allowOrigins,
  });
}

function rewritten(
  rewrite: NonNullable<Filter['urlRewrite']>['path'],
  match: HttpMatch,
  path: string,
): string {
  if (!rewrite) return path;
  if (rewrite.replaceFullPath !== undefined) return rewrite.replaceFullPath;
  const prefix = match.path!.value.replace(/\/$/, '');
  return rewrite.replacePrefixMatch!.replace(/\/$/, '') + path.slice(prefix.length) || '/';
}

/** `reviews v1` for the Service `reviews-v1`. */
function nameOf(service: string): string {
  return service.replace('-', ' ');
}
