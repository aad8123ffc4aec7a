import fc from 'fast-check';

// Rules of AuthorizationPolicies: every field that a request alone can answer, also with `not`.

export const principals = [
  'cluster.local/ns/shop/sa/productpage',
  'cluster.local/ns/client/sa/web',
  'cluster.local/ns/istio-system/sa/ingress',
];

const some = (texts: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...texts], { minLength: 1, maxLength: Math.min(2, texts.length) });

const source = fc
  .record(
    {
      principals: some([...principals, '*', 'cluster.local/ns/shop/*']),
      notPrincipals: some(principals),
      namespaces: some(['shop', 'client', 'istio-system']),
      notNamespaces: some(['client']),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);

const operation = fc
  .record(
    {
      methods: some(['GET', 'POST', 'P*']),
      notMethods: some(['PUT', 'POST']),
      paths: some(['/a', '/a/*', '/b', '*b', '/a/{*}', '*']),
      notPaths: some(['/a/b', '/b', '/a*']),
      ports: some(['9080', '80']),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);

const condition = fc
  .tuple(
    fc.constantFrom('request.headers[x-a]', 'request.headers[x-c]'),
    fc.record({ values: some(['1', '1*', '*2', '*']), notValues: some(['2', '12']) }, { requiredKeys: [] }),
  )
  .filter(([, one]) => Object.keys(one).length > 0)
  .map(([key, texts]) => ({ key, ...texts }));

export const rulesOf = fc.array(
  fc.record(
    {
      from: fc
        .array(source, { minLength: 1, maxLength: 2 })
        .map((all) => all.map((one) => ({ source: one }))),
      to: fc
        .array(operation, { minLength: 1, maxLength: 2 })
        .map((all) => all.map((one) => ({ operation: one }))),
      when: fc.array(condition, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);
