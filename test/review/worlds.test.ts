import fc from 'fast-check';
import { isWithoutEffect, review } from '../../lib/review';
import { differences } from '../../lib/review/treatment/same';
import { treatmentOf } from '../../lib/review/treatment/treatment';
import { Simulator, type Request } from '../../lib/simulate';
import { claimsOn, placesOf, type Place } from './support/claims';
import { asked, requestTo } from './support/asked';
import { changes, thingsOf } from './support/worlds';

const options = { numRuns: Number(process.env.RUNS ?? 40) };
const simulate = (input: ReturnType<typeof thingsOf>) => Simulator.from(input, { explain: false });

describe('a review of a whole mesh is true', () => {
  it('finds each request that is treated differently, and says how', () => {
    fc.assert(
      fc.property(changes, asked, (change, questions) => {
        const [before, after] = change.map(thingsOf) as [
          ReturnType<typeof thingsOf>,
          ReturnType<typeof thingsOf>,
        ];
        const difference = review(before, after);
        const [first, second] = [simulate(before), simulate(after)];
        const places = [...placesOf(review(before)), ...placesOf(review(after))];
        for (const question of questions) {
          const place = places[question.place % places.length]!;
          const request = requestTo(place, question);
          expectClaim(difference, place, request, first, second);
        }
      }),
      options,
    );
  });
});

function expectClaim(
  difference: ReturnType<typeof review> & { kind: 'difference' },
  place: Place,
  request: Request,
  first: Simulator,
  second: Simulator,
): void {
  const [one, other] = [treatmentOf(first.decide(request)), treatmentOf(second.decide(request))];
  const aspects = differences(one, other);
  const claims = claimsOn(difference, place, request);
  const told = [...new Set(claims.flatMap((claim) => claim.aspects))];
  const about = () => `${JSON.stringify(request)}\n${JSON.stringify([one, other], undefined, 1)}`;
  if (aspects.length > 0 && isWithoutEffect(difference)) throw new Error(`nothing is said of ${about()}`);
  if (difference.uncertainties.length > 0) return;
  const missing = aspects.filter((aspect) => !told.includes(aspect));
  if (missing.length > 0) throw new Error(`${missing.join()} is not said of ${about()}`);
  if (aspects.length === 0 && claims.length > 0)
    throw new Error(`${told.join()} is said of ${about()}:\n${JSON.stringify(claims[0])}`);
}
