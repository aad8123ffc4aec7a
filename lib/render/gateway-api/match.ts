import type {
  HttpRouteSpecRulesMatches,
  HttpRouteSpecRulesMatchesHeadersType as HeaderType,
  HttpRouteSpecRulesMatchesMethod as Method,
  HttpRouteSpecRulesMatchesPathType as PathType,
  HttpRouteSpecRulesMatchesQueryParamsType as QueryType,
} from '../../../imports/gateway.networking.k8s.io';
import type { Condition } from '../../model/condition';
import { escapeRegex } from '../../model/regex';
import type { NamedMatch, ValueMatch } from '../../model/value-match';
import { cookieRegex } from '../cookies';
import { member } from '../enum';

/**
 * A match of an HTTPRoute rule; `undefined` if it would match every request.
 * @param everyPath whether the prefix of every path is written, too, because the rule replaces it
 */
export function matchOf(
  { path, method, headers, cookies, query }: Condition,
  everyPath: boolean,
): HttpRouteSpecRulesMatches | undefined {
  const cookie: NamedMatch[] =
    cookies.length > 0 ? [{ name: 'cookie', match: { kind: 'regex', text: cookieRegex(cookies) } }] : [];
  const all = [...headers, ...cookie];
  const wanted = path ?? (everyPath ? { kind: 'prefix' as const, path: '/' } : undefined);
  const match = {
    ...(wanted && { path: { type: member<PathType>(PATH_TYPES[wanted.kind]), value: wanted.path } }),
    ...(method && { method: member<Method>(method as `${Method}`) }),
    ...(all.length > 0 && { headers: all.map(namedMatch<HeaderType>) }),
    ...(query.length > 0 && { queryParams: query.map(namedMatch<QueryType>) }),
  };
  return Object.keys(match).length > 0 ? match : undefined;
}

const PATH_TYPES = {
  exact: 'Exact',
  prefix: 'PathPrefix',
  'string-prefix': 'PathPrefix',
  regex: 'RegularExpression',
} as const;

/** Only exact values and expressions can be asked for, which have to match as a whole. */
function namedMatch<Type extends 'Exact' | 'RegularExpression'>({
  name,
  match,
}: NamedMatch): { name: string; type: Type; value: string } {
  return match.kind === 'exact'
    ? { name, type: 'Exact' as Type, value: match.text }
    : { name, type: 'RegularExpression' as Type, value: expression(match) };
}

function expression(match: ValueMatch): string {
  switch (match.kind) {
    case 'regex':
      return match.text;
    case 'prefix':
      return `${escapeRegex(match.text)}.*`;
    default:
      return '.*';
  }
}
