import { isFields } from '../../manifest/fields';
import type { Call } from '../call';
import type { StringMatch } from '../virtual-service/model';
import type { ClaimMatcher, HeaderMatcher, PathMatcher, QueryMatcher, RouteMatch } from './model';
import { matchesRegex } from './regex';

/** What of a request routes look at. */
export interface Subject {
  readonly call: Call;
  /** As the proxy sees it. */
  readonly scheme: string;
  /** Normalised, without the query. */
  readonly path: string;
  /** With its question mark. */
  readonly query: string;
}

/** Whether a route is for the request. */
export function matches(match: RouteMatch, subject: Subject): boolean {
  if (!matchesPath(match.path, subject.path)) return false;
  for (const claim of match.claims) if (!matchesClaim(claim, subject.call)) return false;
  for (const header of match.headers) if (!matchesHeader(header, subject)) return false;
  if (match.query.length === 0) return true;
  const parameters = queryOf(subject.query);
  for (const parameter of match.query) if (!matchesQuery(parameter, parameters)) return false;
  return true;
}

/** The first condition that is not true, in words. Nothing if all are. */
export function mismatch(match: RouteMatch, subject: Subject): string | undefined {
  const { path, claims, headers, query } = match;
  if (!matchesPath(path, subject.path)) return `path ${subject.path} ${describePathMiss(path)}`;
  for (const claim of claims) {
    if (!matchesClaim(claim, subject.call))
      return `claim ${claim.path.join('.')} ${describe(claim, claimOf(claim, subject.call))}`;
  }
  for (const header of headers) {
    if (!matchesHeader(header, subject))
      return `${nameOf(header)} ${describe(header, headerOf(header.name, subject))}`;
  }
  const parameters = queryOf(subject.query);
  for (const parameter of query) {
    if (!matchesQuery(parameter, parameters)) {
      return `query parameter ${parameter.name} ${describe({ ...parameter, invert: false }, parameters.get(parameter.name))}`;
    }
  }
  return undefined;
}

export function matchesPath({ kind, text, ignoreCase }: PathMatcher, path: string): boolean {
  if (kind === 'regex') return matchesRegex(text, path);
  const [have, want] = ignoreCase ? [path.toLowerCase(), text.toLowerCase()] : [path, text];
  if (kind === 'exact') return have === want;
  if (!have.startsWith(want)) return false;
  return kind === 'prefix' || have.length === want.length || have.charCodeAt(want.length) === 47;
}

/**
 * A header that is not there matches nothing, but where it must not match, it counts as an empty one; except that
 * presence is about nothing else.
 */
function matchesHeader({ name, match, invert }: HeaderMatcher, subject: Subject): boolean {
  const text = headerOf(name, subject);
  if (match.kind === 'present') return (text !== undefined) !== invert;
  if (text === undefined) return invert && !matchesText(match, '');
  return matchesText(match, text) !== invert;
}

export function headerOf(name: string, { call, scheme, path, query }: Subject): string | undefined {
  switch (name) {
    case ':method':
      return call.method;
    case ':authority':
    case 'host':
      return call.authority;
    case ':path':
      return path + query;
    case ':scheme':
    case 'x-forwarded-proto':
      return scheme;
    default:
      return call.headers.get(name);
  }
}

function matchesQuery({ name, match }: QueryMatcher, parameters: ReadonlyMap<string, string>): boolean {
  const text = parameters.get(name);
  return text !== undefined && (match.kind === 'present' || matchesText(match, text));
}

/** The first of each name, not decoded. */
export function queryOf(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  if (query.length < 2) return parameters;
  for (const pair of query.slice(1).split('&')) {
    const equals = pair.indexOf('=');
    const name = equals === -1 ? pair : pair.slice(0, equals);
    if (pair !== '' && !parameters.has(name))
      parameters.set(name, equals === -1 ? '' : pair.slice(equals + 1));
  }
  return parameters;
}

/** A claim that is a list matches if one of its elements does. */
function matchesClaim(matcher: ClaimMatcher, call: Call): boolean {
  const claim = claimOf(matcher, call);
  const texts = (Array.isArray(claim) ? claim : [claim]).filter((text) => typeof text === 'string');
  const found =
    matcher.match.kind === 'present'
      ? texts.length > 0
      : texts.some((text) => matchesText(matcher.match, text));
  return found !== matcher.invert;
}

function claimOf({ path }: ClaimMatcher, { claims }: Call): unknown {
  let value: unknown = claims;
  for (const part of path) value = isFields(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}

export function matchesText({ kind, text }: StringMatch, have: string): boolean {
  switch (kind) {
    case 'exact':
      return have === text;
    case 'prefix':
      return have.startsWith(text);
    case 'regex':
      return matchesRegex(text, have);
    case 'present':
      return true;
  }
}

function nameOf({ name }: HeaderMatcher): string {
  return name.startsWith(':') ? name.slice(1) : `header ${name}`;
}

const PATH_MISSES = {
  exact: 'is not',
  prefix: 'does not start with',
  segments: 'is not under',
  regex: 'does not match',
} as const;

function describePathMiss({ kind, text, ignoreCase }: PathMatcher): string {
  return `${PATH_MISSES[kind]} ${text}${ignoreCase && kind !== 'regex' ? ' in any case' : ''}`;
}

function describe({ match, invert }: { match: StringMatch; invert: boolean }, have: unknown): string {
  const shown =
    typeof have === 'string'
      ? `is "${have}"`
      : have === undefined
        ? 'is not sent'
        : `is ${JSON.stringify(have)}`;
  const wanted =
    match.kind === 'present'
      ? 'must be there'
      : match.kind === 'exact'
        ? `must be "${match.text}"`
        : match.kind === 'prefix'
          ? `must start with "${match.text}"`
          : `must match ${match.text}`;
  return `${shown}, and ${invert ? wanted.replace('must', 'must not') : wanted}`;
}
