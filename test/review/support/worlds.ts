import fc from 'fast-check';
import { rulesOf } from './policies';
import { deployment, gatewayApi, istio, namespace, service, subsets, type Thing } from './objects';
import { connections, grpcRules, httpRules, meshHttp } from './rules';

// Whole meshes: two namespaces, HTTP, gRPC, TCP and TLS, both dialects, gateways of both, what is outside, and policies.

/** Parts by name: two worlds that share some parts are a change. */
export type World = Readonly<Record<string, readonly Thing[]>>;

const server = (hosts: readonly string[], port = 80, protocol = 'HTTP') => ({
  port: { number: port, name: `p-${port}`, protocol },
  hosts,
});

/** What is always there: requests need somebody to send them, and somebody to get them. */
export const BASE: readonly Thing[] = [
  namespace('shop'),
  namespace('client'),
  ...['productpage', 'reviews', 'ratings', 'reviews-v1', 'reviews-v2'].map((name) =>
    service(name, 9080, name.includes('-v') ? { app: 'reviews', version: name.slice(-2) } : { app: name }),
  ),
  service('ads', 7070, { app: 'ads' }, 'shop', 'grpc'),
  service('echo', 9000, { app: 'echo' }, 'shop', 'tcp'),
  service('web', 80, { app: 'web' }, 'client'),
  ...['v1', 'v2', 'v3'].map((version) => deployment('reviews', version)),
  deployment('echo'),
  deployment('echo', 'v2'),
  ...['productpage', 'ratings', 'ads'].map((name) => deployment(name)),
  deployment('web', 'v1', 1, 'client'),
  deployment('web', 'v2', 2, 'client'),
  {
    ...deployment('edge', 'v1', 1, 'istio-system'),
    spec: {
      selector: { matchLabels: { istio: 'ingressgateway' } },
      template: {
        metadata: { labels: { istio: 'ingressgateway' } },
        spec: { serviceAccountName: 'ingress' },
      },
    },
  },
];

const settings = fc.record(
  {
    connectionPool: fc.constantFrom<object>(
      { tcp: { maxConnections: 5 } },
      { http: { http1MaxPendingRequests: 2 } },
    ),
    outlierDetection: fc.constantFrom<object>(
      { consecutive5xxErrors: 3 },
      { consecutiveGatewayErrors: 2, maxEjectionPercent: 100 },
    ),
    loadBalancer: fc.constantFrom<object>(
      { simple: 'ROUND_ROBIN' },
      { consistentHash: { httpHeaderName: 'x-a' } },
      { consistentHash: { httpCookie: { name: 'user', ttl: '60s' } } },
      { consistentHash: { useSourceIp: true } },
    ),
    tls: fc.constantFrom<object>({ mode: 'ISTIO_MUTUAL' }, { mode: 'DISABLE' }, { mode: 'SIMPLE' }),
  },
  { requiredKeys: [] },
);

const destinationRule = (host: string, name: string, of = 'shop'): fc.Arbitrary<readonly Thing[]> =>
  fc
    .record(
      {
        trafficPolicy: settings,
        subsets: fc.subarray(['v1', 'v2', 'v3'], { minLength: 1 }).map((names) => subsets(...names)),
        exportTo: fc.constantFrom(['.'], ['*'], ['client']),
      },
      { requiredKeys: ['subsets'] },
    )
    .map((spec) => [istio('DestinationRule', name, { host, ...spec }, of)]);

const virtualService = fc
  .record({
    http: meshHttp,
    gateways: fc.constantFrom(undefined, ['mesh'], ['mesh', 'edge'], ['edge']),
    hosts: fc.constantFrom(['reviews.shop.svc.cluster.local'], ['reviews'], ['reviews', 'shop.example.com']),
    of: fc.constantFrom('shop', 'shop', 'client'),
  })
  .map(({ http, gateways, hosts, of }) => [
    istio('VirtualService', 'reviews', { hosts, http, ...(gateways && { gateways }) }, of),
  ]);

const delegation = fc.tuple(httpRules(2), fc.constantFrom('/a', '/b')).map(([http, prefix]) => [
  istio('VirtualService', 'root', {
    hosts: ['ratings.shop.svc.cluster.local'],
    http: [{ match: [{ uri: { prefix } }], delegate: { name: 'leaf' } }],
  }),
  istio('VirtualService', 'leaf', { http }),
]);

const atDoor = fc
  .record({
    http: httpRules(3),
    hosts: fc.constantFrom(
      ['shop.example.com'],
      ['*.example.com'],
      ['*'],
      ['shop.example.com', 'beta.example.com'],
    ),
    servers: fc.constantFrom(
      [server(['*'])],
      [server(['shop.example.com'])],
      [server(['*.example.com']), server(['shop.example.com'], 8080)],
      [{ ...server(['shop.example.com']), tls: { httpsRedirect: true } }, server(['*'], 8080)],
    ),
  })
  .map(({ http, hosts, servers }) => [
    istio('Gateway', 'edge', { selector: { istio: 'ingressgateway' }, servers }),
    istio('VirtualService', 'door', { hosts, http, gateways: ['edge'] }),
  ]);

const route = (
  kind: 'HTTPRoute' | 'GRPCRoute',
  name: string,
  parent: object,
  rules: fc.Arbitrary<readonly object[]>,
  of = 'shop',
  more: object = {},
): fc.Arbitrary<readonly Thing[]> =>
  rules.map((found) => [gatewayApi(kind, name, { parentRefs: [parent], ...more, rules: found }, of)]);

const kubernetesDoor = fc
  .tuple(httpRules(2, 'gateway-api'), fc.constantFrom([], ['shop.example.com'], ['*.example.com']))
  .map(([rules, hostnames]) => [
    gatewayApi('Gateway', 'own', {
      gatewayClassName: 'istio',
      listeners: [
        { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'All' } } },
      ],
    }),
    gatewayApi('HTTPRoute', 'own', {
      parentRefs: [{ name: 'own' }],
      ...(hostnames.length > 0 && { hostnames }),
      rules,
    }),
  ]);

const authorization = (name: string, of: string, app: string | undefined): fc.Arbitrary<readonly Thing[]> =>
  fc
    .record({ action: fc.constantFrom('ALLOW', 'DENY'), rules: rulesOf })
    .map((spec) => [
      istio(
        'AuthorizationPolicy',
        name,
        { ...spec, ...(app !== undefined && { selector: { matchLabels: { app } } }) },
        of,
      ),
    ]);

const outside = fc
  .record({
    resolution: fc.constantFrom('DNS', 'NONE'),
    hosts: fc.constantFrom(['api.example.com'], ['*.example.com'], ['api.example.com', 'www.example.com']),
    location: fc.constantFrom('MESH_EXTERNAL', 'MESH_INTERNAL'),
  })
  .map(({ hosts, resolution, location }) => [
    istio('ServiceEntry', 'outside', {
      hosts,
      location,
      resolution: hosts[0] === '*.example.com' ? 'NONE' : resolution,
      ports: [
        { number: 80, name: 'http', protocol: 'HTTP' },
        { number: 443, name: 'tls', protocol: 'TLS' },
      ],
    }),
  ]);

const sidecar = fc
  .record(
    {
      egress: fc
        .constantFrom(['./*'], ['*/*'], ['shop/reviews.shop.svc.cluster.local', './*'], ['./*', 'client/*'])
        .map((hosts) => [{ hosts }]),
      outboundTrafficPolicy: fc.constantFrom({ mode: 'REGISTRY_ONLY' }, { mode: 'ALLOW_ANY' }),
      workloadSelector: fc.constantFrom({ labels: { app: 'productpage' } }),
    },
    { requiredKeys: ['egress'] },
  )
  .chain((spec) => fc.constantFrom('shop', 'client').map((of) => [istio('Sidecar', 'own', spec, of)]));

const peers = fc
  .record(
    {
      mtls: fc.constantFrom('STRICT', 'PERMISSIVE', 'DISABLE').map((mode) => ({ mode })),
      selector: fc.constantFrom({ matchLabels: { app: 'reviews' } }),
    },
    { requiredKeys: ['mtls'] },
  )
  .map((spec) => [istio('PeerAuthentication', 'default', spec)]);

const PARTS = {
  reviews: virtualService,
  reviewsRule: destinationRule('reviews.shop.svc.cluster.local', 'reviews'),
  clientRule: destinationRule('*.shop.svc.cluster.local', 'all', 'client'),
  delegation,
  door: atDoor,
  kubernetesDoor,
  mesh: route(
    'HTTPRoute',
    'productpage',
    { group: '', kind: 'Service', name: 'productpage' },
    httpRules(3, 'gateway-api'),
  ),
  grpc: route('GRPCRoute', 'ads', { group: '', kind: 'Service', name: 'ads', port: 7070 }, grpcRules),
  echo: connections('tcp').map((spec) => [istio('VirtualService', 'echo', { hosts: ['echo'], ...spec })]),
  echoRule: destinationRule('echo.shop.svc.cluster.local', 'echo'),
  tls: connections('tls').map((spec) => [
    istio('VirtualService', 'api', { hosts: ['api.example.com'], ...spec }),
  ]),
  outside,
  sidecar,
  peers,
  allow: authorization('one', 'shop', 'reviews'),
  allowOthers: authorization('other', 'shop', undefined),
  allowAtDoor: authorization('door', 'istio-system', undefined),
} satisfies Record<string, fc.Arbitrary<readonly Thing[]>>;

const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** Some of the parts. */
export const worlds: fc.Arbitrary<World> = fc
  .subarray(NAMES, { maxLength: 6 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, PARTS[name]]))));

/** A world, and the same with one to three parts changed, added or gone. */
export const changes: fc.Arbitrary<readonly [World, World]> = fc
  .tuple(
    worlds,
    fc
      .subarray(NAMES, { minLength: 1, maxLength: 3 })
      .chain((names) =>
        fc.record(
          Object.fromEntries(
            names.map((name) => [
              name,
              fc.option<readonly Thing[]>(PARTS[name], { nil: undefined, freq: 4 }),
            ]),
          ),
        ),
      ),
  )
  .map(([before, parts]) => {
    const after: Record<string, readonly Thing[]> = { ...before };
    for (const [name, part] of Object.entries(parts)) {
      if (part) after[name] = part;
      else delete after[name];
    }
    return [before, after];
  });

export function thingsOf(world: World): readonly Thing[] {
  return [...BASE, ...Object.values(world).flat()];
}
