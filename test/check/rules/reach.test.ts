import fc from 'fast-check';
import { check } from '../../../lib/check/check';
import { request } from '../../../lib/simulate/request';
import { Simulator } from '../../../lib/simulate/simulator';

const BASE = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: a, image: a}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
`;

const text = fc.oneof(
  fc.constantFrom('a', 'ab', 'b').map((exact) => ({ exact })),
  fc.constantFrom('a', 'ab').map((prefix) => ({ prefix })),
  fc.constant({ regex: 'a.*' }),
  fc.constant({}),
);
const path = fc.oneof(
  fc.constantFrom('/', '/a', '/a/b', '/B').map((prefix) => ({ prefix })),
  fc.constantFrom('/a', '/a/b', '/b').map((exact) => ({ exact })),
  fc.constant({ regex: '.*' }),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
const match = fc
  .record({
    uri: optional(path),
    ignoreUriCase: fc.constantFrom(undefined, undefined, true),
    method: optional(fc.constantFrom({ exact: 'GET' }, { exact: 'POST' }, { prefix: 'G' })),
    headers: optional(text.map((x) => ({ x }))),
    withoutHeaders: optional(text.filter((x) => Object.keys(x).length > 0).map((y) => ({ y }))),
    queryParams: optional(fc.constantFrom({ exact: 'a' }, { exact: 'b' }).map((q) => ({ q }))),
  })
  .map((one) => Object.fromEntries(Object.entries(one).filter(([, field]) => field !== undefined)));
const rules = fc.array(fc.array(match, { maxLength: 2 }), { minLength: 1, maxLength: 4 });

const requests = ['/', '/a', '/a/b', '/A', '/b', '/ab']
  .flatMap((at) => [at, `${at}?q=a`, `${at}?q=b`])
  .flatMap((at) =>
    [undefined, 'a', 'ab', 'b'].flatMap((x) =>
      [undefined, 'a', 'ab'].flatMap((y) => ['GET', 'POST'].map((method) => ({ at, x, y, method }))),
    ),
  );

function virtualService(name: string, all: readonly (readonly object[])[], more: object): object {
  const http = all.map((one, i) => ({
    name: `${name}${i}`,
    ...(one.length > 0 && { match: one }),
    route: [{ destination: { host: 'web' } }],
  }));
  const metadata = { name, namespace: 'shop' };
  return { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata, spec: { ...more, http } };
}

/** The rules that get a request, as the simulator says. */
function reached(
  input: readonly (string | object)[],
  host: string,
  from: object | string,
): ReadonlySet<string> {
  const simulator = Simulator.from(input, { explain: false });
  const names = requests.map(({ at, x, y, method }) => {
    const headers = { ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
    return simulator.decide(request(method, `http://${host}${at}`, { headers, from })).path.route;
  });
  return new Set(names.filter((name) => name !== undefined));
}

/** The rules of which a rule of the checker says that they never do. */
function dead(input: readonly (string | object)[], id: string): readonly string[] {
  return check(input)
    .findings.filter((finding) => finding.id === id)
    .map(({ object, path: at }) => `${object.name}${at[2]}`);
}

/** A test in which nothing is ever dead would prove nothing. */
let deadOnes = 0;

describe('a route of which the checker says that it gets no request', () => {
  it('gets none in the mesh', () => {
    fc.assert(
      fc.property(rules, (all) => {
        const input = [BASE, virtualService('r', all, { hosts: ['web'] })];
        const names = dead(input, 'route-shadowed');
        deadOnes += names.length;
        const seen = names.length > 0 ? reached(input, 'web.shop', 'shop/web') : new Set(['r0']);
        expect(seen.size).toBeGreaterThan(0);
        expect(names.filter((name) => seen.has(name))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gets none at a gateway, whose VirtualServices are put together', () => {
    const more = { hosts: ['a.com'], gateways: ['edge'] };
    fc.assert(
      fc.property(rules, rules, (some, others) => {
        const input = [BASE, virtualService('a', some, more), virtualService('b', others, more)];
        const names = [...dead(input, 'route-shadowed'), ...dead(input, 'virtual-service-shadowed')];
        deadOnes += names.length;
        const seen = names.length > 0 ? reached(input, 'a.com', { gateway: {} }) : new Set();
        expect(names.filter((name) => seen.has(name))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is not rare among those that were tried', () => {
    expect(deadOnes).toBeGreaterThan(50);
  });
});
