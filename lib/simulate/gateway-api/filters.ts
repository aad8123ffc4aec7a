import {
  fieldsList,
  fieldsOf,
  isFields,
  numberOf,
  optionalFields,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { Config } from '../mesh/config';
import { millionths } from '../virtual-service/read-actions';
import type {
  CorsSpec,
  HeaderOps,
  HeadersSpec,
  MirrorSpec,
  RedirectSpec,
  RewriteSpec,
  StringMatch,
} from '../virtual-service/model';
import type { RouteContext } from './context';
import { RouteError, backendOf } from './destination';

/** What the filters of a rule do. */
export interface Filters {
  readonly headers?: HeadersSpec;
  readonly redirect?: RedirectSpec;
  readonly rewrite?: RewriteSpec;
  readonly mirrors?: readonly MirrorSpec[];
  readonly cors?: CorsSpec;
}

const NO_OPS: HeaderOps = { set: new Map(), add: new Map(), remove: [] };

/**
 * Reads the filters of a rule.
 * @param allowed the types that are understood here
 * @throws RouteError if there is any other: then the whole route is not programmed
 */
export function readFilters(
  list: unknown,
  allowed: ReadonlySet<string>,
  route: Config,
  isMesh: boolean,
  context: RouteContext,
): Filters {
  let request: HeaderOps | undefined;
  let response: HeaderOps | undefined;
  const mirrors: MirrorSpec[] = [];
  const filters: { -readonly [K in keyof Filters]: Filters[K] } = {};
  for (const filter of fieldsList(list)) {
    const type = textOf(filter.type) ?? '';
    if (!allowed.has(type)) throw new RouteError(`filters of type ${type} are not supported here`);
    switch (type) {
      case 'RequestHeaderModifier':
        request = headerOps(filter.requestHeaderModifier);
        break;
      case 'ResponseHeaderModifier':
        response = headerOps(filter.responseHeaderModifier);
        break;
      case 'RequestRedirect':
        if (isFields(filter.requestRedirect)) filters.redirect = redirect(filter.requestRedirect);
        break;
      case 'URLRewrite':
        if (isFields(filter.urlRewrite)) Object.assign(filters, rewrite(filter.urlRewrite));
        break;
      case 'RequestMirror':
        mirrors.push(...mirror(fieldsOf(filter.requestMirror), route, isMesh, context));
        break;
      case 'CORS':
        if (isFields(filter.cors)) filters.cors = cors(filter.cors);
        break;
    }
  }
  if (request ?? response) filters.headers = { request: request ?? NO_OPS, response: response ?? NO_OPS };
  if (mirrors.length > 0) filters.mirrors = mirrors;
  return filters;
}

/** The first of equal names counts. */
function headerOps(value: unknown): HeaderOps {
  const ops = fieldsOf(value);
  const byName = (list: unknown): ReadonlyMap<string, string> => {
    const map = new Map<string, string>();
    for (const { name, value: text } of fieldsList(list)) {
      const lower = (textOf(name) ?? '').toLowerCase();
      if (!map.has(lower)) map.set(lower, textOf(text) ?? '');
    }
    return map;
  };
  return { set: byName(ops.set), add: byName(ops.add), remove: textsOf(ops.remove) };
}

function redirect(filter: Fields): RedirectSpec {
  const { path } = filter;
  const hostname = textOf(filter.hostname);
  const scheme = textOf(filter.scheme);
  // Without a port it is that of the request; with a scheme that of the scheme.
  const port = numberOf(filter.port) ?? (scheme === undefined ? 'request' : undefined);
  const replacement = fieldsOf(path);
  const full = replacement.type === 'ReplaceFullPath' ? textOf(replacement.replaceFullPath) : undefined;
  const prefix =
    replacement.type === 'ReplacePrefixMatch' ? textOf(replacement.replacePrefixMatch) : undefined;
  return {
    ...(full && { uri: full }),
    ...(prefix && { prefixRewrite: prefix }),
    ...(hostname && { authority: hostname }),
    ...(scheme && { scheme }),
    ...(port && { port }),
    status: numberOf(filter.statusCode) ?? 302,
  };
}

function rewrite({ path, hostname }: Fields): { rewrite?: RewriteSpec } {
  const { type, replacePrefixMatch, replaceFullPath } = fieldsOf(path);
  const prefix = textOf(replacePrefixMatch);
  const full = textOf(replaceFullPath);
  const authority = textOf(hostname);
  const spec: RewriteSpec = {
    ...(type === 'ReplacePrefixMatch' && prefix !== undefined && { uri: prefix.replace(/\/$/, '') || '/' }),
    ...(type === 'ReplaceFullPath' && full !== undefined && { regex: { match: '/.*', rewrite: full } }),
    ...(authority && { authority }),
  };
  return Object.keys(spec).length > 0 ? { rewrite: spec } : {};
}

/** A copy to nobody is dropped, and the rule stays. */
function mirror(
  filter: Fields,
  route: Config,
  isMesh: boolean,
  context: RouteContext,
): readonly MirrorSpec[] {
  let found: ReturnType<typeof backendOf>;
  try {
    found = backendOf(fieldsOf(filter.backendRef), route, isMesh, context);
  } catch (error) {
    if (error instanceof RouteError && route.kind === 'HTTPRoute') return [];
    throw error;
  }
  if (found.isInvalid) {
    if (route.kind === 'HTTPRoute') return [];
    throw new RouteError('the backend of a mirror must be there');
  }
  const { destination } = found;
  const fraction = optionalFields(filter.fraction);
  const percent = numberOf(filter.percent);
  if (fraction) {
    const share = (100 * (numberOf(fraction.numerator) ?? 0)) / (numberOf(fraction.denominator) ?? 100);
    return [{ destination, millionths: millionths(share) }];
  }
  return [{ destination, ...(percent !== undefined && { millionths: millionths(percent) }) }];
}

function cors({ allowOrigins }: Fields): CorsSpec {
  return { origins: textsOf(allowOrigins).filter(Boolean).map(originMatch), forwardUnmatched: false };
}

function originMatch(origin: string): StringMatch {
  if (origin === '*') return { kind: 'regex', text: '^[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s?#]+$' };
  if (!origin.includes('*')) return { kind: 'exact', text: origin };
  if (origin.indexOf('*') === origin.length - 1) return { kind: 'prefix', text: origin.slice(0, -1) };
  const quoted = origin.replace(/[\\.+?()|[\]{}^$]/g, '\\$&').replaceAll('*', '.*');
  return { kind: 'regex', text: `^${quoted}$` };
}
