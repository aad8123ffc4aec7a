import fc from 'fast-check';
import { Dialect } from '../../lib';
import { Registry } from '../../lib/synthesis/registry';
import { evaluateRoutes, type RouteRule } from '../support/http-route';
import { programs, run, type World } from '../support/programs';
import { promiseAtEdge, promiseInMesh } from '../support/promises';
import { requests } from '../support/arbitraries';
import { evaluateRules, type HttpRule } from '../support/virtual-service';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    hosts?: string[];
    http?: HttpRule[];
    hostnames?: string[];
    rules?: RouteRule[];
    parentRefs?: { kind?: string; name: string }[];
  };
}

function manifestsOf({ app, charts }: World): Manifest[] | undefined {
  try {
    app.synthYaml();
  } catch {
    return undefined; // contradicts itself
  }
  return charts.flatMap((chart) => chart.toJson() as Manifest[]);
}

const samples = fc.array(requests, { minLength: 12, maxLength: 12 });

/** The whole way: what the YAML does with a request is what the constructs promise, whatever the others say. */
describe('YAML keeps the promises of constructs', () => {
  it('as a VirtualService', () => {
    fc.assert(
      fc.property(programs(Dialect.ISTIO), samples, (program, asked) => {
        const world = run(program);
        const manifests = manifestsOf(world);
        fc.pre(manifests !== undefined);
        const { declarations } = Registry.of(world.app);
        const rulesOf = (host: string) =>
          manifests.find(({ kind, spec }) => kind === 'VirtualService' && spec.hosts![0] === host)?.spec.http;
        for (const request of asked) {
          const inMesh = evaluateRules(
            rulesOf('reviews.shop.svc.cluster.local') ?? [{ route: [{ destination: { host: 'reviews' } }] }],
            request,
          );
          expect(inMesh).toEqual(promiseInMesh(declarations, 'shop/reviews', request));
          const rules = manifests.find(
            ({ kind, spec }) => kind === 'VirtualService' && spec.hosts!.includes('shop.example.com'),
          )?.spec.http;
          expect(evaluateRules(rules ?? [], request)).toEqual(
            promiseAtEdge(declarations, 'shop.example.com', request),
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it('as HTTPRoutes', () => {
    fc.assert(
      fc.property(programs(Dialect.GATEWAY_API), samples, (program, asked) => {
        const world = run(program);
        const manifests = manifestsOf(world);
        fc.pre(manifests !== undefined);
        const { declarations } = Registry.of(world.app);
        const routes = manifests.filter(({ kind }) => kind === 'HTTPRoute');
        const rulesOf = (attached: (spec: Manifest['spec']) => boolean) =>
          routes.filter(({ spec }) => attached(spec)).flatMap(({ spec }) => spec.rules!);
        const service = rulesOf(
          ({ parentRefs }) => parentRefs![0]!.kind === 'Service' && parentRefs![0]!.name === 'reviews',
        );
        const edge = rulesOf(({ hostnames }) => hostnames?.includes('shop.example.com') ?? false);
        for (const request of asked) {
          const inMesh = evaluateRoutes(
            service.length > 0 ? service : [{ backendRefs: [{ name: 'reviews' }] }],
            request,
          );
          expect(inMesh).toEqual(promiseInMesh(declarations, 'shop/reviews', request));
          expect(evaluateRoutes(edge, request)).toEqual(
            promiseAtEdge(declarations, 'shop.example.com', request),
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});
