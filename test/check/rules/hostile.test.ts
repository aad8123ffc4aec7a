import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { check } from '../../../lib/check/check';
import { MESH_RULES } from '../../../lib/check/rules/all';
import { IN_PROPORTION, growth } from '../../support/cost';

const objects = [
  ...readdirSync('dist').flatMap((file) => loadAll(readFileSync(`dist/${file}`, 'utf8'))),
  ...MESH_RULES.flatMap(({ bad, good }) => [...loadAll(bad), ...loadAll(good)]),
] as Record<string, unknown>[];

const anything = fc.oneof(
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
  fc.constantFrom(
    '',
    '*',
    '/',
    '~/',
    './',
    'a/b/c',
    '__proto__',
    'constructor',
    'mesh',
    -1,
    0,
    1e99,
    NaN,
    null,
    [],
    {},
    [null],
    [[]],
  ),
);

/** Puts the value somewhere into a copy. */
function replaced(object: unknown, at: readonly number[], value: unknown): unknown {
  const copy: unknown = structuredClone(object);
  let node = copy as Record<string, unknown>;
  for (const step of at) {
    const keys = Object.keys(node);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) break;
    const child = node[key];
    if (step % 3 === 0 || typeof child !== 'object' || child === null) {
      Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
      break;
    }
    node = child as Record<string, unknown>;
  }
  return copy;
}

describe('hostile manifests', () => {
  it('crash no rule', () => {
    const broken = fc.array(
      fc.record({
        object: fc.nat(objects.length - 1),
        at: fc.array(fc.nat(50), { minLength: 2, maxLength: 9 }),
        value: anything,
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(broken, (changes) => {
        const input = changes.map(({ object, at, value }) => replaced(objects[object], at, value) as object);
        const failed = check(input).findings.filter(({ id }) => id === 'rule-failed');
        expect(failed.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 400, interruptAfterTimeLimit: 20_000 },
    );
  }, 30_000);

  const many = (length: number): object[] =>
    Array.from({ length }, (_, i) => ({
      apiVersion: 'networking.istio.io/v1',
      kind: ['VirtualService', 'DestinationRule', 'ServiceEntry', 'Gateway', 'Sidecar'][i % 5],
      metadata: { name: `a${i}`, namespace: 'one' },
      spec: {
        host: '*',
        hosts: ['*', 'a.com'],
        gateways: ['g', 'mesh'],
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
        http: [{ route: [{ destination: { host: `b${i}`, subset: 'v1' } }] }],
        egress: [{ hosts: ['./*'] }],
      },
    }));

  it('take no time out of proportion', () => {
    expect(growth(1000, (length) => check(many(length), { off: [] }))).toBeLessThan(IN_PROPORTION);
  }, 120_000);
});
