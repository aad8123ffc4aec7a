import { matcher } from '../matcher';
import { checkFields, checkKeys, type Expected } from '../subject/misuse';

export interface Rewritten {
  /** The path with its query, as the receiver sees it. @default any */
  readonly path?: Expected<string>;
  /** The host header that all receivers see. @default any */
  readonly authority?: Expected<string>;
}

export const toRewrite = matcher(
  { name: 'toRewrite', arguments: 'rewritten', hides: ['security', 'fault', 'cluster', 'endpoints'] },
  ({ decision: { rewrite, outcomes }, equals, stringify }, rewritten: Rewritten = {}) => {
    const advice = "write { path: '/' } or { authority: 'example.com' }";
    checkKeys('toRewrite', checkFields('what is rewritten', rewritten, advice), ['path', 'authority']);
    const seen = outcomes.flatMap((outcome) => {
      if (outcome.kind !== 'forwarded') return [];
      const authority = outcome.authority ?? rewrite?.authority;
      return [
        {
          ...(rewrite?.path !== undefined && { path: rewrite.path }),
          ...(authority !== undefined && { authority }),
        },
      ];
    });
    const isRewritten = (one: Rewritten) =>
      Object.keys(one).length > 0 &&
      Object.entries(rewritten).every(([key, value]) => equals(one[key as keyof Rewritten], value));
    const shown = [
      ...new Set(seen.map((one) => (Object.keys(one).length > 0 ? stringify(one) : 'as it was sent'))),
    ];
    return {
      pass: seen.length > 0 && seen.every(isRewritten),
      expected: Object.keys(rewritten).length > 0 ? stringify(rewritten) : 'a rewritten path or host',
      received: shown.length > 0 ? shown.join(', ') : 'nobody gets it',
    };
  },
);
