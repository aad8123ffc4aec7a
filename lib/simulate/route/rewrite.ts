import type { ForwardAction, PathMatcher, PathRewrite, RedirectAction } from './model';
import { compileRegex } from './regex';
import type { Subject } from './match';
import { withoutPort } from '../names/host';

/** The path with its query as the receiver sees it, nothing if it is left as it is. */
export function rewrittenPath(
  { pathRewrite }: ForwardAction,
  matched: PathMatcher,
  subject: Subject,
): string | undefined {
  if (!pathRewrite) return undefined;
  const path = applyRewrite(pathRewrite, matched, subject.path);
  return path === subject.path ? undefined : path + subject.query;
}

function applyRewrite(rewrite: PathRewrite, matched: PathMatcher, path: string): string {
  if (rewrite.kind === 'prefix') return rewrite.text + path.slice(matchedLength(matched, path));
  const regex = compileRegex(rewrite.match);
  if (!regex) return path;
  const matcher = regex.matcher(path);
  let rewritten = '';
  let last = 0;
  while (matcher.find()) {
    rewritten += path.slice(last, matcher.start()) + substitution(rewrite.rewrite, (i) => matcher.group(i));
    last = matcher.end();
  }
  return rewritten + path.slice(last);
}

/** `\1` is the first group, `\\` a backslash. A group that took no part is empty. */
function substitution(text: string, group: (i: number) => string | null): string {
  return text.replace(/\\(\d|\\)/g, (_, what: string) =>
    what === '\\' ? what : (group(Number(what)) ?? ''),
  );
}

/** Only a prefix leaves something behind it. */
function matchedLength({ kind, text }: PathMatcher, path: string): number {
  return kind === 'prefix' || kind === 'segments' ? text.length : path.length;
}

/** Where a redirect leads. */
export function redirectLocation(action: RedirectAction, matched: PathMatcher, subject: Subject): string {
  const { authority } = subject.call;
  const scheme = action.scheme || subject.scheme;
  const isShown =
    action.port > 0 &&
    !(scheme === 'http' && action.port === 80) &&
    !(scheme === 'https' && action.port === 443);
  return `${scheme}://${redirectHost(action, scheme, authority, subject.scheme)}${isShown ? `:${action.port}` : ''}${redirectPath(action, matched, subject)}`;
}

/** The port that was asked for stays, unless it is another's default now, or the redirect says one. */
function redirectHost(action: RedirectAction, scheme: string, authority: string, asked: string): string {
  if (action.authority) return action.authority;
  const host = withoutPort(authority);
  const port = authority.slice(host.length);
  const isStale =
    scheme !== asked && ((asked === 'https' && port === ':443') || (asked === 'http' && port === ':80'));
  return action.port > 0 || isStale ? host : authority;
}

function redirectPath({ path }: RedirectAction, matched: PathMatcher, subject: Subject): string {
  if (path.text === '') return subject.path + subject.query;
  if (path.kind === 'full') return path.text + (path.text.includes('?') ? '' : subject.query);
  return path.text + subject.path.slice(matchedLength(matched, subject.path)) + subject.query;
}
