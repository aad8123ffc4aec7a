import { objectRef } from '../explain/trace';
import type { HeaderMatcher, PathMatcher, QueryMatcher, Route, RouteMatch } from '../route/model';
import type { VirtualHost } from '../route/table';
import type { StringMatch } from '../virtual-service/model';
import type { NamedCondition, RouteRow, RowMatch } from './routes';

/** What comes of a route, or of none. */
export type OutcomeOf = (route: Route | undefined, path: string) => RouteRow['outcome'];

const EVERYTHING: RowMatch = Object.freeze({ headers: [], query: [], claims: [] });

/** The rows of a virtual host. A route that an earlier one hides is left out. */
export function rowsOf(host: VirtualHost, outcomeOf: OutcomeOf): readonly RouteRow[] {
  if (host.requiresTls) return [restRow(outcomeOf(undefined, '/'))];
  const shown: Route[] = [];
  const rows: RouteRow[] = [];
  for (const route of host.routes()) {
    if (shown.some((earlier) => covers(earlier.match, route.match))) continue;
    shown.push(route);
    rows.push(rowOf(route, outcomeOf));
    if (isEverything(route.match)) return rows;
  }
  return [...rows, restRow(outcomeOf(undefined, '/'))];
}

function restRow(outcome: RouteRow['outcome']): RouteRow {
  return { condition: 'every request', match: EVERYTHING, outcome };
}

function rowOf(route: Route, outcomeOf: OutcomeOf): RouteRow {
  const { match, place } = route;
  return {
    condition: describe(match),
    match: {
      ...(!isEveryPath(match.path) && { path: match.path }),
      headers: match.headers.map(named),
      query: match.query.map((one) => named({ ...one, invert: false })),
      claims: match.claims.map(named),
    },
    outcome: outcomeOf(route, shortestPath(match.path)),
    ...(place && { object: objectRef(place.config.document), at: place.at }),
  };
}

function named({
  name,
  match: { kind, text },
  invert,
}: {
  name: string;
  match: StringMatch;
  invert: boolean;
}): NamedCondition {
  return { name, kind, text, invert };
}

function shortestPath({ kind, text }: PathMatcher): string {
  return kind === 'regex' || text === '' ? '/' : text;
}

function isEveryPath({ kind, text }: PathMatcher): boolean {
  return kind === 'regex' ? text === '.*' || text === '/.*' : kind !== 'exact' && text === '/';
}

function isEverything({ path, headers, query, claims }: RouteMatch): boolean {
  return isEveryPath(path) && headers.length + query.length + claims.length === 0;
}

/** Whether every request of the later route is one of the earlier, as far as that can be told. */
function covers(earlier: RouteMatch, later: RouteMatch): boolean {
  return (
    coversPath(earlier.path, later.path) &&
    includesAll(earlier.headers, later.headers) &&
    includesAll(earlier.query, later.query) &&
    includesAll(earlier.claims, later.claims)
  );
}

function includesAll(
  earlier: readonly (HeaderMatcher | QueryMatcher)[],
  later: readonly (HeaderMatcher | QueryMatcher)[],
): boolean {
  const keys = new Set(
    later.map((one) => JSON.stringify([one.name, one.match, 'invert' in one && one.invert])),
  );
  return earlier.every((one) =>
    keys.has(JSON.stringify([one.name, one.match, 'invert' in one && one.invert])),
  );
}

function coversPath(earlier: PathMatcher, later: PathMatcher): boolean {
  if (isEveryPath(earlier)) return true;
  if (earlier.ignoreCase !== later.ignoreCase) return false;
  if (earlier.kind === later.kind && earlier.text === later.text) return true;
  if (earlier.kind === 'regex' || later.kind === 'regex' || earlier.kind === 'exact') return false;
  const [outer, inner] = earlier.ignoreCase
    ? [earlier.text.toLowerCase(), later.text.toLowerCase()]
    : [earlier.text, later.text];
  if (!inner.startsWith(outer)) return false;
  if (earlier.kind === 'prefix') return true;
  const isAtBoundary = inner.length === outer.length || inner[outer.length] === '/';
  return isAtBoundary && !(later.kind === 'prefix' && inner.length === outer.length);
}

const PATH_WORDS = { exact: '', prefix: '*', segments: '/*', regex: '' } as const;

function describe({ path, headers, query, claims }: RouteMatch): string {
  const words = [
    ...(isEveryPath(path) ? [] : [describePath(path)]),
    ...headers.map((one) =>
      describeNamed(
        one.name.startsWith(':') ? one.name.slice(1) : `header ${one.name}`,
        one.match,
        one.invert,
      ),
    ),
    ...query.map((one) => describeNamed(`query parameter ${one.name}`, one.match, false)),
    ...claims.map((one) => describeNamed(`claim ${one.path.join('.')}`, one.match, one.invert)),
  ];
  return words.length > 0 ? words.join(', ') : 'every request';
}

function describePath({ kind, text, ignoreCase }: PathMatcher): string {
  const shown = kind === 'regex' ? `path matches ${text}` : `path ${text}${PATH_WORDS[kind]}`;
  return ignoreCase && kind !== 'regex' ? `${shown} in any case` : shown;
}

function describeNamed(name: string, { kind, text }: StringMatch, invert: boolean): string {
  switch (kind) {
    case 'present':
      return `${name} is ${invert ? 'not ' : ''}there`;
    case 'exact':
      return `${name} ${invert ? '!=' : '='} "${text}"`;
    case 'prefix':
      return `${name} ${invert ? 'does not start' : 'starts'} with "${text}"`;
    case 'regex':
      return `${name} ${invert ? 'does not match' : 'matches'} ${text}`;
  }
}
