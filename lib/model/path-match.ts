import { EMPTY, UNKNOWN, type Meet } from './meet';
import { matchesRegex } from './regex';

/**
 * What the path of a request (without its query) has to be.
 *
 * - `exact`: the whole path.
 * - `prefix`: by segment, as in the Gateway API: `/foo` matches `/foo` and `/foo/bar`, not `/foobar`. Never `/` or a
 *   trailing slash: a prefix of everything is no condition at all.
 * - `string-prefix`: by character, as in a VirtualService: `/foo` matches `/foobar`, too.
 * - `regex`: the whole path matches an RE2 expression.
 */
export interface PathMatch {
  readonly kind: 'exact' | 'prefix' | 'string-prefix' | 'regex';
  readonly path: string;
}

/** The paths that satisfy both. */
export function meetPaths(a: PathMatch, b: PathMatch): Meet<PathMatch> {
  if (a.kind === 'exact') return satisfiesPath(a.path, b) ? a : EMPTY;
  if (b.kind === 'exact') return meetPaths(b, a);
  if (a.kind === 'regex' || b.kind === 'regex') return a.kind === b.kind && a.path === b.path ? a : UNKNOWN;
  if (within(a, b)) return a;
  return within(b, a) ? b : EMPTY;
}

/** Whether a path satisfies the condition. */
export function satisfiesPath(path: string, match: PathMatch): boolean {
  switch (match.kind) {
    case 'exact':
      return path === match.path;
    case 'prefix':
      return path === match.path || path.startsWith(`${match.path}/`);
    case 'string-prefix':
      return path.startsWith(match.path);
    case 'regex':
      return matchesRegex(match.path, path);
  }
}

/** Whether every path with prefix `a` has prefix `b`. */
function within(a: PathMatch, b: PathMatch): boolean {
  if (b.kind === 'string-prefix') return a.path.startsWith(b.path);
  return a.kind === 'prefix' ? satisfiesPath(a.path, b) : a.path.startsWith(`${b.path}/`);
}

/** In words: `path /foo/*`. */
export function describePath(match: PathMatch): string {
  switch (match.kind) {
    case 'exact':
      return `path ${match.path}`;
    case 'prefix':
      return `path ${match.path}/*`;
    case 'string-prefix':
      return `path ${match.path}*`;
    case 'regex':
      return `path matches ${match.path}`;
  }
}
