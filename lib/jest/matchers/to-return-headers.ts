import { matcher } from '../matcher';
import { changed, compareHeaders, type Headers } from './headers';

export const toReturnHeaders = matcher(
  { name: 'toReturnHeaders', arguments: 'headers', hides: ['security', 'fault', 'cluster', 'endpoints'] },
  (asked, headers: Headers) => {
    const { outcomes, responseHeaders } = asked.decision;
    const variants = outcomes.flatMap((outcome) => {
      if (outcome.kind === 'closed') return [];
      const own = outcome.kind === 'forwarded' ? outcome.responseHeaders : undefined;
      return [changed({}, [responseHeaders, own])];
    });
    return compareHeaders(asked, headers, variants);
  },
);
