import fc from 'fast-check';
import { isWithoutEffect, render, review } from '../../lib/review';
import { differences } from '../../lib/review/treatment/same';
import { treatmentOf } from '../../lib/review/treatment/treatment';
import { Simulator, type Request } from '../../lib/simulate';
import { namespaceOfHost } from '../../lib/review/subject/hosts';
import { claimsOn, placesOf, toldOf, untrueIn, wrongIn, type Place } from './support/claims';
import { asked, requestTo } from './support/asked';
import { changes, thingsOf, worlds } from './support/worlds';

const options = {
  numRuns: Number(process.env.RUNS ?? 40),
  // The same ones each time: a failure is news about the change that is tested. SEED=... looks at others.
  seed: Number(process.env.SEED ?? 1),
};
/** Whole reviews take longer than single requests. */
const fewer = { ...options, numRuns: Math.ceil(options.numRuns / 4) };
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

  it('is the same in any order of objects', () => {
    fc.assert(
      fc.property(changes, fc.func(fc.nat()), (change, rank) => {
        const shuffled = change.map((world) => {
          const ranks = new Map(thingsOf(world).map((thing) => [thing, rank(thing)]));
          return [...thingsOf(world)].sort((a, b) => ranks.get(a)! - ranks.get(b)!);
        });
        const [before, after] = change.map(thingsOf);
        expect(isWithoutEffect(review(before!, shuffled[0]!))).toBe(true);
        expect(gistOf(review(shuffled[0]!, shuffled[1]!))).toEqual(gistOf(review(before!, after!)));
      }),
      fewer,
    );
  });

  it('says in Markdown and as data what it says as text', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const [before, after] = change.map(thingsOf);
        for (const found of [review(before!), review(before!, after!)]) {
          const text = render(found, 'text').toLowerCase();
          for (const piece of piecesOf(render(found, 'markdown'))) expect(text).toContain(piece);
          expect(JSON.parse(render(found, 'json'))).toEqual(JSON.parse(JSON.stringify(found)));
        }
      }),
      fewer,
    );
  });
});

/** What does not go by the order in which callers and workloads were written. */
function gistOf({
  hosts,
  risks,
  namespaces,
  uncertainties,
  blast,
  order,
}: ReturnType<typeof review> & { kind: 'difference' }) {
  const { callers, ...numbers } = blast;
  return {
    hosts: hosts.map(({ host, status, rules }) => [host, status, [...rules].sort()]).sort(),
    risks,
    namespaces,
    uncertainties: new Set(uncertainties.map(({ kind, host }) => `${kind} ${host}`)),
    callers: new Set(callers.map((caller) => JSON.stringify(caller))),
    numbers,
    order,
  };
}

/** What stands between the marks of Markdown: lines, and in tables cells with several lines. */
function piecesOf(markdown: string): readonly string[] {
  return markdown
    .replace(/```[^`]*```/g, '')
    .split('\n')
    .filter((line, i, lines) => !line.startsWith('| --:') && !lines[i + 1]?.startsWith('| --:'))
    .flatMap((line) => line.replace(/^(#+|-) /, '').split(/<br>|\. |(?<!\\)\||<\/?sub>/))
    .map((piece) =>
      piece
        .replace(/\\(?=[\\`*_[\]|~])/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/\u200b/g, '')
        .trim()
        .replace(/\.$/, '')
        .toLowerCase(),
    );
}

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
  for (const claim of claims) {
    const wrong = [
      ...untrueIn(claim.before, one, claim.aspects).map((aspect) => `${aspect} before`),
      ...untrueIn(claim.after, other, claim.aspects).map((aspect) => `${aspect} after`),
    ];
    if (wrong.length > 0)
      throw new Error(`${wrong.join()} is said otherwise of ${about()}:\n${JSON.stringify(claim)}`);
  }
}
