import fc from 'fast-check';
import type { Overlay, Route } from '../../lib/model/contribution';
import { dimension, type Outcome } from '../../lib/model/outcome';
import { comparePrecedence } from '../../lib/model/precedence';
import { mergeTraffic } from '../../lib/model/traffic';
import { HOST, contributions, requests } from '../support/arbitraries';
import { satisfies, type Request } from '../support/requests';

/** What should happen, told from the contributions one by one, without merging anything. */
function bruteForce(request: Request, routes: Route[], overlays: Overlay[]): unknown {
  const held = <T extends Route | Overlay>(list: T[]) =>
    list
      .flatMap((said) =>
        (said.conditions.length > 0 ? said.conditions : [{ headers: [], cookies: [], query: [] }]).map(
          (condition) => ({ condition, said }),
        ),
      )
      .filter(({ condition }) => satisfies(request, condition))
      .sort(
        (a, b) =>
          comparePrecedence(a.condition, b.condition) || (a.said.author.path < b.said.author.path ? -1 : 1),
      )
      .map(({ said }) => said);
  const action = held(routes)[0]?.action;
  const effects = new Map<string, unknown>();
  if (!action || action.kind === 'forward') {
    for (const { effect } of held(overlays)) {
      const key = dimension(effect);
      if (!effects.has(key)) effects.set(key, effect);
    }
  }
  return summary(action, [...effects.values()]);
}

function summary(action: Outcome['action'] | undefined, effects: unknown[]): unknown {
  const to =
    action?.kind === 'forward'
      ? action.shares.map(({ target }) => target.version ?? 'all')
      : (action?.kind ?? ['all']);
  return {
    to,
    effects: effects.map((effect) => JSON.stringify(effect).replace(/,"port":9080/, '')).sort(),
  };
}

describe('merging', () => {
  const check = (regexes: boolean) =>
    fc.property(
      contributions({ regexes }),
      fc.array(requests, { minLength: 20, maxLength: 20 }),
      ({ routes, overlays }, samples) => {
        const { ports, problems } = mergeTraffic({ host: HOST, routes, overlays });
        fc.pre(problems.length === 0);
        for (const request of samples) {
          const entry = ports[0]!.entries.find(({ condition }) => satisfies(request, condition))!;
          expect(
            summary(
              entry.outcome.action,
              entry.outcome.effects.map(({ said }) => said),
            ),
          ).toEqual(bruteForce(request, routes, overlays));
        }
      },
    );

  it('gives every request what the contributions promise it', () => {
    fc.assert(check(false), { numRuns: 3000 });
  });
  it('gives every request what the contributions promise it, where regular expressions allow that', () => {
    fc.assert(check(true), { numRuns: 3000 });
  });
});
