import type { Chart } from 'cdk8s';
import * as mesh from '../../lib';
import { chartOf, refusal, reviewsIn, the, written } from '../support/synth';

const { GatewayEntry, HeaderMatch, Match, PathPattern, Percent } = mesh;

function gatewayIn(chart: Chart): mesh.IngressGateway {
  return new mesh.IngressGateway(chart, 'edge');
}

/** Rules as text, so that tests read as tables: condition -> target. */
function rulesOf(chart: Chart, name: string): string[] {
  interface Rule {
    match?: {
      uri?: Record<string, string>;
      port?: number;
      headers?: Record<string, Record<string, string>>;
    }[];
    route?: { destination: { host: string; subset?: string } }[];
    rewrite?: { uri: string };
    fault?: object;
  }
  return (the(chart, 'VirtualService', name).spec.http as Rule[]).map(
    ({ match = [], route = [], rewrite, fault }) => {
      const blocks = match.map(({ uri, port, headers }) =>
        [
          ...(port ? [`:${port}`] : []),
          ...Object.entries(uri ?? {}).map(([kind, path]) => (kind === 'prefix' ? `${path}*` : path)),
          ...Object.entries(headers ?? {}).map(
            ([header, value]) => `${header}=${Object.values(value).join()}`,
          ),
        ].join(' '),
      );
      const targets = route.map(({ destination: { host, subset } }) =>
        [host.split('.')[0], subset].filter(Boolean).join(' '),
      );
      return `${blocks.join(' | ')} -> ${targets.join(', ')}${rewrite ? ` as ${rewrite.uri}` : ''}${fault ? ' (fault)' : ''}`;
    },
  );
}

/** The hosts and gateways of each VirtualService. */
function virtualServices(chart: Chart): [hosts: string[], gateways: string[]][] {
  return written(chart)
    .filter(({ kind }) => kind === 'VirtualService')
    .map(({ spec }) => [spec.hosts as string[], spec.gateways as string[]]);
}

describe('Expose', () => {
  it('opens doors', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const routes = [{ service: reviewsIn(chart) }];
    new mesh.Expose(chart, 'plain', { gateway, hosts: ['b.example.com', 'a.example.com'], routes });
    const entries = [
      GatewayEntry.https('cert', { redirectFrom: 80 }),
      GatewayEntry.https('client-cert', { port: 8443, mutual: true }),
    ];
    new mesh.Expose(chart, 'tls', { gateway, hosts: ['c.example.com'], entries, routes });
    expect(the(chart, 'Gateway').spec).toEqual({
      selector: { istio: 'ingressgateway' },
      servers: [
        {
          hosts: ['a.example.com', 'b.example.com'],
          port: { name: 'http-80', number: 80, protocol: 'HTTP' },
        },
        {
          hosts: ['c.example.com'],
          port: { name: 'http-80-redirect', number: 80, protocol: 'HTTP' },
          tls: { httpsRedirect: true },
        },
        {
          hosts: ['c.example.com'],
          port: { name: 'https-443-cert', number: 443, protocol: 'HTTPS' },
          tls: { mode: 'SIMPLE', credentialName: 'cert' },
        },
        {
          hosts: ['c.example.com'],
          port: { name: 'https-8443-client-cert-mutual', number: 8443, protocol: 'HTTPS' },
          tls: { mode: 'MUTUAL', credentialName: 'client-cert' },
        },
      ],
    });
    expect(written(chart).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'Gateway edge',
      'VirtualService edge-a.example.com',
      'VirtualService edge-c.example.com',
    ]);
    expect(the(chart, 'VirtualService', 'edge-a.example.com').spec).toMatchObject({
      hosts: ['a.example.com', 'b.example.com'],
      gateways: ['edge'],
    });
  });

  it('gives requests from outside what is said about the service, with paths translated', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.RequestRoute(chart, 'beta', {
      service,
      match: [Match.path(PathPattern.prefix('/beta'))],
      version: 'v2',
    });
    const match = [Match.header('end-user', HeaderMatch.exact('jason'))];
    new mesh.FaultInjection(chart, 'drill', {
      service,
      match,
      fault: mesh.Fault.abort(500, Percent.of(100)),
    });
    const routes = [{ paths: [PathPattern.prefix('/reviews')], service, rewritePrefix: '/' }];
    new mesh.Expose(chart, 'web', { gateway: gatewayIn(chart), routes });
    expect(rulesOf(chart, 'edge-any')).toEqual([
      '/reviews/beta end-user=jason -> reviews v2 as /beta (fault)',
      '/reviews/beta/* end-user=jason -> reviews v2 as /beta/ (fault)',
      '/reviews/beta -> reviews v2 as /beta',
      '/reviews/beta/* -> reviews v2 as /beta/',
      '/reviews end-user=jason | /reviews/* end-user=jason -> reviews as / (fault)',
      '/reviews | /reviews/* -> reviews as /',
    ]);
  });

  it('can leave it out', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.RequestRoute(chart, 'all', { service, version: 'v2' });
    new mesh.Expose(chart, 'web', {
      gateway: gatewayIn(chart),
      routes: [{ service }],
      servicePolicies: false,
    });
    expect(rulesOf(chart, 'edge-any')).toEqual([' -> reviews']);
  });

  it('tells ports apart where they lead elsewhere', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const service = reviewsIn(chart);
    const admin = mesh.MeshService.fromName(chart, 'admin', {
      name: 'admin',
      namespace: 'ops',
      ports: [mesh.MeshPort.http(80)],
    });
    new mesh.Expose(chart, 'web', { gateway, routes: [{ service }] });
    new mesh.Expose(chart, 'admin-door', {
      gateway,
      entries: [GatewayEntry.http(8080)],
      routes: [{ service: admin }],
    });
    expect(rulesOf(chart, 'edge-any')).toEqual([':80 -> reviews', ':8080 -> admin']);
  });

  it('merges what several constructs let in at one host', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const service = reviewsIn(chart);
    const admin = mesh.MeshService.fromName(chart, 'admin', {
      name: 'admin',
      namespace: 'ops',
      ports: [mesh.MeshPort.http(80)],
    });
    new mesh.Expose(chart, 'web', { gateway, routes: [{ service }] });
    new mesh.Expose(chart, 'admin-door', {
      gateway,
      routes: [{ service: admin, paths: [PathPattern.prefix('/admin')] }],
    });
    expect(rulesOf(chart, 'edge-any')).toEqual(['/admin | /admin/* -> admin', ' -> reviews']);
  });

  it('lets the more specific host decide at a shared door', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const routes = [{ service: reviewsIn(chart) }];
    const hosts = ['*', '*.example.com', 'a.example.com'];
    for (const [i, host] of hosts.entries()) {
      new mesh.Expose(chart, `e${i}`, { gateway, hosts: [host], routes });
    }
    expect(the(chart, 'Gateway').spec.servers).toMatchObject([{ hosts: ['*'], port: { number: 80 } }]);
    expect(virtualServices(chart)).toEqual([
      [['a.example.com'], ['edge']],
      [['*'], ['edge']],
      [['*.example.com'], ['edge']],
    ]);
  });

  it('leaves out a host to which a wider one gives the same', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const routes = [{ service: reviewsIn(chart) }];
    const [wide, ...others] = ['*', 'a.example.com', 'b.example.org'] as const;
    new mesh.Expose(chart, 'all', { gateway, hosts: [wide, ...others], routes });
    expect(virtualServices(chart)).toEqual([[['*'], ['edge']]]);
    new mesh.Expose(chart, 'some', { gateway, hosts: ['*.example.com'], routes });
    expect(virtualServices(chart)).toEqual([
      [['a.example.com'], ['edge']],
      [['*'], ['edge']],
      [['*.example.com'], ['edge']],
    ]);
  });

  it('keeps hosts apart that are not listened for at the same doors', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const routes = [{ service: reviewsIn(chart) }];
    const entries = [GatewayEntry.https('cert', { redirectFrom: 80 })];
    new mesh.Expose(chart, 'one', { gateway, hosts: ['a.example.com'], entries, routes });
    new mesh.Expose(chart, 'all', { gateway, routes });
    const gateways = written(chart).filter(({ kind }) => kind === 'Gateway');
    expect(gateways.map(({ metadata: { name }, spec }) => [name, spec.servers[0].hosts as string[]])).toEqual(
      [
        ['edge-http-80', ['*']],
        ['edge-http-80-redirect', ['a.example.com']],
        ['edge-https-443-cert', ['a.example.com']],
      ],
    );
    expect(virtualServices(chart)).toEqual([
      [['a.example.com'], ['edge-http-80-redirect', 'edge-https-443-cert']],
      [['*'], ['edge-http-80']],
    ]);
  });

  it('refuses two places for the same requests', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const service = reviewsIn(chart);
    new mesh.Expose(chart, 'a', { gateway, routes: [{ service }] });
    new mesh.Expose(chart, 'b', { gateway, routes: [{ redirect: { path: '/x' } }] });
    expect(refusal(chart)).toEqual([
      '[chart/a] every request at * (port 80 of gateway edge) must lead to one place, got shop/reviews:9080 (chart/a) and a redirect to [null,null,null,"/x",302] (chart/b); remove one, or give one a narrower match',
    ]);
  });

  it('refuses the same place with and without its policies', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const routes = [{ service: reviewsIn(chart) }];
    new mesh.Expose(chart, 'a', { gateway, routes, servicePolicies: false });
    new mesh.Expose(chart, 'b', { gateway, routes });
    expect(refusal(chart)).toEqual([
      '[chart/a] every request at * (port 80 of gateway edge) must lead to one place, got shop/reviews:9080 without its policies (chart/a) and shop/reviews:9080 (chart/b); remove one, or give one a narrower match',
    ]);
  });

  it('refuses the same place with different rewrites of one path', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const service = reviewsIn(chart);
    const [wide, narrow] = [PathPattern.prefix('/a'), PathPattern.prefix('/a/b')];
    new mesh.Expose(chart, 'a', { gateway, routes: [{ service, paths: [narrow], rewritePrefix: '/' }] });
    const match = [Match.path(narrow)];
    new mesh.Expose(chart, 'b', { gateway, routes: [{ service, paths: [wide], match, rewritePrefix: '/' }] });
    expect(refusal(chart)).toEqual([
      '[chart/a] requests with path /a/b/* at * (port 80 of gateway edge) must lead to one place, got shop/reviews:9080 with /a/b as / (chart/a) and shop/reviews:9080 with /a as / (chart/b); remove one, or give one a narrower match',
    ]);
  });

  it('refuses one host and port in two ways', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const routes = [{ service: reviewsIn(chart) }];
    new mesh.Expose(chart, 'a', { gateway, routes });
    new mesh.Expose(chart, 'b', {
      gateway,
      routes,
      entries: [GatewayEntry.https('cert', { redirectFrom: 80 })],
    });
    expect(refusal(chart)).toEqual([
      '[chart/a] host * at port 80 of gateway shop/edge must be listened for in one way, got http (chart/a) and redirect (chart/b); use another port or the same entry',
    ]);
  });

  it('asks for a port that suits', () => {
    const chart = chartOf();
    const service = reviewsIn(chart, [mesh.MeshPort.http(80), mesh.MeshPort.grpc(81), mesh.MeshPort.tcp(82)]);
    const gateway = gatewayIn(chart);
    new mesh.Expose(chart, 'a', { gateway, hosts: ['a.b'], routes: [{ service }] });
    new mesh.Expose(chart, 'b', { gateway, hosts: ['b.b'], routes: [{ service, port: 82 }] });
    new mesh.Expose(chart, 'c', { gateway, hosts: ['c.b'], routes: [{ service, port: 81 }] });
    const ports = '80 (HTTP), 81 (GRPC), 82 (TCP)';
    expect(refusal(chart)).toEqual([
      `[chart/a] the port of shop/reviews to expose must be one that speaks HTTP, HTTP2 or GRPC, got ${ports}; name the port`,
      `[chart/b] port 82 of shop/reviews must be one that speaks HTTP, HTTP2 or GRPC, got ${ports}; expose another port, or through another kind of listener`,
    ]);
  });

  it('passes TCP and TLS on, by the shares of the versions', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const service = reviewsIn(chart, [mesh.MeshPort.tcp(9000), mesh.MeshPort.tls(9443)]);
    new mesh.TrafficSplit(chart, 'split', { service, shares: { v1: Percent.of(80), v2: Percent.of(20) } });
    new mesh.Expose(chart, 'tcp', { gateway, entries: [GatewayEntry.tcp(31_400)], routes: [{ service }] });
    new mesh.Expose(chart, 'tls', {
      gateway,
      hosts: ['a.example.com'],
      entries: [GatewayEntry.tlsPassthrough()],
      routes: [{ service }],
    });
    expect(the(chart, 'VirtualService', 'edge-any').spec.tcp).toMatchObject([
      {
        match: [{ port: 31_400 }],
        route: [{ destination: { port: { number: 9000 }, subset: 'v1' }, weight: 80 }, { weight: 20 }],
      },
    ]);
    expect(the(chart, 'VirtualService', 'edge-a.example.com').spec.tls).toMatchObject([
      {
        match: [{ port: 443, sniHosts: ['a.example.com'] }],
        route: [{ destination: { port: { number: 9443 }, subset: 'v1' } }, {}],
      },
    ]);
  });

  it('redirects to another port than the usual one by a rule', () => {
    const chart = chartOf();
    const entries = [GatewayEntry.https('cert', { port: 8443, redirectFrom: 80 })];
    new mesh.Expose(chart, 'web', {
      gateway: gatewayIn(chart),
      entries,
      routes: [{ service: reviewsIn(chart) }],
    });
    expect(the(chart, 'Gateway').spec.servers[0]).toEqual({
      hosts: ['*'],
      port: { name: 'http-80-redirect-8443', number: 80, protocol: 'HTTP' },
    });
    expect(the(chart, 'VirtualService').spec.http).toMatchObject([
      {
        match: [{ port: 80 }],
        redirect: { scheme: 'https', port: 8443, redirectCode: 301 },
        name: 'redirect-to-https',
      },
      { name: 'web' },
    ]);
  });

  it('refuses redirects from an unusual port to the usual one of the scheme', () => {
    const chart = chartOf();
    const gateway = gatewayIn(chart);
    const service = reviewsIn(chart);
    const entries = [GatewayEntry.https('cert', { redirectFrom: 8080 })];
    new mesh.Expose(chart, 'a', { gateway, entries, hosts: ['a.b'], routes: [{ service }] });
    const secure = [
      { paths: [PathPattern.exact('/a')], redirect: { scheme: 'https' } },
      { paths: [PathPattern.exact('/b')], redirect: { scheme: 'https', port: 8443 } },
      { paths: [PathPattern.exact('/c')], redirect: { scheme: 'https', hostname: 'b.b', port: 443 } },
    ];
    new mesh.Expose(chart, 'b', {
      gateway,
      hosts: ['b.b'],
      entries: [GatewayEntry.http(81)],
      routes: secure,
    });
    new mesh.Expose(chart, 'c', { gateway, hosts: ['c.b'], routes: secure });
    const told = (where: string, scheme: string, who: string, port: number) =>
      `[chart/${who}] a redirect of requests to ${where} to the usual port of ${scheme} must name a host, got none (chart/${who}); give a hostname or another port, proxies would keep port ${port}`;
    expect(refusal(chart)).toEqual([
      told('port 8080 of gateway shop/edge', 'https', 'a', 8080),
      told('b.b (port 81 of gateway edge)', 'https', 'b', 81),
    ]);
  });

  it.each<[Partial<mesh.ExposeProps>, string]>([
    [{ routes: [] }, 'the routes of chart/web must be at least one'],
    [{ hosts: [] }, 'the hosts of chart/web must be at least one'],
    [
      { hosts: ['https://a.b'] },
      'a host to expose must be a DNS name in lower case, *. and a domain, or *, got "https://a.b"',
    ],
    [{ entries: [] }, 'the entries of chart/web must be at least one'],
    [
      { entries: [GatewayEntry.tcp(1), GatewayEntry.http()] },
      'the entries of chart/web must be of one kind, got "tcp and http"',
    ],
    [
      { entries: [GatewayEntry.tcp(1)], hosts: ['a.b'] },
      'the hosts of chart/web must be [\'*\'], got ["a.b"]; TCP does not tell which host was called',
    ],
    [
      { routes: [{ redirect: { path: '/' }, match: [Match.caller({ namespace: 'a' })] }] },
      'the match of an exposed route must be about the request, got "a caller"',
    ],
    [{ routes: [{}] }, 'an exposed route must be to a service or a redirect, got "neither"'],
  ])('refuses %j', (props, message) => {
    const chart = chartOf();
    const routes = [{ service: reviewsIn(chart) }];
    expect(() => new mesh.Expose(chart, 'web', { gateway: gatewayIn(chart), routes, ...props })).toThrow(
      message,
    );
  });
});

describe('IngressGateway', () => {
  it.each([mesh.Dialect.ISTIO, mesh.Dialect.GATEWAY_API])(
    'is not written in %s while it lets nothing in',
    (dialect) => {
      const chart = chartOf();
      new mesh.Mesh(chart, 'mesh', { dialect });
      gatewayIn(chart);
      expect(written(chart)).toEqual([]);
      expect(mesh.MeshReport.of(chart).warnings).toEqual([
        {
          constructPaths: ['chart/edge'],
          message:
            'the gateway shop/edge (chart/edge) must have something to let in, got no Expose for it; add one, until then nothing is written for it',
        },
      ]);
    },
  );

  it('is made once, and knows its namespace', () => {
    const chart = chartOf();
    gatewayIn(chart);
    new mesh.IngressGateway(chart, 'again', { name: 'edge' });
    expect(refusal(chart)).toEqual([
      '[chart/again] the gateway shop/edge must be made once, got chart/again and chart/edge; use the first one, or fromName',
    ]);
    expect(() => gatewayIn(chartOf({}))).toThrow('the namespace of chart/edge must be known, got "none"');
  });
});
