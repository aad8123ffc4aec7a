import type { Condition } from '../../lib/model/condition';
import type { Action, Effect, HeaderChange } from '../../lib/model/contribution';
import type { Declarations } from '../../lib/synthesis/declarations';
import { satisfies, type Request } from './requests';

/**
 * What constructs promise about a request, told from their contributions one by one: nothing is merged or intersected.
 * In the shape in which `simulated.ts` tells what the YAML does.
 */
export interface Treatment {
  /** Percent by version (`reviews v1`) or service (`ratings`), without those that get nothing. */
  readonly to?: Readonly<Record<string, number>>;
  readonly redirect?: unknown;
  readonly status?: number;
  /** The path that the receiver sees. */
  readonly path?: string;
  readonly delay?: unknown;
  readonly abort?: unknown;
  readonly mirrors?: Readonly<Record<string, number>>;
  readonly timeout?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly cors?: readonly string[];
}

/** What happens to a request in the mesh to a service on its only port. */
export function promiseInMesh(declared: Declarations, host: string, request: Request): Treatment {
  const route = first(
    declared.routes.filter(({ said }) => said.host === host).map(({ said }) => said.said),
    request,
  );
  const action: Action = route?.action ?? {
    kind: 'forward',
    shares: [{ target: { service: host }, weight: 1 }],
  };
  const effects = new Map<string, Effect>();
  const overlays = declared.overlays.filter(({ said }) => said.host === host).map(({ said }) => said.said);
  for (const { effect } of all(overlays, request)) {
    const dimension = dimensionOf(effect);
    if (!effects.has(dimension)) effects.set(dimension, effect);
  }
  return treat(action, [...effects.values()], request.path);
}

/** What happens to a request that comes in at a host name of the gateway. */
export function promiseAtEdge(declared: Declarations, hostname: string, request: Request): Treatment {
  const doors = declared.exposures
    .filter(({ said }) => said.hosts.includes(hostname))
    .flatMap(({ author, said }) =>
      said.routes.map((route) => ({ ...route, author, withPolicies: said.withPolicies })),
    );
  const door = first(doors, request);
  if (!door) return { status: 404 };
  if (door.to.kind === 'redirect') return treat(door.to, [], request.path);
  const { rewrite } = door.to;
  const path = rewrite ? rewritten(request.path, rewrite) : request.path;
  const none = { ...declared, routes: [], overlays: [] };
  return promiseInMesh(door.withPolicies ? declared : none, door.to.host, { ...request, path });
}

interface Said {
  readonly author: { readonly path: string };
  readonly conditions: readonly Condition[];
}

const EVERY: Condition = { headers: [], cookies: [], query: [] };

function first<T extends Said>(list: readonly T[], request: Request): T | undefined {
  return all(list, request)[0];
}

/** Everything that is said about the request, the most important first. */
function all<T extends Said>(list: readonly T[], request: Request): T[] {
  return list
    .flatMap((said) =>
      (said.conditions.length > 0 ? said.conditions : [EVERY]).map((condition) => ({ condition, said })),
    )
    .filter(({ condition }) => satisfies(request, condition))
    .sort(
      (a, b) =>
        compare(importance(a.condition), importance(b.condition)) ||
        (a.said.author.path < b.said.author.path ? -1 : 1),
    )
    .map(({ said }) => said);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((number, i) => b[i]! - number).find((difference) => difference !== 0) ?? 0;
}

/** The precedence as the README has it; the greater the earlier. */
function importance({ path, method, headers, cookies, query }: Condition): number[] {
  const strength = { exact: 1e6, absent: 1e6, prefix: 2, regex: 1, present: 0 };
  return [
    path ? { exact: 3, regex: 2, prefix: 1, 'string-prefix': 1 }[path.kind] : 0,
    path ? path.path.length : 0,
    method ? 1 : 0,
    headers.length + (cookies.length > 0 ? 1 : 0),
    query.length,
    cookies.length,
    path?.kind === 'string-prefix' ? 0 : 1,
    [...headers, ...cookies, ...query].reduce(
      (sum, { match }) => sum + strength[match.kind] + (match.kind === 'prefix' ? match.text.length : 0),
      0,
    ),
  ];
}

function dimensionOf(effect: Effect): string {
  if (effect.kind === 'mirror') return `mirror ${effect.target.service} ${effect.target.version}`;
  return 'name' in effect ? `${effect.kind} ${effect.name}` : effect.kind;
}

function rewritten(path: string, rewrite: { kind: 'full' | 'prefix'; from?: string; to: string }): string {
  if (rewrite.kind === 'full') return rewrite.to;
  return rewrite.to + path.slice(rewrite.from!.length) || '/';
}

function treat(action: Action, effects: readonly Effect[], path: string): Treatment {
  const of = <K extends Effect['kind']>(kind: K) =>
    effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
  const written = (list: readonly HeaderChange[]) =>
    list.length > 0
      ? Object.fromEntries(list.map(({ name, change, text }) => [name, `${change} ${text}`]))
      : undefined;
  const answers = { responseHeaders: written(of('response-header')) };
  if (action.kind === 'redirect')
    return tidy({ redirect: { code: action.code, path: action.path }, ...answers });
  if (action.kind === 'direct-response') return tidy({ status: action.status, ...answers });

  const [delay] = of('delay');
  const [abort] = of('abort');
  const arrives = abort?.share !== 1_000_000;
  // Copies of 0 % are made by nobody, though they keep others from being made, and so does an abort.
  const mirrors = of('mirror').filter(({ share }) => arrives && share > 0);
  const [timeout] = of('timeout');
  const [cors] = of('cors');
  const whole = action.shares.reduce((sum, { weight }) => sum + weight, 0);
  return tidy({
    ...(arrives && {
      to: Object.fromEntries(
        action.shares
          .filter(({ weight }) => weight > 0)
          .map(({ target, weight }) => [nameOf(target), percent(weight / whole)]),
      ),
      path: action.rewrite?.path ? rewritten(path, action.rewrite.path) : path,
    }),
    delay: delay && [delay.milliseconds, delay.share / 10_000],
    abort: abort && [abort.httpStatus, abort.share / 10_000],
    mirrors:
      mirrors.length > 0
        ? Object.fromEntries(mirrors.map(({ target, share }) => [nameOf(target), share / 10_000]))
        : undefined,
    timeout: timeout && timeout.milliseconds > 0 ? timeout.milliseconds : undefined,
    requestHeaders: written(of('request-header')),
    ...answers,
    cors: cors?.origins.map(({ text }) => text),
  });
}

/** In percent, without the noise of fractions. */
export function percent(share: number): number {
  return Number((share * 100).toFixed(6));
}

/** `reviews v1` for `shop/reviews`. */
function nameOf({ service, version }: { service: string; version?: string }): string {
  const name = service.split('/').at(-1)!;
  return version ? `${name} ${version}` : name;
}

/** Without what is undefined, so that treatments can be compared. */
export function tidy(treatment: Treatment): Treatment {
  return Object.fromEntries(Object.entries(treatment).filter(([, part]) => part !== undefined));
}
