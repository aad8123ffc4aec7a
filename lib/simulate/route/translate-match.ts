import type { HttpMatch, StringMatch, VirtualService } from '../virtual-service/model';
import type { ClaimMatcher, HeaderMatcher, PathMatcher, RouteMatch } from './model';

const EVERY_PATH: PathMatcher = Object.freeze({ kind: 'prefix', text: '/', ignoreCase: false });

export const EVERYTHING: RouteMatch = Object.freeze({ path: EVERY_PATH, headers: [], query: [], claims: [] });

/** A condition as Envoy is told it. */
export function translateMatch(
  match: HttpMatch | undefined,
  semantics: VirtualService['semantics'],
): RouteMatch {
  if (!match) return EVERYTHING;
  const headers: HeaderMatcher[] = [];
  const claims: ClaimMatcher[] = [];
  const add = (name: string, text: StringMatch, invert: boolean): void => {
    const path = claimPath(name);
    if (path) claims.push({ name, path, match: normal(text), invert });
    else headers.push({ name: name.toLowerCase(), match: normal(text), invert });
  };
  for (const [name, text] of match.headers) add(name, text, false);
  for (const [name, text] of match.withoutHeaders) add(name, text, true);
  if (match.method) add(':method', match.method, false);
  if (match.authority) add(':authority', match.authority, false);
  if (match.scheme) add(':scheme', match.scheme, false);
  return {
    path: pathMatcher(match, semantics),
    headers,
    query: [...match.query].map(([name, text]) => ({ name, match: normal(text) })),
    claims,
  };
}

function pathMatcher({ uri, ignoreCase }: HttpMatch, semantics: VirtualService['semantics']): PathMatcher {
  if (!uri || uri.kind === 'present') return ignoreCase ? { ...EVERY_PATH, ignoreCase } : EVERY_PATH;
  const { kind, text } = uri;
  if (kind === 'prefix' && semantics === 'gateway-api' && text !== '/') {
    return { kind: 'segments', text: text.replace(/\/$/, ''), ignoreCase };
  }
  return { kind, text, ignoreCase };
}

/** `*` is not an expression: it stands for anything that is there. */
function normal(match: StringMatch): StringMatch {
  return match.kind === 'regex' && match.text === '*' ? { kind: 'present', text: '' } : match;
}

/** `@request.auth.claims.group.id` or `@request.auth.claims[group][id]` */
function claimPath(name: string): readonly string[] | undefined {
  const rest = /^@request\.auth\.claims(?<rest>[.[].+)$/i.exec(name)?.groups?.rest;
  if (rest === undefined) return undefined;
  return rest.startsWith('.') ? rest.slice(1).split('.') : rest.slice(1, -1).split('][');
}

/** Nothing comes behind it: everything matches. */
export function isCatchAll({ path, headers, query, claims }: RouteMatch): boolean {
  const isEverything =
    path.kind === 'regex' ? path.text === '.*' : path.kind !== 'exact' && path.text === '/';
  return isEverything && headers.length === 0 && query.length === 0 && claims.length === 0;
}
