import fc from 'fast-check';
import { IN_PROPORTION, growth } from '../../support/cost';
import { check, said, virtualService } from './objects';

const KINDS = [
  ['networking.istio.io/v1', 'VirtualService'],
  ['networking.istio.io/v1', 'DestinationRule'],
  ['networking.istio.io/v1', 'ServiceEntry'],
  ['networking.istio.io/v1alpha3', 'EnvoyFilter'],
  ['security.istio.io/v1', 'AuthorizationPolicy'],
  ['extensions.istio.io/v1alpha1', 'WasmPlugin'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['gateway.networking.k8s.io/v1', 'Gateway'],
] as const;

const NAMES = [
  'hosts',
  'http',
  'route',
  'destination',
  'rules',
  'matches',
  'path',
  'value',
  'listeners',
  'port',
  '__proto__',
  'constructor',
  'toString',
  'a.b/c',
  '',
];

/** Anything that JSON can say, with names that the schemas know. */
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e300, '', 'a', '10s', '\ud800', 'x'.repeat(300)),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 5 })
      .map((fields) => JSON.parse(JSON.stringify(fields)) as unknown),
  ),
})).value;

describe('whatever an object holds', () => {
  it('is judged, and stays as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), anything, anything, ([apiVersion, kind], spec, labels) => {
        const object = { apiVersion, kind, metadata: { name: 'a', labels }, spec };
        const before = JSON.stringify(object);
        const { findings, isJudged } = check(object);
        expect(isJudged).toBe(true);
        expect(JSON.stringify(object)).toBe(before);
        for (const finding of findings) expect(finding.message.length).toBeLessThan(2_000);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 5_000 },
    );
  });

  it('does not reach the prototype', () => {
    const spec: unknown = JSON.parse(
      '{"hosts": ["a"], "__proto__": {"http": 1}, "constructor": {"prototype": {}}}',
    );
    expect(said(virtualService(spec))).toEqual([
      'schema-unknown-field spec.__proto__',
      'schema-unknown-field spec.constructor',
    ]);
    const labels: unknown = JSON.parse('{"__proto__": 5}');
    const rule = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'a' } };
    expect(said({ ...rule, spec: { host: 'a', subsets: [{ name: 'b', labels }] } })).toEqual([
      'schema-type spec.subsets.0.labels.__proto__',
    ]);
    expect(({} as { http?: unknown }).http).toBeUndefined();
  });

  it('may be deep, wide, or contain itself', () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(said(virtualService({ hosts: deep }))).toContain('schema-type spec.hosts.0');
    expect(said(virtualService(deep))).toContain('schema-type spec');
    const circle: unknown[] = [];
    circle.push(circle);
    expect(said(virtualService({ hosts: circle }))).toContain('schema-type spec.hosts.0');
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`field${i}`, i]));
    expect(said(virtualService(wide))).toHaveLength(20_000);
  });

  it('takes time in proportion to the length of texts', () => {
    expect(growth(50_000, checkTexts)).toBeLessThan(IN_PROPORTION);
  }, 120_000);

  function checkTexts(length: number): void {
    const evil = `${'a'.repeat(length)}!`;
    const route = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: evil } };
    const match = {
      headers: [{ name: evil, value: evil }],
      path: { type: 'Exact', value: `/${'%'.repeat(length)}` },
    };
    check({
      ...route,
      spec: { hostnames: [evil], rules: [{ matches: [match], timeouts: { request: evil } }] },
    });
    check(
      virtualService({
        hosts: ['a'],
        http: [{ timeout: '1'.repeat(length) }, { timeout: '1s'.repeat(length / 2) }],
      }),
    );
  }
});
