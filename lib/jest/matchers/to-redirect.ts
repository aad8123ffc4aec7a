import { fail } from '../../values/check';
import { showShare } from '../failure/numbers';
import { matcher } from '../matcher';
import { endsOf } from '../receivers/end';
import { showEnds } from '../receivers/shares';
import { checkFields, checkKeys, isAsymmetric, type Expected } from '../subject/misuse';

export interface RedirectOptions {
  /** @default any of 301, 302, 303, 307, 308 */
  readonly status?: number;
}

export const toRedirect = matcher(
  { name: 'toRedirect', arguments: 'location', hides: ['security'] },
  ({ decision, equals, stringify }, location?: Expected<string>, options: RedirectOptions = {}) => {
    if (location !== undefined && typeof location !== 'string' && !isAsymmetric(location))
      fail('the location', 'a URL', location, "write 'https://shop.example.com/'");
    const advice = 'write { status: 301 }';
    checkKeys('toRedirect', checkFields('the options of toRedirect', options, advice), ['status']);
    const { status } = options;
    const redirects = decision.outcomes.flatMap((outcome) =>
      outcome.kind === 'answered' && outcome.location !== undefined
        ? [{ status: outcome.status, location: outcome.location, share: outcome.probability }]
        : [],
    );
    const wanted = redirects.filter(
      (one) =>
        (location === undefined || equals(one.location, location)) &&
        (status === undefined || one.status === status),
    );
    const shown = redirects.map((one) => `${one.status} ${one.location} ${showShare(one.share)}`);
    return {
      pass: wanted.length > 0 && wanted.length === decision.outcomes.length,
      expected: `${status ?? 'redirect'} ${location === undefined ? 'to anywhere' : showLocation(location, stringify)}`,
      received: shown.length > 0 ? shown.join(', ') : showEnds(endsOf(decision)),
    };
  },
);

function showLocation(location: Expected<string>, stringify: (value: unknown) => string): string {
  return typeof location === 'string' ? location : stringify(location);
}
