import fc from 'fast-check';
import type { Request } from '../../../lib/simulate';
import { destinationRule, fqdn, istio, subsets, to, virtualService, type Thing } from './objects';

/** Small worlds, so that conditions of two configurations overlap all the time. */
const paths = fc.constantFrom('/', '/a', '/a/', '/a/b', '/ab', '/a/b/c', '/b', '/zz');
const words = fc.constantFrom('1', '12', '2');

const texts = fc.oneof(
  { weight: 4, arbitrary: words.map((exact) => ({ exact })) },
  { weight: 2, arbitrary: words.map((prefix) => ({ prefix })) },
  { weight: 1, arbitrary: fc.constantFrom('1.*', '[12]', '.*2').map((regex) => ({ regex })) },
  { weight: 1, arbitrary: fc.constant({}) },
);

const headers = fc.dictionary(fc.constantFrom('x-a', 'x-b'), texts, { maxKeys: 2 });

export const matches = fc.record(
  {
    uri: fc.oneof(
      paths.map((exact) => ({ exact })),
      paths.map((prefix) => ({ prefix })),
      fc.constantFrom('/a.*', '/[ab]', '.*b').map((regex) => ({ regex })),
    ),
    method: fc.constantFrom('GET', 'POST').map((exact) => ({ exact })),
    headers,
    withoutHeaders: fc.dictionary(fc.constantFrom('x-c'), texts, { minKeys: 1, maxKeys: 1 }),
    queryParams: fc.dictionary(
      fc.constantFrom('q'),
      words.map((exact) => ({ exact })),
      { minKeys: 1, maxKeys: 1 },
    ),
  },
  { requiredKeys: [] },
);

const versions = fc.constantFrom('v1', 'v2', 'v3', 'v4');

export const answers = fc.oneof(
  { weight: 5, arbitrary: versions.map((version) => ({ route: [to(version)] })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(versions, versions, fc.integer({ min: 0, max: 100 }))
      .filter(([one, other]) => one !== other)
      .map(([one, other, share]) => ({ route: [to(one, share), to(other, 100 - share)] })),
  },
  { weight: 1, arbitrary: paths.map((uri) => ({ redirect: { uri } })) },
);

export const extras = fc.record(
  {
    timeout: fc.constantFrom('1s', '2s'),
    rewrite: fc.constantFrom({ uri: '/' }, { uri: '/x' }),
    fault: fc.constantFrom(
      { abort: { httpStatus: 503, percentage: { value: 10 } } },
      { delay: { fixedDelay: '1s', percentage: { value: 50 } } },
    ),
    headers: fc.constantFrom({ request: { set: { 'x-m': '1' } } }, { response: { remove: ['x-n'] } }),
    retries: fc.constantFrom({ attempts: 0 }, { attempts: 3, perTryTimeout: '1s', retryOn: '5xx' }),
  },
  { requiredKeys: [] },
);

const rules = fc
  .tuple(fc.array(matches, { maxLength: 2 }), answers, extras)
  .map(([match, answer, extra]): object => {
    const isRoute = 'route' in answer;
    return { ...(match.length > 0 && { match }), ...answer, ...(isRoute ? extra : {}) };
  });

const limits = fc.option(
  fc.constantFrom<object>(
    { connectionPool: { tcp: { maxConnections: 5 } } },
    { outlierDetection: { consecutive5xxErrors: 3 } },
    { loadBalancer: { consistentHash: { httpHeaderName: 'x-a' } } },
  ),
  { nil: undefined },
);

const access = fc.option(
  fc
    .record({
      action: fc.constantFrom('ALLOW', 'DENY'),
      rules: fc.array(
        fc.record(
          {
            from: fc
              .constantFrom('productpage', 'reviews')
              .map((name) => [{ source: { principals: [`cluster.local/ns/shop/sa/${name}`] } }]),
            to: fc
              .record(
                {
                  methods: fc.subarray(['GET', 'POST'], { minLength: 1 }),
                  paths: fc.subarray(['/a', '/a/*', '/b'], { minLength: 1 }),
                  notMethods: fc.constant(['PUT']),
                },
                { requiredKeys: [] },
              )
              .filter((operation) => Object.keys(operation).length > 0)
              .map((operation) => [{ operation }]),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      ),
    })
    .map((spec) =>
      istio('AuthorizationPolicy', 'reviews', { ...spec, selector: { matchLabels: { app: 'reviews' } } }),
    ),
  { nil: undefined, freq: 1 },
);

/** Policy for reviews: v4 is a subset of which there are no pods, or no subset. */
export const policies: fc.Arbitrary<readonly Thing[]> = fc
  .tuple(fc.array(rules, { minLength: 1, maxLength: 4 }), limits, fc.boolean(), access)
  .map(([http, trafficPolicy, hasV4, policy]) => [
    ...(policy ? [policy] : []),
    destinationRule('reviews', {
      subsets: subsets('v1', 'v2', 'v3', ...(hasV4 ? ['v4'] : [])),
      ...(trafficPolicy && { trafficPolicy }),
    }),
    virtualService('reviews', http),
  ]);

const values = fc.constantFrom('1', '12', '2', '3', '');

export const requests: fc.Arbitrary<Request> = fc
  .record({
    path: paths,
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    headers: fc.dictionary(fc.constantFrom('x-a', 'x-b', 'x-c'), values, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    serviceAccount: fc.constantFrom('productpage', 'reviews', 'default'),
    query: fc.option(fc.constantFrom('q=1', 'q=2', 'q=12', 'r=1'), { nil: undefined }),
  })
  .map(({ path, method, headers: sent, query, serviceAccount }) => ({
    url: `http://${fqdn('reviews')}:9080${path}${query === undefined ? '' : `?${query}`}`,
    method,
    headers: sent,
    from: { namespace: 'shop', serviceAccount },
  }));
