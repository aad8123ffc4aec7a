import type {
  VirtualServiceSpecHttpMatch,
  VirtualServiceSpecHttpMatchUri,
} from '../../../imports/networking.istio.io';
import type { Condition } from '../../model/condition';
import type { PathMatch } from '../../model/path-match';
import type { NamedMatch, ValueMatch } from '../../model/value-match';
import { cookieRegex } from '../cookies';

/** The part of a path that a match block is about, as Istio matches it, and what a rewrite replaces there. */
export interface UriBlock {
  readonly uri?: VirtualServiceSpecHttpMatchUri;
  /** The path prefix, or the whole path, that matched; `/` for every path, nothing if only the request can tell. */
  readonly matched?: string;
}

/** A prefix by segment is written as two blocks: the path itself, and all below it. */
export function uriBlocks(path: PathMatch | undefined): UriBlock[] {
  switch (path?.kind) {
    case undefined:
      return [{ matched: '/' }];
    case 'exact':
      return [{ uri: { exact: path.path }, matched: path.path }];
    case 'regex':
      return [{ uri: { regex: path.path } }];
    case 'string-prefix':
      return [{ uri: { prefix: path.path }, matched: path.path }];
    case 'prefix':
      return [
        { uri: { exact: path.path }, matched: path.path },
        { uri: { prefix: `${path.path}/` }, matched: `${path.path}/` },
      ];
  }
}

/** A match block; `undefined` if it would match every request. */
export function matchBlock(
  { method, headers, cookies, query, source }: Condition,
  { uri }: UriBlock,
  port: number | undefined,
): VirtualServiceSpecHttpMatch | undefined {
  const present = headers.filter(({ match }) => match.kind !== 'absent');
  const absent = headers.filter(({ match }) => match.kind === 'absent');
  const cookie: NamedMatch[] =
    cookies.length > 0 ? [{ name: 'cookie', match: { kind: 'regex', text: cookieRegex(cookies) } }] : [];
  const all = [...present, ...cookie];
  const block = {
    ...(port !== undefined && { port }),
    ...(uri && { uri }),
    ...(method && { method: { exact: method } }),
    ...(all.length > 0 && { headers: stringMatches(all) }),
    ...(absent.length > 0 && { withoutHeaders: stringMatches(absent) }),
    ...(query.length > 0 && { queryParams: stringMatches(query) }),
    ...(source?.namespace && { sourceNamespace: source.namespace }),
    ...(source && source.labels.length > 0 && { sourceLabels: Object.fromEntries(source.labels) }),
  };
  return Object.keys(block).length > 0 ? block : undefined;
}

function stringMatches(list: readonly NamedMatch[]): Record<string, ReturnType<typeof stringMatch>> {
  return Object.fromEntries(list.map(({ name, match }) => [name, stringMatch(match)]));
}

/** `{}` asks for presence, and among `withoutHeaders` for absence. */
function stringMatch(match: ValueMatch): { exact?: string; prefix?: string; regex?: string } {
  return match.kind === 'present' || match.kind === 'absent' ? {} : { [match.kind]: match.text };
}
