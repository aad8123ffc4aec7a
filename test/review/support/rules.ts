import fc from 'fast-check';
import { answers, extras, matches } from './random';

type Dialect = 'istio' | 'gateway-api';

const target = (name: string, port: number, subset?: string) => ({
  destination: {
    host: `${name}.shop.svc.cluster.local`,
    port: { number: port },
    ...(subset !== undefined && { subset }),
  },
});

const mirrors = fc.record(
  {
    mirror: fc.constantFrom(target('reviews', 9080, 'v3').destination, target('gone', 9080).destination),
    mirrorPercentage: fc.constantFrom({ value: 100 }, { value: 12.5 }),
    corsPolicy: fc.constantFrom<object>(
      { allowOrigins: [{ exact: 'https://a.com' }] },
      { allowOrigins: [{ prefix: 'https://' }], allowMethods: ['GET'] },
    ),
  },
  { requiredKeys: [] },
);

const istioRules = (most: number): fc.Arbitrary<readonly object[]> =>
  fc.array(
    fc
      .tuple(fc.array(matches, { maxLength: 2 }), answers, extras, mirrors)
      .map(([match, answer, extra, mirror]): object => ({
        ...(match.length > 0 && { match }),
        ...answer,
        ...('route' in answer && { ...extra, ...mirror }),
      })),
    { minLength: 1, maxLength: most },
  );

const name = fc.constantFrom('x-a', 'x-b');
const text = fc.constantFrom('1', '12', '2');
const kind = fc.constantFrom('Exact', 'RegularExpression');
const named = fc.record({ name, value: text, type: kind });

const routeMatches = fc.record(
  {
    path: fc.record({
      type: fc.constantFrom('Exact', 'PathPrefix'),
      value: fc.constantFrom('/', '/a', '/a/b', '/b'),
    }),
    method: fc.constantFrom('GET', 'POST'),
    headers: fc.array(named, { minLength: 1, maxLength: 1 }),
    queryParams: fc.array(fc.record({ name: fc.constant('q'), value: text }), { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: [] },
);

const backends = fc.array(
  fc.record({
    name: fc.constantFrom('reviews-v1', 'reviews-v2', 'ratings', 'gone'),
    port: fc.constant(9080),
    weight: fc.constantFrom(0, 1, 3),
  }),
  { maxLength: 2 },
);

const filters = fc.array(
  fc.constantFrom<object>(
    { type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-m', value: '1' }] } },
    { type: 'ResponseHeaderModifier', responseHeaderModifier: { remove: ['x-n'] } },
    {
      type: 'URLRewrite',
      urlRewrite: { path: { type: 'ReplaceFullPath', replaceFullPath: '/x' } },
    },
    { type: 'RequestMirror', requestMirror: { backendRef: { name: 'ratings', port: 9080 } } },
  ),
  { maxLength: 1 },
);

const gatewayApiRules = (most: number): fc.Arbitrary<readonly object[]> =>
  fc.array(
    fc.record(
      {
        matches: fc.array(routeMatches, { minLength: 1, maxLength: 2 }),
        backendRefs: backends,
        filters,
        timeouts: fc.constantFrom({ request: '1s' }, { request: '2s', backendRequest: '1s' }),
      },
      { requiredKeys: ['backendRefs'] },
    ),
    { minLength: 1, maxLength: most },
  );

/** Rules for requests, in either dialect. */
export function httpRules(most: number, dialect: Dialect = 'istio'): fc.Arbitrary<readonly object[]> {
  return dialect === 'istio' ? istioRules(most) : gatewayApiRules(most);
}

/** Rules for callers inside and outside, some of them for callers with certain labels alone. */
export const meshHttp: fc.Arbitrary<readonly object[]> = fc
  .tuple(istioRules(3), fc.option(fc.constantFrom('productpage', 'ratings'), { nil: undefined }))
  .map(([rules, app]) =>
    app === undefined
      ? rules
      : rules.map((rule, i) =>
          i === 0 && 'match' in rule
            ? { ...rule, match: (rule.match as object[]).map((one) => ({ ...one, sourceLabels: { app } })) }
            : rule,
        ),
  );

/** Rules of a GRPCRoute. */
export const grpcRules: fc.Arbitrary<readonly object[]> = fc.array(
  fc.record(
    {
      matches: fc.array(
        fc.record(
          {
            method: fc.constantFrom<object>(
              { service: 'Ads' },
              { service: 'Ads', method: 'Get' },
              { method: 'Get' },
            ),
            headers: fc.array(named, { minLength: 1, maxLength: 1 }),
          },
          { requiredKeys: [] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      backendRefs: fc.array(
        fc.record({
          name: fc.constantFrom('ads', 'gone'),
          port: fc.constant(7070),
          weight: fc.constantFrom(1, 2),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ['backendRefs'] },
  ),
  { minLength: 1, maxLength: 2 },
);

const shares = fc.integer({ min: 1, max: 99 });

/** Rules for connections. */
export function connections(protocol: 'tcp' | 'tls'): fc.Arbitrary<Readonly<Record<string, object[]>>> {
  if (protocol === 'tls') {
    return fc.constantFrom('www.example.com', 'api.example.com').map((host) => ({
      tls: [
        {
          match: [{ port: 443, sniHosts: ['api.example.com'] }],
          route: [{ destination: { host, port: { number: 443 } } }],
        },
      ],
    }));
  }
  return fc
    .tuple(
      shares,
      fc.constantFrom<object[]>([], [{ port: 9000 }], [{ sourceLabels: { app: 'productpage' } }]),
    )
    .map(([share, match]) => ({
      tcp: [
        {
          ...(match.length > 0 && { match }),
          route: [
            { ...target('echo', 9000, 'v1'), weight: share },
            { ...target('echo', 9000, 'v2'), weight: 100 - share },
          ],
        },
      ],
    }));
}
