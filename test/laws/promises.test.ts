import fc from 'fast-check';
import { Dialect } from '../../lib';
import { Registry } from '../../lib/synthesis/registry';
import { requests } from '../support/arbitraries';
import { programs, run, type World } from '../support/programs';
import { promiseAtEdge, promiseInMesh } from '../support/promises';
import { Simulated } from '../support/simulated';

function yamlOf({ app }: World): string | undefined {
  try {
    return app.synthYaml();
  } catch {
    return undefined; // contradicts itself
  }
}

const samples = fc.array(requests, { minLength: 12, maxLength: 12 });

/** The whole way: what the YAML does with a request is what the constructs promise, whatever the others say. */
describe('YAML keeps the promises of constructs', () => {
  it.each([
    ['as VirtualServices', Dialect.ISTIO, undefined],
    ['as HTTPRoutes', Dialect.GATEWAY_API, 'edge'],
  ])('%s', (_, dialect, gateway) => {
    fc.assert(
      fc.property(programs(dialect), samples, (program, asked) => {
        const world = run(program);
        const yaml = yamlOf(world);
        fc.pre(yaml !== undefined);
        const { declarations } = Registry.of(world.app);
        const simulated = new Simulated(yaml);
        const isExposed = declarations.exposures.length > 0;
        for (const request of asked) {
          expect(simulated.inMesh(request)).toEqual(promiseInMesh(declarations, 'shop/reviews', request));
          // Where nothing is exposed, there is no gateway to ask.
          if (isExposed) {
            const promised = promiseAtEdge(declarations, 'shop.example.com', request);
            expect(simulated.atEdge(request, gateway)).toEqual(promised);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
