import { Simulator, request, type Step } from '../../lib/simulate';

const MESH = `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 9080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v1, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews, version: v1}}, spec: {serviceAccountName: reviews}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}, spec: {serviceAccountName: cart}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - name: testers
    match: [{headers: {end-user: {exact: jason}}}]
    route: [{destination: {host: reviews, subset: v2}}]
  - name: api
    match: [{uri: {prefix: /api}}]
    rewrite: {uri: /v2}
    route: [{destination: {host: reviews, subset: v1}}]
  - name: hidden
    match: [{uri: {prefix: /api/x}}]
    route: [{destination: {host: reviews}}]
  - name: rest
    route: [{destination: {host: reviews, subset: v1}}]
`;

const flat = (steps: readonly Step[] = []): Step[] => steps.flatMap((step) => [step, ...flat(step.steps)]);

function frozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen))
  );
}

describe('a simulator', () => {
  const simulator = Simulator.from(MESH);
  const asked = request('GET', 'http://reviews:9080/api/1?q=1', { from: 'shop/cart' });

  it('gives plain frozen data', () => {
    const decision = simulator.decide(asked);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    expect(frozen(decision)).toBe(true);
    expect(decision).toMatchObject({
      outcomes: [
        {
          kind: 'forwarded',
          probability: 1,
          cluster: 'outbound|9080|v1|reviews.shop.svc.cluster.local',
          workloads: [{ name: 'reviews-v1', version: 'v1', share: 1 }],
        },
      ],
      rewrite: { path: '/v2/1?q=1' },
    });
  });

  it('explains which rule was tried and why', () => {
    const steps = flat(simulator.decide(asked).explanation);
    expect(steps.map(({ verdict, text }) => `${verdict} ${text}`)).toEqual(
      expect.arrayContaining([
        'rejected rule "testers" does not match: header end-user is not sent, and must be "jason"',
        'chosen rule "api" matches',
      ]),
    );
    expect(steps.find(({ text }) => text.startsWith('rule "api"'))).toMatchObject({
      object: { kind: 'VirtualService', namespace: 'shop', name: 'reviews', line: 21 },
      at: 'spec.http[1].match[0]',
    });
  });

  it('decides the same without explaining, request after request', () => {
    const silent = Simulator.from(MESH, { explain: false });
    for (const path of ['/', '/api', '/api/x', '/api?x', '/other']) {
      for (const headers of [{ 'x-other': '1' }, { 'end-user': 'jason' }] as Record<string, string>[]) {
        const one = request('GET', `http://reviews:9080${path}`, { from: 'shop/cart', headers });
        const { explanation, ...decision } = simulator.decide(one);
        expect(explanation).toBeDefined();
        expect(silent.decide(one)).toEqual(decision);
      }
    }
  });

  it('says that nobody is there', () => {
    const { outcomes } = simulator.decide({ ...asked, headers: { 'end-user': 'jason' } });
    expect(outcomes).toEqual([
      {
        kind: 'answered',
        probability: 1,
        status: 503,
        flag: 'UH',
        reason: 'no endpoint of reviews.shop.svc.cluster.local is in subset v2',
      },
    ]);
  });

  it('lists what callers can experience', () => {
    const { tables } = simulator.routes('reviews.shop.svc.cluster.local');
    expect(tables).toHaveLength(1);
    const [{ port, rows }] = tables as [(typeof tables)[0]];
    expect(port).toBe(9080);
    expect(rows.map(({ condition, at }) => [condition, at])).toEqual([
      ['header end-user = "jason"', 'spec.http[0].match[0]'],
      ['path /api*', 'spec.http[1].match[0]'],
      ['every request', 'spec.http[3]'],
    ]);
  });

  it('refuses callers and URLs that make no sense', () => {
    expect(() => simulator.decide({ ...asked, from: 'shop/nobody' })).toThrow(
      'the caller must be a workload of the manifests, got shop/nobody; shop has reviews-v1, cart, or give its labels',
    );
    expect(() => simulator.decide({ ...asked, from: 'shop' })).toThrow(
      'the caller must be namespace/name, got shop',
    );
    expect(() => simulator.decide({ url: 'reviews:9080' })).toThrow('the URL of a request must be');
  });

  it('says what it could not read, and what it does not model', () => {
    const filter =
      'apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: f, namespace: shop}\n';
    const other = Simulator.from([MESH, filter, 'a: [']);
    expect(other.unreadable).toHaveLength(1);
    expect(other.decide(asked).notModelled).toMatchObject([{ object: { kind: 'EnvoyFilter', name: 'f' } }]);
    expect(simulator.decide(asked).notModelled).toEqual([]);
  });
});

describe('policies of the receiver', () => {
  const policy = (spec: string): string =>
    `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: p, namespace: shop}\nspec: ${spec}\n`;
  const allowed = `{selector: {matchLabels: {app: reviews}}, rules: [{from: [{source: {principals: ["cluster.local/ns/shop/sa/cart"]}}], to: [{operation: {methods: [GET]}}]}]}`;
  const decide = (method: string, from: string, ...more: string[]) =>
    Simulator.from([MESH, ...more]).decide(request(method, 'http://reviews.shop:9080/', { from }));

  it('let in whom they name, by the identity of the caller', () => {
    expect(decide('GET', 'shop/cart', policy(allowed)).authorization).toMatchObject({ allowed: true });
    expect(decide('POST', 'shop/cart', policy(allowed)).authorization).toMatchObject({
      allowed: false,
      status: 403,
    });
    expect(decide('GET', 'shop/reviews-v1', policy(allowed)).authorization).toMatchObject({ allowed: false });
    expect(decide('GET', 'shop/cart')).not.toHaveProperty('authorization');
  });

  it('and connections that come in the clear are refused where nothing else is taken', () => {
    const strict =
      'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, namespace: shop}\nspec: {mtls: {mode: STRICT}}\n';
    const plain =
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: plain, namespace: shop}\nspec: {host: "reviews", trafficPolicy: {tls: {mode: DISABLE}}}\n';
    expect(decide('GET', 'shop/cart', strict)).not.toHaveProperty('authorization');
    expect(decide('GET', 'shop/cart', strict, plain).authorization).toMatchObject({
      allowed: false,
      status: 503,
    });
  });
});
