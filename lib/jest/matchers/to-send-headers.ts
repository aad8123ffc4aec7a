import type { Request } from '../../simulate/request';
import { matcher } from '../matcher';
import { changed, compareHeaders, type Headers } from './headers';

export const toSendHeaders = matcher(
  { name: 'toSendHeaders', arguments: 'headers', hides: ['security', 'fault', 'cluster', 'endpoints'] },
  (asked, headers: Headers) => {
    const { request, decision } = asked;
    const variants = decision.outcomes.flatMap((outcome) =>
      outcome.kind === 'forwarded'
        ? [changed(sent(request), [decision.requestHeaders, outcome.requestHeaders])]
        : [],
    );
    return compareHeaders(asked, headers, variants);
  },
);

function sent({ headers = {}, cookies = {} }: Request): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) result[name.toLowerCase()] = value;
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  const cookie = [...(result.cookie === undefined ? [] : [result.cookie]), ...pairs];
  return cookie.length > 0 ? { ...result, cookie: cookie.join('; ') } : result;
}
