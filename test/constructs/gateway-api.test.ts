import { Duration, type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as mesh from '../../lib';
import { chartOf, refusal, reviewsIn, the, written } from '../support/synth';

const { GatewayEntry, HeaderMatch, Match, PathPattern, Percent } = mesh;

function gatewayApi(props: mesh.MeshProps = {}): Chart {
  const chart = chartOf();
  new mesh.Mesh(chart, 'mesh', { dialect: mesh.Dialect.GATEWAY_API, ...props });
  return chart;
}

describe('the Gateway API dialect', () => {
  it('attaches routes to the Service, with its group', () => {
    const chart = gatewayApi();
    new mesh.CanaryRoute(chart, 'canary', {
      service: reviewsIn(chart),
      stable: 'v1',
      canary: 'v2',
      share: Percent.of(10),
    });
    expect(written(chart)).toEqual([
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'reviews', namespace: 'shop' },
        spec: {
          parentRefs: [{ group: '', kind: 'Service', name: 'reviews', port: 9080 }],
          rules: [
            {
              name: 'canary',
              backendRefs: [
                { name: 'reviews-v1', port: 9080, weight: 90 },
                { name: 'reviews-v2', port: 9080, weight: 10 },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('splits up what is too much for one HTTPRoute, in an order that lasts', () => {
    const chart = gatewayApi();
    const service = reviewsIn(chart);
    for (let i = 0; i < 20; i++) {
      const match = [Match.path(PathPattern.exact(`/p${i}`))];
      new mesh.RequestPolicy(chart, `policy-${i}`, { service, match, timeout: Duration.seconds(i + 1) });
    }
    const routes = written(chart);
    expect(routes.map(({ metadata, spec }) => [metadata.name, spec.rules.length as number])).toEqual([
      ['reviews-01', 16],
      ['reviews-02', 5],
    ]);
    expect(routes[1]!.spec.rules[4].matches).toBeUndefined();
  });

  it('gives rules names of their own', () => {
    const chart = gatewayApi();
    const service = reviewsIn(chart);
    const paths = ['/a', '/b'].map((path) => Match.path(PathPattern.prefix(path)));
    new mesh.RequestRoute(chart, 'rewrite', { service, match: paths, rewritePrefix: '/c' });
    expect(the(chart, 'HTTPRoute').spec.rules.map(({ name }: { name: string }) => name)).toEqual([
      'rewrite',
      'rewrite.2',
      'default',
    ]);
  });

  it('opens doors, and asks other namespaces for permission', () => {
    const chart = gatewayApi();
    const gateway = new mesh.IngressGateway(chart, 'edge', { namespace: 'infra' });
    const service = reviewsIn(chart);
    new mesh.RequestRoute(chart, 'all', { service, version: 'v1' });
    const entries = [GatewayEntry.https('cert', { redirectFrom: 80 })];
    new mesh.Expose(chart, 'web', { gateway, hosts: ['a.example.com'], entries, routes: [{ service }] });
    expect(the(chart, 'Gateway').spec.listeners).toEqual([
      { name: 'http-80-a.example.com', port: 80, protocol: 'HTTP', hostname: 'a.example.com' },
      {
        name: 'https-443-a.example.com',
        port: 443,
        protocol: 'HTTPS',
        hostname: 'a.example.com',
        tls: { mode: 'Terminate', certificateRefs: [{ name: 'cert' }] },
      },
    ]);
    expect(the(chart, 'ReferenceGrant')).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      metadata: { name: 'from-infra-edge', namespace: 'shop' },
      spec: {
        from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'infra' }],
        to: [{ group: '', kind: 'Service', name: 'reviews-v1' }],
      },
    });
    expect(the(chart, 'HTTPRoute', 'edge-redirect-80').spec.rules).toEqual([
      {
        name: 'redirect-to-https',
        filters: [
          { type: 'RequestRedirect', requestRedirect: { scheme: 'https', port: 443, statusCode: 301 } },
        ],
      },
    ]);
  });

  it('passes TLS on, and TCP in the experimental channel', () => {
    const chart = gatewayApi({ dialect: mesh.Dialect.GATEWAY_API_EXPERIMENTAL });
    const gateway = new mesh.IngressGateway(chart, 'edge');
    const service = reviewsIn(chart, [mesh.MeshPort.tcp(9000), mesh.MeshPort.tls(9443)]);
    new mesh.TrafficSplit(chart, 'split', { service, shares: { v1: Percent.of(80), v2: Percent.of(20) } });
    new mesh.Expose(chart, 'tcp', { gateway, entries: [GatewayEntry.tcp(31_400)], routes: [{ service }] });
    new mesh.Expose(chart, 'tls', {
      gateway,
      hosts: ['a.example.com'],
      entries: [GatewayEntry.tlsPassthrough()],
      routes: [{ service }],
    });
    expect(written(chart).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'Gateway edge',
      'TLSRoute edge-a.example.com-tls-443',
      'TLSRoute reviews-9443',
      'TCPRoute edge-any-tcp-31400',
      'TCPRoute reviews-9000',
    ]);
  });

  it('writes retries in the experimental channel', () => {
    const chart = gatewayApi({ dialect: mesh.Dialect.GATEWAY_API_EXPERIMENTAL });
    const retries = mesh.RetryPolicy.attempts(2, {
      statusCodes: [503],
      backoff: Duration.millis(50),
      perTryTimeout: Duration.seconds(1),
    });
    new mesh.RequestPolicy(chart, 'policy', {
      service: reviewsIn(chart),
      retries,
      timeout: Duration.seconds(2),
    });
    expect(the(chart, 'HTTPRoute').spec.rules[0]).toMatchObject({
      timeouts: { request: '2s', backendRequest: '1s' },
      retry: { attempts: 2, codes: [503], backoff: '50ms' },
    });
  });
});

/** What the standard channel cannot say: a program, and its refusal. */
const LOSSES: Record<
  string,
  [program: (chart: Chart, service: mesh.MeshService) => void, refused: string[]]
> = {
  faults: [
    (chart, service) => {
      const fault = mesh.Fault.delay(Duration.seconds(1), Percent.of(1)).and(
        mesh.Fault.abort(500, Percent.of(2)),
      );
      new mesh.FaultInjection(chart, 'x', { service, fault });
    },
    ['a delay of 1000 ms for 1 %', 'an abort with 500 for 2 %'],
  ],
  'direct responses': [
    (chart, service) => new mesh.RequestRoute(chart, 'x', { service, respond: { status: 503 } }),
    ['an answer with 503'],
  ],
  'no retries': [
    (chart, service) => new mesh.RequestPolicy(chart, 'x', { service, retries: mesh.RetryPolicy.none() }),
    ['no retries'],
  ],
  retries: [
    (chart, service) =>
      new mesh.RequestPolicy(chart, 'x', { service, retries: mesh.RetryPolicy.attempts(2) }),
    ["2 retries on Istio's default causes"],
  ],
  'string prefixes': [
    (chart, service) =>
      new mesh.RequestRoute(chart, 'x', {
        service,
        version: 'v1',
        match: [Match.path(PathPattern.stringPrefix('/a'))],
      }),
    ['a route for requests with path /a*'],
  ],
  'regular expressions for the path': [
    (chart, service) =>
      new mesh.RequestRoute(chart, 'x', {
        service,
        version: 'v1',
        match: [Match.path(PathPattern.regex('/a.*'))],
      }),
    ['a route for requests with path matches /a.*'],
  ],
  'absent headers and callers': [
    (chart, service) => {
      const match = [
        Match.header('a', HeaderMatch.absent()),
        Match.caller({ namespace: 'b' }),
        Match.cookie('c'),
      ];
      new mesh.RequestRoute(chart, 'x', { service, version: 'v1', match });
    },
    ['a route for requests with from namespace b', 'a route for requests with header a is absent'],
  ],
  'rewrites of every path': [
    (chart, service) => {
      const match = [Match.header('a', HeaderMatch.exact('b'))];
      new mesh.RequestRoute(chart, 'x', { service, match, rewritePrefix: '/v' });
      const gateway = new mesh.IngressGateway(chart, 'edge');
      new mesh.Expose(chart, 'y', { gateway, routes: [{ service, rewritePrefix: '/w' }] });
    },
    ['a route with every path below /v', 'a route from outside with every path below /w'],
  ],
  settings: [
    (chart, service) => {
      new mesh.CircuitBreaker(chart, 'x', { service, maxConnections: 1 });
      new mesh.SessionAffinity(chart, 'y', { service, version: 'v1', key: mesh.HashKey.sourceIp() });
    },
    ['a circuit breaker for shop/reviews', 'load balancing or session affinity for v1 of shop/reviews'],
  ],
  'TLS origination': [
    (chart) =>
      new mesh.ExternalService(chart, 'x', {
        host: 'a.b',
        ports: [mesh.MeshPort.http(80)],
        tlsOrigination: {},
      }),
    ['TLS that proxies start for port 80 of a.b'],
  ],
  TCP: [
    (chart) => {
      const ports = [mesh.MeshPort.http(80), mesh.MeshPort.tcp(9000)];
      const service = mesh.MeshService.fromName(chart, 'tcp', {
        name: 'tcp',
        namespace: 'shop',
        ports,
        versions: { v1: {} },
      });
      new mesh.TrafficSplit(chart, 'x', { service, shares: { v1: Percent.of(100) } });
      const gateway = new mesh.IngressGateway(chart, 'edge');
      new mesh.Expose(chart, 'y', { gateway, entries: [GatewayEntry.tcp(31_400)], routes: [{ service }] });
    },
    ['TCP on port 31400', '100 % to v1 of shop/tcp on port 9000 (TCP)'],
  ],
};

describe.each(Object.entries(LOSSES))('%s', (_, [program, lost]) => {
  it('are refused, with the construct', () => {
    const chart = gatewayApi();
    program(chart, reviewsIn(chart));
    const refused = refusal(chart);
    expect(refused).toHaveLength(lost.length);
    for (const [i, what] of lost.entries()) {
      expect(
        refused.find((message) => message.includes(`${what} must be something that the Gateway API can say`)),
      ).toMatch(/^\[chart\/[xyedg]+\] /);
      expect(i).toBeLessThan(refused.length);
    }
  });

  it('are reported when that is asked for', () => {
    const chart = gatewayApi({ losses: mesh.Losses.REPORT });
    program(chart, reviewsIn(chart));
    expect(refusal(chart)).toEqual([]);
    const report = mesh.MeshReport.of(chart);
    expect(report.losses.map(({ what }) => what).sort()).toEqual([...lost].sort());
    for (const what of lost) expect(report.toMarkdown()).toContain(`| ${what} |`);
  });
});

describe('copies to a host outside', () => {
  it.each([
    ['shop', []],
    [
      'other',
      [
        '[chart/shadow] a mirror of 100 % to shadow.example.com:80 must be something that the Gateway API can say, got this dialect: Istio copies to hosts outside only from routes in the namespace of their ServiceEntry, and this one is in shop; move the ExternalService there (or let the Mesh report losses)',
      ],
    ],
  ])('are made from its own namespace only: %s', (namespace, problems) => {
    const chart = gatewayApi();
    const toService = new mesh.ExternalService(chart, 'outside', {
      namespace,
      host: 'shadow.example.com',
      ports: [mesh.MeshPort.http(80)],
    });
    const mirror = { service: reviewsIn(chart), toService, toPort: 80, share: Percent.of(100) };
    new mesh.Mirror(chart, 'shadow', mirror);
    expect(refusal(chart)).toEqual(problems);
  });
});

describe('dialects side by side', () => {
  it('reach versions of each other', () => {
    const chart = chartOf();
    const versions = { v1: {} };
    const ports = [mesh.MeshPort.http(80)];
    const other = new mesh.MeshNamespace(chart, 'other');
    new mesh.Mesh(other, 'mesh', { dialect: mesh.Dialect.GATEWAY_API });
    const audit = other.addService('audit', { ports, versions });
    new mesh.RequestRoute(chart, 'audit-v1', { service: audit, version: 'v1' });
    new mesh.Mirror(chart, 'shadow', {
      service: reviewsIn(chart),
      toService: audit,
      to: 'v1',
      toPort: 80,
      share: Percent.of(5),
    });
    expect(written(chart).map(({ kind }) => kind)).toEqual(['Namespace', 'VirtualService', 'HTTPRoute']);
    expect(the(chart, 'VirtualService').spec.http[0].mirror).toEqual({
      host: 'audit-v1.other.svc.cluster.local',
      port: { number: 80 },
    });
  });

  it('say to Services of versions what is said about the versions', () => {
    const chart = chartOf();
    const edge = new Construct(chart, 'edge');
    new mesh.Mesh(edge, 'mesh', { dialect: mesh.Dialect.GATEWAY_API });
    const service = reviewsIn(chart);
    new mesh.RequestRoute(chart, 'all', { service, version: 'v1' });
    new mesh.CircuitBreaker(chart, 'guard', { service, maxConnections: 100 });
    new mesh.CircuitBreaker(chart, 'guard-v2', { service, version: 'v2', maxRequests: 5 });
    const gateway = new mesh.IngressGateway(edge, 'gateway');
    new mesh.Expose(edge, 'web', { gateway, routes: [{ service }] });
    const [tcp, http] = [{ maxConnections: 100 }, { http2MaxRequests: 5 }];
    const rules = written(chart).filter(({ kind }) => kind === 'DestinationRule');
    expect(rules.map(({ metadata: { name }, spec: { trafficPolicy } }) => [name, trafficPolicy])).toEqual([
      ['reviews', { connectionPool: { tcp } }],
      ['reviews-v1', { connectionPool: { tcp } }],
      ['reviews-v2', { connectionPool: { tcp, http } }],
      ['reviews-v3', { connectionPool: { tcp } }],
    ]);
    expect(the(chart, 'DestinationRule', 'reviews-v1').spec.host).toBe('reviews-v1.shop.svc.cluster.local');
  });
});
