import { Simulator, type Caller, type Decision } from '../../lib/simulate';

// The rules that people get wrong, one small mesh each.

const service = (name: string, port = 9080, namespace = 'default', portName = 'http'): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector: { app: name }, ports: [{ name: portName, port }] },
});
const istio = (
  kind: string,
  name: string,
  spec: object,
  namespace = 'default',
  creationTimestamp?: string,
): object => ({
  apiVersion: 'networking.istio.io/v1',
  kind,
  metadata: { name, namespace, ...(creationTimestamp && { creationTimestamp }) },
  spec,
});
const to = (host: string, subset?: string, more: object = {}): object => ({
  destination: { host, ...(subset && { subset }), ...more },
});
const OLD = '2020-01-01T00:00:00Z';
const reviews = 'reviews.default.svc.cluster.local';
const subsets = istio('DestinationRule', 'reviews', {
  host: reviews,
  subsets: ['v1', 'v2'].map((version) => ({ name: version, labels: { version } })),
});

function decide(objects: object[], url: string, from: Caller = {}, mesh?: object): Decision {
  return Simulator.from([service('reviews'), ...objects], { ...(mesh && { mesh }) }).decide({ url, from });
}

/** Shares by subset, or by status where the proxy answers. */
function ends({ outcomes }: Decision): Record<string, number> {
  return Object.fromEntries(
    outcomes.map((outcome) => {
      if (outcome.kind === 'forwarded')
        return [outcome.subset ?? outcome.host ?? outcome.cluster, outcome.probability];
      return [
        outcome.kind === 'closed' ? 'closed' : `${outcome.status} ${outcome.flag ?? ''}`.trim(),
        outcome.probability,
      ];
    }),
  );
}

const URL = 'http://reviews:9080';
const only = (prefix: string, subset: string): object => ({
  match: [{ uri: { prefix } }],
  route: [to(reviews, subset)],
});

describe('in the mesh', () => {
  it('the older VirtualService has the host for itself', () => {
    const a = istio('VirtualService', 'z', { hosts: [reviews], http: [only('/a', 'v1')] }, 'other', OLD);
    const b = istio('VirtualService', 'b', { hosts: [reviews], http: [{ route: [to(reviews, 'v2')] }] });
    expect(ends(decide([a, b, subsets], `${URL}/b`))).toEqual({ '404 NR': 1 });
  });

  it('one that is not for the caller leaves the host to the next', () => {
    const match = [{ sourceLabels: { app: 'foo' } }];
    const a = istio('VirtualService', 'a', {
      hosts: [reviews],
      http: [{ match, route: [to(reviews, 'v1')] }],
    });
    const b = istio('VirtualService', 'b', { hosts: [reviews], http: [{ route: [to(reviews, 'v2')] }] });
    expect(ends(decide([a, b, subsets], URL, { labels: { app: 'bar' } }))).toEqual({ v2: 1 });
    expect(ends(decide([a, b, subsets], URL, { labels: { app: 'foo' } }))).toEqual({ v1: 1 });
  });

  it('a short host with a dot means nothing', () => {
    const a = istio('VirtualService', 'a', {
      hosts: ['reviews.default'],
      http: [{ directResponse: { status: 418 } }],
    });
    expect(ends(decide([a], URL))).toEqual({ [reviews]: 1 });
  });

  it('a condition with gateways does not look at labels', () => {
    const match = [{ gateways: ['mesh'], sourceLabels: { app: 'foo' } }];
    const a = istio('VirtualService', 'a', {
      hosts: [reviews],
      http: [{ match, route: [to(reviews, 'v1')] }],
    });
    expect(ends(decide([a, subsets], URL, { labels: { app: 'bar' } }))).toEqual({ v1: 1 });
  });

  it.each([
    [[0], { v1: 1 }],
    [[0, 5], { v2: 1 }],
    [[1, 2], { v2: 2 / 3, v1: 1 / 3 }],
  ])('weights %j are relative', (weights, expected) => {
    const route = weights.map((weight, i) => ({ ...to(reviews, `v${i + 1}`), weight }));
    const a = istio('VirtualService', 'a', { hosts: [reviews], http: [{ route }] });
    expect(ends(decide([a, subsets], URL))).toEqual(expected);
  });

  it('faults without percentage never happen, and both kinds are drawn independently', () => {
    const rule = (fault: object): object =>
      istio('VirtualService', 'a', { hosts: [reviews], http: [{ fault, route: [to(reviews)] }] });
    expect(ends(decide([rule({ abort: { httpStatus: 500 } })], URL))).toEqual({ [reviews]: 1 });
    const both = decide(
      [
        rule({
          delay: { fixedDelay: '2s', percentage: { value: 50 } },
          abort: { httpStatus: 500, percentage: { value: 10 } },
        }),
      ],
      URL,
    );
    expect(ends(both)).toEqual({ [reviews]: 0.9, '500 FI': 0.1 });
    expect(both.fault).toEqual({
      delay: { duration: 2000, probability: 0.5 },
      abort: { status: 500, probability: 0.1 },
    });
  });

  it('Istio retries twice unasked', () => {
    expect(decide([], URL).retries).toMatchObject({ attempts: 2, isDefault: true });
  });

  it('a wildcard DestinationRule of the caller hides the subsets of the service', () => {
    const rule = istio('DestinationRule', 'hides', { host: '*.local', trafficPolicy: {} }, 'client');
    const a = istio('VirtualService', 'a', { hosts: [reviews], http: [{ route: [to(reviews, 'v1')] }] });
    expect(ends(decide([a, rule, subsets], 'http://reviews.default:9080', { namespace: 'client' }))).toEqual({
      '503 NC': 1,
    });
  });

  it('settings of a port inherit nothing, and those of a subset go over them', () => {
    const rule = istio('DestinationRule', 'rule', {
      host: reviews,
      trafficPolicy: {
        loadBalancer: { simple: 'ROUND_ROBIN' },
        outlierDetection: {},
        portLevelSettings: [{ port: { number: 9080 }, connectionPool: { tcp: { maxConnections: 1 } } }],
      },
      subsets: [
        {
          name: 'v1',
          labels: { version: 'v1' },
          trafficPolicy: { connectionPool: { tcp: { maxConnections: 2 } } },
        },
      ],
    });
    const policyOf = ({ outcomes: [first] }: Decision): unknown =>
      first?.kind === 'forwarded' && first.policy;
    expect(policyOf(decide([rule], URL))).toMatchObject({
      loadBalancer: 'LEAST_REQUEST',
      circuitBreaker: { maxConnections: 1 },
    });
    expect(policyOf(decide([rule], URL))).not.toHaveProperty('outlierDetection');
    const a = istio('VirtualService', 'a', { hosts: [reviews], http: [{ route: [to(reviews, 'v1')] }] });
    expect(policyOf(decide([a, rule], URL))).toMatchObject({ circuitBreaker: { maxConnections: 2 } });
  });

  it('on a port of unknown protocol the address decides, not the host', () => {
    const objects = [service('auto', 6000, 'default', 'x'), service('other', 6000, 'default', 'x')];
    const decision = Simulator.from(objects).decide({ url: 'http://auto:6000', headers: { host: 'other' } });
    expect(ends(decision)).toEqual({ 'auto.default.svc.cluster.local': 1 });
  });

  it('REGISTRY_ONLY answers 502 where HTTP is known, and closes elsewhere', () => {
    const mesh = { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } };
    expect(ends(decide([], 'http://example.com:9080', {}, mesh))).toEqual({ '502': 1 });
    expect(ends(decide([], 'https://example.com', {}, mesh))).toEqual({ closed: 1 });
    expect(ends(decide([], 'https://example.com'))).toEqual({ PassthroughCluster: 1 });
  });

  it('a header that must not match any text is never absent enough', () => {
    const match = [{ withoutHeaders: { x: { regex: '.*' } } }];
    const a = istio('VirtualService', 'a', { hosts: [reviews], http: [{ match, route: [to(reviews)] }] });
    expect(ends(decide([a], URL))).toEqual({ '404 NR': 1 });
  });

  it('regular expressions are those of RE2: they match all of a path, in linear time', () => {
    const match = [{ uri: { regex: '/(a+)+b?' } }];
    const a = istio('VirtualService', 'a', { hosts: [reviews], http: [{ match, route: [to(reviews)] }] });
    const simulator = Simulator.from([service('reviews'), a]);
    expect(ends(simulator.decide({ url: `${URL}/aaa` }))).toEqual({ [reviews]: 1 });
    expect(ends(simulator.decide({ url: `${URL}/${'a'.repeat(5000)}!` }))).toEqual({ '404 NR': 1 });
  });
});

describe('routes of the Gateway API', () => {
  const route = (name: string, spec: object, namespace = 'default', creationTimestamp?: string): object => ({
    ...istio(
      'HTTPRoute',
      name,
      { parentRefs: [{ group: '', kind: 'Service', name: 'reviews', namespace: 'default' }], ...spec },
      namespace,
      creationTimestamp,
    ),
    apiVersion: 'gateway.networking.k8s.io/v1',
  });
  const backend = { name: 'reviews', port: 9080 };

  it('an expression comes after every prefix', () => {
    const rules = [
      {
        name: 'regex',
        matches: [{ path: { type: 'RegularExpression', value: '/v[0-9]+' } }],
        backendRefs: [backend],
      },
      { name: 'all', backendRefs: [backend] },
    ];
    expect(decide([route('a', { rules })], `${URL}/v1`).path.route).toBe('all');
  });

  it('a filter that nobody knows makes nothing of the whole route', () => {
    const rules = [
      { backendRefs: [backend] },
      { filters: [{ type: 'ExtensionRef' }], backendRefs: [backend] },
    ];
    expect(decide([route('a', { rules })], URL).path.route).toBe('default');
  });

  it('the time for one try is the time for all without retries', () => {
    const rules = [{ timeouts: { request: '10s', backendRequest: '2s' }, backendRefs: [backend] }];
    expect(decide([route('a', { rules })], URL).timeout).toBe(2000);
  });

  it('a missing backend costs its share', () => {
    const rules = [{ backendRefs: [backend, { name: 'nowhere', port: 80 }] }];
    expect(ends(decide([route('a', { rules })], URL))).toEqual({ [reviews]: 0.5, '500 NC': 0.5 });
  });

  it('a route of the caller goes before older rules', () => {
    const older = istio(
      'VirtualService',
      'a',
      { hosts: [reviews], http: [{ directResponse: { status: 418 } }] },
      'default',
      OLD,
    );
    const own = route(
      'own',
      { rules: [{ name: 'own', backendRefs: [{ ...backend, namespace: 'default' }] }] },
      'client',
    );
    const url = 'http://reviews.default:9080';
    expect(decide([older, own], url, { namespace: 'client' }).path.route).toBe('own');
    expect(ends(decide([older, own], url, { namespace: 'third' }))).toEqual({ '418': 1 });
  });

  it('a Service as parent needs its group', () => {
    const parentRefs = [{ kind: 'Service', name: 'reviews' }];
    expect(decide([route('a', { parentRefs, rules: [{ backendRefs: [backend] }] })], URL).path.route).toBe(
      'default',
    );
  });

  it('GRPCRoutes match by service and method', () => {
    const grpc = {
      ...route('g', {
        rules: [
          {
            name: 'g',
            matches: [{ method: { service: 'shop.Cart', method: 'Add' } }],
            backendRefs: [backend],
          },
        ],
      }),
      kind: 'GRPCRoute',
    };
    expect(decide([grpc], 'grpc://reviews:9080/shop.Cart/Add').path.route).toBe('g');
    expect(ends(decide([grpc], 'grpc://reviews:9080/shop.Cart/Get'))).toEqual({ '404 NR': 1 });
  });
});
