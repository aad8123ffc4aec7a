import {
  deployment,
  destinationRule,
  fqdn,
  istio,
  namespace,
  service,
  SHOP,
  subsets,
  to,
  virtualService,
  type Thing,
} from './objects';

export interface Case {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
}

const rule = destinationRule('reviews', { subsets: subsets('v1', 'v2', 'v3') });
const split = (one: number, other: number): Thing =>
  virtualService('reviews', [{ route: [to('v1', one), to('v2', other)] }]);
const only = (extra: object): Thing => virtualService('reviews', [{ route: [to('v1')], ...extra }]);
const jason = { headers: { 'end-user': { exact: 'jason' } } };
const forJason = virtualService('reviews', [{ match: [jason], route: [to('v2')] }, { route: [to('v1')] }]);
const strict = (mode: string): Thing => istio('PeerAuthentication', 'default', { mtls: { mode } });
const gateway = (...hosts: string[]): Thing =>
  istio('Gateway', 'edge', {
    selector: { istio: 'ingressgateway' },
    servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts }],
  });
const door = (...hosts: string[]): Thing =>
  istio('VirtualService', 'door', {
    hosts,
    gateways: ['edge'],
    http: [
      { match: [{ uri: { prefix: '/productpage' } }], route: [to(undefined, undefined, 'productpage')] },
    ],
  });
const guard = (policy: object): Thing =>
  destinationRule('reviews', { subsets: subsets('v1', 'v2', 'v3'), trafficPolicy: policy });
const allow = (from: string[], methods: string[]): Thing =>
  istio('AuthorizationPolicy', 'ratings', {
    selector: { matchLabels: { app: 'ratings' } },
    rules: [
      {
        from: [{ source: { principals: from.map((name) => `cluster.local/ns/shop/sa/${name}`) } }],
        to: [{ operation: { methods } }],
      },
    ],
  });
const httpRoute = (...rules: object[]): Thing => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'reviews', namespace: 'shop' },
  spec: { parentRefs: [{ group: '', kind: 'Service', name: 'reviews', port: 9080 }], rules },
});
const backend = (version: string, weight: number): object => ({
  name: `reviews-${version}`,
  port: 9080,
  weight,
});
const versionServices = ['v1', 'v2'].map((version) =>
  service(`reviews-${version}`, 9080, { app: 'reviews', version }),
);

const shop = (...things: readonly Thing[]): readonly Thing[] => [...SHOP, ...things];

/** Changes that people make, each with the file of its review. */
export const CASES: Readonly<Record<string, Case>> = {
  'weights-up': { before: shop(rule, split(90, 10)), after: shop(rule, split(50, 50)) },
  'weights-over': { before: shop(rule, split(90, 10)), after: shop(rule, split(0, 100)) },
  'header-added': { before: shop(rule, only({})), after: shop(rule, forJason) },
  'header-removed': { before: shop(rule, forJason), after: shop(rule, only({})) },
  'subset-removed': {
    before: shop(rule, split(90, 10)),
    after: shop(destinationRule('reviews', { subsets: subsets('v1') }), split(90, 10)),
  },
  'subset-replaced-in-one-apply': {
    before: shop(destinationRule('reviews', { subsets: subsets('v1') }), only({})),
    after: shop(
      destinationRule('reviews', { subsets: subsets('v2') }),
      virtualService('reviews', [{ route: [to('v2')] }]),
    ),
  },
  'first-canary': {
    before: SHOP,
    after: shop(rule, split(90, 10)),
  },
  'subset-renamed': {
    before: shop(rule, only({})),
    after: shop(
      destinationRule('reviews', { subsets: [{ name: 'stable', labels: { version: 'v1' } }] }),
      virtualService('reviews', [{ route: [to('stable')] }]),
    ),
  },
  'mtls-strict': { before: shop(strict('PERMISSIVE')), after: shop(strict('STRICT')) },
  'mtls-weakened': { before: shop(strict('STRICT')), after: SHOP },
  'gateway-host-added': {
    before: shop(gateway('shop.example.com'), door('shop.example.com')),
    after: shop(
      gateway('shop.example.com', 'beta.example.com'),
      door('shop.example.com', 'beta.example.com'),
    ),
  },
  'gateway-host-removed': {
    before: shop(
      gateway('shop.example.com', 'beta.example.com'),
      door('shop.example.com', 'beta.example.com'),
    ),
    after: shop(gateway('shop.example.com'), door('shop.example.com')),
  },
  'path-prefix-widened': {
    before: shop(
      rule,
      virtualService('reviews', [
        { match: [{ uri: { prefix: '/api/v1' } }], route: [to('v2')] },
        { route: [to('v1')] },
      ]),
    ),
    after: shop(
      rule,
      virtualService('reviews', [
        { match: [{ uri: { prefix: '/api' } }], route: [to('v2')] },
        { route: [to('v1')] },
      ]),
    ),
  },
  'catch-all-removed': {
    before: shop(rule, forJason),
    after: shop(rule, virtualService('reviews', [{ match: [jason], route: [to('v2')] }])),
  },
  'timeout-cut': { before: shop(rule, only({ timeout: '5s' })), after: shop(rule, only({ timeout: '1s' })) },
  'tries-beyond-timeout': {
    before: shop(rule, only({ timeout: '2s' })),
    after: shop(rule, only({ timeout: '2s', retries: { attempts: 5, perTryTimeout: '1s', retryOn: '5xx' } })),
  },
  'retries-off': { before: shop(rule, only({})), after: shop(rule, only({ retries: { attempts: 0 } })) },
  'fault-left-on': {
    before: shop(rule, only({})),
    after: shop(
      rule,
      only({
        fault: {
          delay: { fixedDelay: '2s', percentage: { value: 20 } },
          abort: { httpStatus: 503, percentage: { value: 5 } },
        },
      }),
    ),
  },
  'mirror-added': {
    before: shop(rule, only({})),
    after: shop(
      rule,
      only({
        mirror: { host: fqdn('reviews'), subset: 'v3', port: { number: 9080 } },
        mirrorPercentage: { value: 50 },
      }),
    ),
  },
  'limits-tightened': {
    before: shop(guard({ connectionPool: { tcp: { maxConnections: 100 } } }), only({})),
    after: shop(guard({ connectionPool: { tcp: { maxConnections: 10 } } }), only({})),
  },
  'outliers-on': {
    before: shop(rule, only({})),
    after: shop(guard({ outlierDetection: { consecutive5xxErrors: 3 } }), only({})),
  },
  'affinity-lost': {
    before: shop(guard({ loadBalancer: { consistentHash: { httpHeaderName: 'x-user' } } })),
    after: shop(rule),
  },
  'access-narrowed': {
    before: shop(allow(['productpage', 'reviews'], ['GET', 'POST'])),
    after: shop(allow(['reviews'], ['GET'])),
  },
  'access-opened': { before: shop(allow(['reviews'], ['GET'])), after: SHOP },
  'refactored-without-effect': {
    before: shop(rule, forJason),
    after: [
      ...shop(
        rule,
        virtualService('reviews', [
          { name: 'jason', match: [{ ...jason, name: 'by-header' }], route: [to('v2', 100)] },
          { name: 'everyone', match: [{ uri: { prefix: '/' } }], route: [to('v1', 100)] },
        ]),
      ),
    ].reverse(),
  },
  'rules-reordered-without-effect': {
    before: shop(
      rule,
      virtualService('reviews', [
        { match: [{ uri: { exact: '/a' } }], route: [to('v2')] },
        { match: [{ uri: { exact: '/b' } }], route: [to('v3')] },
        { route: [to('v1')] },
      ]),
    ),
    after: shop(
      rule,
      virtualService('reviews', [
        { match: [{ uri: { exact: '/b' } }], route: [to('v3')] },
        { match: [{ uri: { exact: '/a' } }], route: [to('v2')] },
        { route: [to('v1')] },
      ]),
    ),
  },
  'dialect-switched': {
    before: shop(...versionServices, rule, forJason),
    after: shop(
      ...versionServices,
      httpRoute(
        { matches: [{ headers: [{ name: 'end-user', value: 'jason' }] }], backendRefs: [backend('v2', 1)] },
        { backendRefs: [backend('v1', 1)] },
      ),
    ),
  },
  'dialect-switched-with-fault': {
    before: shop(
      ...versionServices,
      rule,
      only({ fault: { abort: { httpStatus: 500, percentage: { value: 10 } } } }),
    ),
    after: shop(...versionServices, httpRoute({ backendRefs: [backend('v1', 1)] })),
  },
  'envoy-filter-added': {
    before: SHOP,
    after: shop(istio('EnvoyFilter', 'limits', { configPatches: [] })),
  },
  'service-removed': {
    before: SHOP,
    after: SHOP.filter(({ metadata }) => !metadata.name.startsWith('ratings')),
  },
  'replicas-up': {
    before: shop(service('web', 80), deployment('web', 'v1', 1), deployment('web', 'v2', 1)),
    after: shop(service('web', 80), deployment('web', 'v1', 3), deployment('web', 'v2', 1)),
  },
  'outside-closed': {
    before: SHOP,
    after: shop(
      istio('Sidecar', 'default', {
        outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
        egress: [{ hosts: ['./*'] }],
      }),
    ),
  },
  'left-the-mesh': {
    before: SHOP,
    after: [namespace('shop', { 'istio-injection': 'disabled' }), ...SHOP.slice(1)],
  },
};
