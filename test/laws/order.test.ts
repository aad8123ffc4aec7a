import { Construct } from 'constructs';
import fc from 'fast-check';
import * as mesh from '../../lib';
import { outcomeOf, programs, run } from '../support/programs';

const DIALECTS = [mesh.Dialect.ISTIO, mesh.Dialect.GATEWAY_API, mesh.Dialect.GATEWAY_API_EXPERIMENTAL];

/** Constructs form a set: neither their order, nor the number of times that they are written, makes a difference. */
describe.each(DIALECTS)('order does not matter (%s)', (dialect) => {
  it('gives the same bytes, or the same refusal, for every permutation', () => {
    const permuted = programs(dialect).chain((program) => {
      const all = [...program.statements.keys()];
      const statements = fc.shuffledSubarray(all, { minLength: all.length });
      return fc.tuple(fc.constant(program), fc.record({ statements, backwards: fc.boolean() }));
    });
    fc.assert(
      fc.property(permuted, ([program, order]) => {
        expect(outcomeOf(program, order)).toBe(outcomeOf(program));
      }),
      { numRuns: 300 },
    );
  });

  it('is tried with programs most of which are accepted', () => {
    const outcomes = fc
      .sample(programs(dialect), { numRuns: 100, seed: 1 })
      .map((program) => outcomeOf(program));
    expect(outcomes.filter((outcome) => outcome.startsWith('apiVersion')).length).toBeGreaterThan(50);
  });

  it('gives the same bytes when it is written again', () => {
    fc.assert(
      fc.property(programs(dialect), (program) => {
        const { app } = run(program);
        let first: string;
        try {
          first = app.synthYaml();
        } catch {
          return;
        }
        expect(app.synthYaml()).toBe(first);
      }),
      { numRuns: 100 },
    );
  });
});

it('is about every construct that there is', () => {
  const exported: Record<string, unknown> = { ...mesh };
  const all = Object.values(exported).filter(
    (one) => typeof one === 'function' && one.prototype instanceof Construct,
  );
  const constructs = all.filter((one) => one !== mesh.MeshHost); // abstract
  const used = new Set(
    fc
      .sample(programs(mesh.Dialect.ISTIO), { numRuns: 300, seed: 1 })
      .flatMap((program) => run(program).app.node.findAll())
      .map((construct) => construct.constructor as unknown),
  );
  expect(constructs.filter((one) => !used.has(one))).toEqual([]);
});
