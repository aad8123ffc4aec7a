import fc from 'fast-check';
import { isWithoutEffect, review } from '../../lib/review';
import { differences } from '../../lib/review/treatment/same';
import { treatmentOf } from '../../lib/review/treatment/treatment';
import { Simulator, type Caller, type Request, type RowMatch, type WorkloadCaller } from '../../lib/simulate';
import { meets } from './support/meets';
import { istio, SHOP, type Thing } from './support/objects';
import { policies, requests } from './support/random';

const options = {
  numRuns: Number(process.env.RUNS ?? 60),
  // The same ones each time: a failure is news about the change that is tested. SEED=... looks at others.
  seed: Number(process.env.SEED ?? 1),
};
const HOST = 'reviews.shop.svc.cluster.local';

describe('a review is true', () => {
  it('says of a class what the simulator decides for each of its requests', () => {
    fc.assert(
      fc.property(policies, fc.array(requests, { minLength: 5, maxLength: 20 }), (things, asked) => {
        const manifests = [...SHOP, ...things];
        const simulator = Simulator.from(manifests, { explain: false });
        const host = review(manifests).hosts.find((one) => one.host === HOST && one.kind === 'service')!;
        const [view] = host.views;
        for (const request of asked) {
          const route = view!.routes.find((one) =>
            one.requests.some(({ matches }) => meets(request, matches)),
          );
          const decided = treatmentOf(simulator.decide(request), 'shop');
          const told = route!.treatment;
          // Where a path leads depends on all of it: the page says it for the shortest.
          expect(
            differences({ ...told, ...pathsOf(decided) }, decided).filter((one) => one !== 'access'),
          ).toEqual([]);
          const access = view!.access.find(({ callers }) => callers.some((one) => isSender(one, request)));
          const { allowed = true } = decided.access ?? {};
          if (access?.verdict === 'allowed' || !access) expect(allowed).toBe(true);
          if (access?.verdict === 'denied' && isDelivered(decided)) expect(allowed).toBe(false);
          if (access?.verdict === 'depends' && isDelivered(decided) && !allowed) {
            expect(access.denied.some(({ matches, except }) => isIn(request, matches, except))).toBe(true);
          }
        }
      }),
      options,
    );
  });

  it('never says that nothing changes where a request is treated differently, and finds each that is', () => {
    fc.assert(
      fc.property(
        policies,
        policies,
        fc.array(requests, { minLength: 10, maxLength: 30 }),
        (one, other, asked) => {
          const [before, after] = [
            [...SHOP, ...one],
            [...SHOP, ...other],
          ];
          const [first, second] = [before, after].map((input) =>
            Simulator.from(input, { explain: false }),
          ) as [Simulator, Simulator];
          const difference = review(before, after);
          const views = difference.hosts.flatMap((host) => host.views);
          for (const request of asked) {
            const aspects = differences(
              treatmentOf(first.decide(request), 'shop'),
              treatmentOf(second.decide(request), 'shop'),
            );
            if (aspects.length === 0) continue;
            expect(isWithoutEffect(difference)).toBe(false);
            const found = views
              .filter(({ callers }) => callers.some((caller) => isSender(caller, request)))
              .flatMap(({ classes }) => classes)
              .filter(({ requests: { matches, except } }) => isIn(request, matches, except));
            if (difference.uncertainties.length === 0)
              expect(found.flatMap((change) => change.aspects)).toEqual(expect.arrayContaining([...aspects]));
          }
        },
      ),
      options,
    );
  });

  it('finds what is different for clients of a gateway', () => {
    fc.assert(
      fc.property(
        policies,
        policies,
        fc.array(requests, { minLength: 10, maxLength: 20 }),
        (one, other, asked) => {
          const [before, after] = [
            [...SHOP, ...atGateway(one)],
            [...SHOP, ...atGateway(other)],
          ];
          const [first, second] = [before, after].map((input) =>
            Simulator.from(input, { explain: false }),
          ) as [Simulator, Simulator];
          const difference = review(before, after);
          for (const inside of asked) {
            const request = {
              ...inside,
              url: inside.url.replace(/\/\/[^/]+/, '//shop.example.com'),
              from: { gateway: {} },
            };
            const aspects = differences(
              treatmentOf(first.decide(request)),
              treatmentOf(second.decide(request)),
            );
            if (aspects.length === 0) continue;
            const host = difference.hosts.find((changed) => changed.host === 'shop.example.com')!;
            const found = host.views
              .flatMap(({ classes }) => classes)
              .filter(({ requests: { matches, except } }) => isIn(request, matches, except));
            if (difference.uncertainties.length === 0)
              expect(found.flatMap((change) => change.aspects)).toEqual(expect.arrayContaining([...aspects]));
          }
        },
      ),
      options,
    );
  });

  it('gives examples that are treated differently, each in its own class', () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        const [before, after] = [
          [...SHOP, ...one],
          [...SHOP, ...other],
        ];
        const [first, second] = [before, after].map((input) => Simulator.from(input, { explain: false })) as [
          Simulator,
          Simulator,
        ];
        for (const { views } of review(before, after).hosts) {
          for (const { example, requests: found } of views.flatMap(({ classes }) => classes)) {
            expect(isIn(example, found.matches, found.except)).toBe(true);
            expect(
              differences(
                treatmentOf(first.decide(example), 'shop'),
                treatmentOf(second.decide(example), 'shop'),
              ),
            ).not.toEqual([]);
          }
        }
      }),
      options,
    );
  });

  it('says that nothing changes for a configuration and itself, in any order of objects', () => {
    fc.assert(
      fc.property(policies, (things) => {
        const manifests = [...SHOP, ...things];
        const difference = review(manifests, [...manifests].reverse());
        expect(difference.hosts).toEqual([]);
        expect(isWithoutEffect(difference)).toBe(true);
      }),
      options,
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        const ask = () =>
          JSON.stringify([review([...SHOP, ...one]), review([...SHOP, ...one], [...SHOP, ...other])]);
        expect(ask()).toBe(ask());
      }),
      { numRuns: 10 },
    );
  });
});

/** The same rules for requests from outside. */
function atGateway(things: readonly Thing[]): readonly Thing[] {
  const servers = [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['shop.example.com'] }];
  const opened = things.map((thing) =>
    thing.kind === 'VirtualService'
      ? { ...thing, spec: { ...thing.spec, hosts: ['shop.example.com'], gateways: ['edge'] } }
      : thing,
  );
  return [istio('Gateway', 'edge', { selector: { istio: 'ingressgateway' }, servers }), ...opened];
}

function isIn(request: Request, matches: readonly RowMatch[], except: readonly RowMatch[]): boolean {
  return meets(request, matches) && !except.some((match) => meets(request, [match]));
}

/** A caller without a service account stands for all of them. */
function isSender(caller: Caller, { from }: Request): boolean {
  const { serviceAccount } = caller as WorkloadCaller;
  return serviceAccount === undefined || serviceAccount === (from as WorkloadCaller).serviceAccount;
}

function isDelivered({ ends }: ReturnType<typeof treatmentOf>): boolean {
  return ends.some(({ kind }) => kind === 'delivery');
}

function pathsOf({ rewrite, ends }: ReturnType<typeof treatmentOf>) {
  return {
    ...(rewrite && { rewrite }),
    ...(ends.some((end) => end.kind === 'answer' && end.location !== undefined) && { ends }),
  };
}
