import { EMPTY, UNKNOWN, type Meet } from './meet';
import { satisfiesPath, type PathMatch } from './path-match';

/** A change of the path or the host name before the request is sent on. */
export interface Rewrite {
  readonly path?: PathRewrite;
  readonly hostname?: string;
}

/**
 * - `full`: `to` becomes the whole path.
 * - `prefix`: the leading segments `from` become `to`, the rest of the path stays. Neither ends in a slash, so that
 *   `/` is written as the empty text, and what would become empty becomes `/`. `alone` is what the prefix itself becomes
 *   where that is not `to`: two rewrites as one can tell it from what lies below.
 */
export type PathRewrite =
  | { readonly kind: 'full'; readonly to: string }
  | { readonly kind: 'prefix'; readonly from: string; readonly to: string; readonly alone?: string };

/** The path that the receiver sees. */
export function rewritePath(path: string, rewrite: PathRewrite): string {
  if (rewrite.kind === 'full') return rewrite.to;
  if (path === rewrite.from && rewrite.alone !== undefined) return rewrite.alone;
  return rewrite.to + path.slice(rewrite.from.length) || '/';
}

/** One rewrite after the other, as one. The second is known to apply to what the first gives. */
export function composeRewrites(
  first: PathRewrite | undefined,
  second: PathRewrite | undefined,
): PathRewrite | undefined {
  if (!first || !second || second.kind === 'full') return second ?? first;
  if (first.kind === 'full') return { kind: 'full', to: rewritePath(first.to, second) };
  const { from } = first;
  // In between, the prefix itself is `/`, which ends in a slash that all below it have anyway.
  if (first.to === '' && second.from === '' && from !== '' && second.to !== '')
    return { kind: 'prefix', from, to: second.to, alone: rewritePath('/', second) };
  return isWithin(first.to, second.from)
    ? { kind: 'prefix', from: first.from, to: second.to + first.to.slice(second.from.length) }
    : { kind: 'prefix', from: first.from + second.from.slice(first.to.length), to: second.to };
}

/**
 * The paths that satisfy the condition after the rewrite, as alternatives: conditions on the path before it, where
 * `undefined` means all.
 */
export function beforeRewrite(
  match: PathMatch | undefined,
  rewrite: PathRewrite,
): Meet<readonly (PathMatch | undefined)[]> {
  if (!match) return [undefined];
  if (rewrite.kind === 'full') return satisfiesPath(rewrite.to, match) ? [undefined] : EMPTY;
  if (match.kind === 'regex') return UNKNOWN;

  const { from, to } = rewrite;
  const before = (kind: PathMatch['kind'], path: string): PathMatch => ({ kind, path: path || '/' });
  switch (match.kind) {
    case 'exact':
      if (match.path === '/' && to === '')
        return [before('exact', from), ...(from ? [before('exact', `${from}/`)] : [])];
      if (match.path === to && from === '') return EMPTY; // there is always a slash after the empty prefix
      return isWithin(match.path, to) ? [before('exact', from + match.path.slice(to.length))] : EMPTY;
    case 'prefix':
      if (isWithin(to, match.path)) return [undefined];
      return isWithin(match.path, to) ? [before('prefix', from + match.path.slice(to.length))] : EMPTY;
    case 'string-prefix':
      if (to.startsWith(match.path)) return [undefined];
      return match.path.startsWith(`${to}/`)
        ? [before('string-prefix', from + match.path.slice(to.length))]
        : EMPTY;
  }
}

/** Whether the path is the prefix or lies below it. */
function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
