import { tidy, type Treatment } from './promises';
import { headersOf, type Request } from './requests';

/* What a sidecar or a gateway does with the rules of a VirtualService: the first that matches, by Istio's rules. */

interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

interface Destination {
  readonly host: string;
  readonly subset?: string;
}

export interface HttpRule {
  readonly match?: readonly {
    readonly uri?: StringMatch;
    readonly method?: StringMatch;
    readonly headers?: Record<string, StringMatch>;
    readonly withoutHeaders?: Record<string, StringMatch>;
    readonly queryParams?: Record<string, StringMatch>;
  }[];
  readonly route?: readonly { readonly destination: Destination; readonly weight?: number }[];
  readonly redirect?: { readonly redirectCode: number; readonly uri?: string };
  readonly directResponse?: { readonly status: number };
  readonly rewrite?: { readonly uri?: string; readonly uriRegexRewrite?: { readonly rewrite: string } };
  readonly fault?: {
    readonly delay?: { readonly fixedDelay: string; readonly percentage: { readonly value: number } };
    readonly abort?: { readonly httpStatus: number; readonly percentage: { readonly value: number } };
  };
  readonly mirror?: Destination;
  readonly mirrorPercentage?: { readonly value: number };
  readonly mirrors?: readonly {
    readonly destination: Destination;
    readonly percentage: { readonly value: number };
  }[];
  readonly timeout?: string;
  readonly headers?: Partial<
    Record<'request' | 'response', { set?: Record<string, string>; add?: Record<string, string> }>
  >;
  readonly corsPolicy?: { readonly allowOrigins: readonly StringMatch[] };
}

export function evaluateRules(rules: readonly HttpRule[], request: Request): Treatment {
  for (const rule of rules) {
    for (const block of rule.match ?? [{}]) {
      const matched = uriMatched(block.uri, request.path);
      const others =
        matches(block.method, request.method) &&
        every(block.headers, headersOf(request)) &&
        every(block.queryParams, request.query) &&
        Object.entries(block.withoutHeaders ?? {}).every(([name]) => headersOf(request)[name] === undefined);
      if (matched !== undefined && others) return treat(rule, matched, request.path);
    }
  }
  return { status: 404 };
}

/** The part of the path that matched. */
function uriMatched(uri: StringMatch | undefined, path: string): string | undefined {
  if (uri?.prefix !== undefined) return path.startsWith(uri.prefix) ? uri.prefix : undefined;
  if (uri === undefined) return '/';
  return matches(uri, path) ? path : undefined;
}

function every(
  wanted: Record<string, StringMatch> | undefined,
  actual: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted ?? {}).every(
    ([name, match]) => actual[name] !== undefined && matches(match, actual[name]),
  );
}

function matches(match: StringMatch | undefined, text: string): boolean {
  if (match?.exact !== undefined) return text === match.exact;
  if (match?.prefix !== undefined) return text.startsWith(match.prefix);
  return match?.regex === undefined || new RegExp(`^(?:${match.regex})$`).test(text);
}

function treat(rule: HttpRule, matched: string, path: string): Treatment {
  const headers = (side: 'request' | 'response') => {
    const { set = {}, add = {} } = rule.headers?.[side] ?? {};
    const all = [
      ...Object.entries(set).map(([k, v]) => [k, `set ${v}`]),
      ...Object.entries(add).map(([k, v]) => [k, `add ${v}`]),
    ];
    return all.length > 0 ? (Object.fromEntries(all) as Record<string, string>) : undefined;
  };
  const answers = { responseHeaders: headers('response') };
  if (rule.redirect)
    return tidy({ redirect: { code: rule.redirect.redirectCode, path: rule.redirect.uri }, ...answers });
  if (rule.directResponse) return tidy({ status: rule.directResponse.status, ...answers });

  const { rewrite, fault } = rule;
  const weighted = rule.route!.length > 1 ? rule.route!.filter(({ weight }) => weight! > 0) : rule.route!;
  const whole = weighted.reduce((sum, { weight = 100 }) => sum + weight, 0);
  const mirrors = rule.mirror
    ? [{ destination: rule.mirror, percentage: rule.mirrorPercentage! }]
    : (rule.mirrors ?? []);
  return tidy({
    to: Object.fromEntries(
      weighted.map(({ destination, weight = 100 }) => [nameOf(destination), weight / whole]),
    ),
    path:
      rewrite?.uriRegexRewrite?.rewrite ??
      (rewrite?.uri === undefined ? path : rewrite.uri + path.slice(matched.length)),
    delay: fault?.delay && [milliseconds(fault.delay.fixedDelay), fault.delay.percentage.value],
    abort: fault?.abort && [fault.abort.httpStatus, fault.abort.percentage.value],
    mirrors:
      mirrors.length > 0
        ? Object.fromEntries(
            mirrors.map(({ destination, percentage }) => [nameOf(destination), percentage.value]),
          )
        : undefined,
    timeout: rule.timeout === undefined ? undefined : milliseconds(rule.timeout),
    requestHeaders: headers('request'),
    ...answers,
    cors: rule.corsPolicy?.allowOrigins.map(({ exact }) => exact!),
  });
}

function nameOf({ host, subset }: Destination): string {
  const name = host.split('.')[0]!;
  return subset ? `${name} ${subset}` : name;
}

export function milliseconds(duration: string): number {
  const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  return [...duration.matchAll(/(\d+)(ms|s|m|h)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit!]!,
    0,
  );
}
