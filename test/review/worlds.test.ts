import fc from 'fast-check';
import { isWithoutEffect, review } from '../../lib/review';
import { differences } from '../../lib/review/treatment/same';
import { treatmentOf } from '../../lib/review/treatment/treatment';
import { Simulator, type Request } from '../../lib/simulate';
import { namespaceOfHost } from '../../lib/review/subject/hosts';
import { claimsOn, placesOf, toldOf, wrongIn, type Place } from './support/claims';
import { asked, requestTo } from './support/asked';
import { changes, thingsOf, worlds } from './support/worlds';

const options = {
  numRuns: Number(process.env.RUNS ?? 40),
  ...(process.env.SEED && { seed: Number(process.env.SEED) }),
};
const simulate = (input: ReturnType<typeof thingsOf>) => Simulator.from(input, { explain: false });

describe('a review of a whole mesh is true', () => {
  it('says of each request what the simulator decides', () => {
    fc.assert(
      fc.property(worlds, asked, (world, questions) => {
        const manifests = thingsOf(world);
        const description = review(manifests);
        const simulator = simulate(manifests);
        const places = placesOf(description);
        for (const question of questions) {
          const place = places[question.place % places.length]!;
          const request = requestTo(place, question);
          const decided = treatmentOf(simulator.decide(request), namespaceOfHost(place.ref.host));
          const { route, access } = toldOf(description, place, request);
          const wrong = wrongIn(route.treatment, decided, access, request);
          if (wrong.length > 0)
            throw new Error(
              `${wrong.join()} is wrong of ${JSON.stringify(request)}\n${JSON.stringify({ told: route.treatment, access, decided })}`,
            );
        }
      }),
      options,
    );
  });

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
  const about = () => `${JSON.stringify(request)}\n${JSON.stringify([one, other])}`;
  if (aspects.length > 0 && isWithoutEffect(difference)) throw new Error(`nothing is said of ${about()}`);
  if (difference.uncertainties.length > 0) return;
  const missing = aspects.filter((aspect) => !told.includes(aspect));
  if (missing.length > 0) throw new Error(`${missing.join()} is not said of ${about()}`);
  if (aspects.length === 0 && claims.length > 0)
    throw new Error(`${told.join()} is said of ${about()}:\n${JSON.stringify(claims[0])}`);
}
