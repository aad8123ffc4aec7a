import { App, Chart, Duration } from 'cdk8s';
import * as mesh from '../../lib';
import { chartOf, refusal, reviewsIn, the } from '../support/synth';

const { Percent } = mesh;

describe('CanaryRoute and TrafficSplit', () => {
  it.each([
    [10, [90, 10]],
    [0, [100, 0]],
    [100, [0, 100]],
    [12.5, [875, 125]],
    [0.0001, [999_999, 1]],
  ])('write %d %% as integers', (share, weights) => {
    const chart = chartOf();
    new mesh.CanaryRoute(chart, 'canary', {
      service: reviewsIn(chart),
      stable: 'v1',
      canary: 'v2',
      share: Percent.of(share),
    });
    const [rule] = the(chart, 'VirtualService').spec.http;
    expect(rule.route.map(({ weight }: { weight: number }) => weight)).toEqual(weights);
  });

  it('refuse shares that do not add up', () => {
    const chart = chartOf();
    const shares = { v1: Percent.of(50), v2: Percent.of(49.9) };
    expect(() => new mesh.TrafficSplit(chart, 'split', { service: reviewsIn(chart), shares })).toThrow(
      'the shares of shop/reviews must be such that they add up to 100 %, got "v1: 50 %, v2: 49.9 %"; change one of them',
    );
  });

  it('refuse unknown versions, and a canary that is the stable version', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    const of = (stable: string, canary: string) => () =>
      new mesh.CanaryRoute(chart, `${stable}-${canary}`, { service, stable, canary, share: Percent.of(1) });
    expect(of('v1', 'v9')).toThrow(
      'the version of shop/reviews must be one of v1, v2, v3, got "v9"; name it among the versions of the service',
    );
    expect(of('v1', 'v1')).toThrow(
      'the canary of shop/reviews must be another version than the stable one, got "v1"',
    );
  });

  it('keep clients with their version', () => {
    const chart = chartOf();
    const sticky = mesh.StickyCookie.named('version', { maxAge: Duration.hours(1) });
    const shares = { v1: Percent.of(50), v2: Percent.of(50) };
    new mesh.TrafficSplit(chart, 'split', { service: reviewsIn(chart), shares, sticky });
    const { http } = the(chart, 'VirtualService').spec;
    expect(http.map(({ name }: { name: string }) => name)).toEqual(['split-v1', 'split-v2', 'split']);
    expect(http[0].match[0].headers.cookie.regex).toBe('(?:.*;\\s*)?version=v1(?:;.*)?');
    expect(http[2].route[1].headers.response.add).toEqual({
      'set-cookie': 'version=v2; Path=/; Max-Age=3600; HttpOnly',
    });
  });

  it('split connections on ports that are not HTTP', () => {
    const chart = chartOf();
    const service = reviewsIn(chart, [
      mesh.MeshPort.http(80),
      mesh.MeshPort.tcp(9000),
      mesh.MeshPort.tls(9443),
    ]);
    new mesh.TrafficSplit(chart, 'split', { service, shares: { v1: Percent.of(80), v2: Percent.of(20) } });
    const { http, tcp, tls } = the(chart, 'VirtualService').spec;
    expect(http[0].match).toBeUndefined();
    expect(tcp[0]).toMatchObject({
      match: [{ port: 9000 }],
      route: [{ weight: 80, destination: { port: { number: 9000 } } }, { weight: 20 }],
    });
    expect(tls[0].match).toEqual([{ port: 9443, sniHosts: ['reviews.shop.svc.cluster.local'] }]);
  });

  it('set no cookies on connections', () => {
    const chart = chartOf();
    const service = reviewsIn(chart, [mesh.MeshPort.http(80), mesh.MeshPort.tcp(9000)]);
    const sticky = mesh.StickyCookie.named('version');
    new mesh.TrafficSplit(chart, 'split', {
      service,
      shares: { v1: Percent.of(80), v2: Percent.of(20) },
      sticky,
    });
    const [{ route }] = the(chart, 'VirtualService').spec.tcp;
    expect(route.map((one: object) => Object.keys(one))).toEqual([
      ['destination', 'weight'],
      ['destination', 'weight'],
    ]);
  });

  it('name the hosts of connections as the server names do, which Istio asks for', () => {
    const app = new App();
    new mesh.Mesh(app, 'mesh', { hostNames: mesh.HostNames.SHORT });
    const chart = new Chart(app, 'chart', { namespace: 'shop' });
    const service = reviewsIn(chart, [mesh.MeshPort.tls(9443)]);
    new mesh.TrafficSplit(chart, 'split', { service, shares: { v1: Percent.of(80), v2: Percent.of(20) } });
    const { hosts, tls } = the(chart, 'VirtualService').spec;
    expect(hosts).toEqual(tls[0].match[0].sniHosts);
  });

  it('agree with a route to the version that gets everything', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.TrafficSplit(chart, 'split', { service, shares: { v1: Percent.of(100) } });
    new mesh.RequestRoute(chart, 'route', { service, version: 'v1' });
    expect(refusal(chart)).toEqual([]);
  });

  it('send the audience to the canary, even who was kept with the stable version', () => {
    const chart = chartOf();
    new mesh.CanaryRoute(chart, 'canary', {
      service: reviewsIn(chart),
      stable: 'v1',
      canary: 'v2',
      share: Percent.of(10),
      sticky: mesh.StickyCookie.named('version'),
      audience: [mesh.Match.header('x-staff', mesh.HeaderMatch.present())],
    });
    const [first] = the(chart, 'VirtualService').spec.http;
    expect(first).toMatchObject({ name: 'canary-audience', route: [{ destination: { subset: 'v2' } }] });
    expect(first.match[0].headers).toEqual({
      'x-staff': {},
      cookie: { regex: '(?:.*;\\s*)?version=v1(?:;.*)?' },
    });
  });
});

describe('policy about requests', () => {
  const drill = (service: mesh.MeshHost, port?: number) =>
    new mesh.FaultInjection(service.node.scope as never, 'drill', {
      service,
      port,
      fault: mesh.Fault.abort(500, Percent.of(0)),
    });

  it('needs a port that proxies can read', () => {
    const chart = chartOf();
    drill(reviewsIn(chart, [mesh.MeshPort.tcp(9000)]));
    expect(refusal(chart)).toEqual([
      '[chart/drill] shop/reviews must have a port that speaks HTTP, HTTP2 or GRPC, got 9000 (TCP); proxies cannot read requests on the others',
    ]);
  });

  it('needs a port that is there', () => {
    const chart = chartOf();
    drill(reviewsIn(chart), 80);
    expect(refusal(chart)).toEqual([
      '[chart/drill] the port must be one of shop/reviews, got 80; it has 9080 (HTTP)',
    ]);
  });

  it('holds for each port on its own, and says which', () => {
    const chart = chartOf();
    drill(
      reviewsIn(chart, [mesh.MeshPort.http(80), mesh.MeshPort.of(81, mesh.PortProtocol.HTTP, 'http-more')]),
      81,
    );
    const rules = the(chart, 'VirtualService').spec.http;
    expect(
      rules.map(({ match, fault, route }: Record<string, never>) => [match, fault !== undefined, route]),
    ).toEqual([
      [
        [{ port: 80 }],
        false,
        [{ destination: { host: 'reviews.shop.svc.cluster.local', port: { number: 80 } } }],
      ],
      [
        [{ port: 81 }],
        true,
        [{ destination: { host: 'reviews.shop.svc.cluster.local', port: { number: 81 } } }],
      ],
    ]);
  });

  it('writes zero as zero', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    drill(service);
    new mesh.Mirror(chart, 'shadow', { service, to: 'v2', share: Percent.of(0) });
    new mesh.RequestPolicy(chart, 'policy', { service, retries: mesh.RetryPolicy.none() });
    const [rule] = the(chart, 'VirtualService').spec.http;
    expect(rule).toMatchObject({
      fault: { abort: { percentage: { value: 0 } } },
      mirrorPercentage: { value: 0 },
      retries: { attempts: 0 },
    });
  });

  it('copies to a port that the receiver has', () => {
    const chart = chartOf();
    const shadow = mesh.MeshService.fromName(chart, 'shadow', {
      name: 'shadow',
      namespace: 'shop',
      ports: [mesh.MeshPort.http(80)],
    });
    const mirror = { service: reviewsIn(chart), toService: shadow, share: Percent.of(100) };
    new mesh.Mirror(chart, 'right', { ...mirror, toPort: 80 });
    expect(refusal(chart)).toEqual([]);
    new mesh.Mirror(chart, 'wrong', mirror);
    new mesh.Mirror(chart, 'unknown', { ...mirror, toPort: 81 });
    expect(refusal(chart)).toEqual([
      '[chart/wrong] the port of copies must be one of shop/shadow that speaks HTTP, got 9080 (chart/wrong); it has 80: name one with toPort',
      '[chart/unknown] the port of copies must be one of shop/shadow that speaks HTTP, got 81 (chart/unknown); it has 80: name one with toPort',
    ]);
  });

  it('adds causes of retries to those of Istio, which writing some takes away', () => {
    const chart = chartOf();
    const retries = mesh.RetryPolicy.attempts(2, { statusCodes: [503] });
    new mesh.RequestPolicy(chart, 'policy', { service: reviewsIn(chart), retries });
    expect(the(chart, 'VirtualService').spec.http[0].retries.retryOn).toBe(
      'cancelled,connect-failure,refused-stream,unavailable,retriable-status-codes,503',
    );
  });

  it('writes several mirrors as a list', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    for (const to of ['v2', 'v3']) new mesh.Mirror(chart, to, { service, to, share: Percent.of(50) });
    const [rule] = the(chart, 'VirtualService').spec.http;
    expect(
      rule.mirrors.map(({ destination }: { destination: { subset: string } }) => destination.subset),
    ).toEqual(['v2', 'v3']);
    expect(rule.mirror).toBeUndefined();
  });

  it('turns a wider timeout off with zero', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.RequestPolicy(chart, 'all', { service, timeout: Duration.seconds(5) });
    const match = [mesh.Match.path(mesh.PathPattern.prefix('/stream'))];
    new mesh.RequestPolicy(chart, 'stream', { service, match, timeout: Duration.millis(0) });
    const timeouts = the(chart, 'VirtualService').spec.http.map(
      ({ timeout }: { timeout?: string }) => timeout,
    );
    expect(timeouts).toEqual([undefined, '5s']);
  });

  it('writes everything that there is to say of requests', () => {
    const chart = chartOf();
    new mesh.RequestPolicy(chart, 'policy', {
      service: reviewsIn(chart),
      timeout: Duration.seconds(10),
      retries: mesh.RetryPolicy.attempts(3, {
        perTryTimeout: Duration.seconds(2),
        backoff: Duration.millis(100),
        on: [mesh.RetryOn.RESET, mesh.RetryOn.CONNECT_FAILURE],
        statusCodes: [503, 429],
      }),
      requestHeaders: { set: { 'X-A': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] },
      responseHeaders: { remove: ['server'] },
      cors: {
        allowOrigins: [mesh.Origin.any(), mesh.Origin.exact('https://a.b')],
        maxAge: Duration.days(1),
        allowCredentials: false,
      },
    });
    expect(the(chart, 'VirtualService').spec.http).toEqual([
      {
        name: 'policy',
        route: [{ destination: { host: 'reviews.shop.svc.cluster.local', port: { number: 9080 } } }],
        timeout: '10s',
        retries: {
          attempts: 3,
          perTryTimeout: '2s',
          backoff: '100ms',
          retryOn: 'connect-failure,reset,retriable-status-codes,429,503',
        },
        headers: {
          request: { set: { 'x-a': '1' }, add: { 'x-b': '2' }, remove: ['x-c'] },
          response: { remove: ['server'] },
        },
        corsPolicy: {
          allowOrigins: [{ exact: 'https://a.b' }, { regex: '.*' }],
          allowCredentials: false,
          maxAge: '24h',
          unmatchedPreflights: 'IGNORE',
        },
      },
    ]);
  });

  it.each([
    [{}, 'a request policy must be about something, got "nothing"'],
    [
      { timeout: Duration.millis(0.5) },
      'a timeout must be a whole number of milliseconds, at least 0 ms, got "0.5 ms"',
    ],
    [
      { requestHeaders: { set: { a: '1' }, remove: ['A'] } },
      'a request header must be changed in one way only, got "a"',
    ],
    [
      { requestHeaders: { set: { a: '' } } },
      'a request header a must be a text of 1 to 4096 characters without control characters, got ""',
    ],
    [{ requestHeaders: { set: { host: 'b' } } }, 'a request header to set must be a header other than host'],
    [{ cors: { allowOrigins: [] } }, 'the origins of a CORS policy must be at least one'],
    [
      { match: [], timeout: Duration.seconds(1) },
      'the match of a request policy must be a list of at least one condition, got []',
    ],
    [
      {
        timeout: Duration.seconds(1),
        retries: mesh.RetryPolicy.attempts(1, { perTryTimeout: Duration.seconds(2) }),
      },
      'the time for one try must be at most the timeout of the request, got "2000 ms of 1000 ms"',
    ],
  ])('refuses %j', (props, message) => {
    const chart = chartOf();
    expect(() => new mesh.RequestPolicy(chart, 'policy', { service: reviewsIn(chart), ...props })).toThrow(
      message,
    );
  });
});

describe('RequestRoute', () => {
  it('is about requests, not about connections', () => {
    const chart = chartOf();
    const service = reviewsIn(chart, [mesh.MeshPort.http(80), mesh.MeshPort.tcp(9000)]);
    new mesh.RequestRoute(chart, 'route', { service, version: 'v1' });
    expect(the(chart, 'VirtualService').spec).toMatchObject({ http: [{ name: 'route' }] });
    expect(the(chart, 'VirtualService').spec.tcp).toBeUndefined();
  });

  it('keeps the precedence of its alternatives where one of them is every request', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    const every = mesh.Match.path(mesh.PathPattern.prefix('/'));
    const exact = mesh.Match.path(mesh.PathPattern.exact('/a'));
    const prefix = mesh.Match.path(mesh.PathPattern.prefix('/a'));
    new mesh.RequestRoute(chart, 'some', { service, version: 'v1', match: [every, exact] });
    new mesh.RequestRoute(chart, 'other', { service, version: 'v2', match: [prefix] });
    expect(the(chart, 'VirtualService').spec.http).toMatchObject([
      { name: 'some', match: [{ uri: { exact: '/a' } }] },
      { name: 'other' },
      { name: 'some' },
    ]);
  });

  it('rewrites every path before the path that an expression asks for', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.RequestRoute(chart, 'route', { service, rewritePrefix: '/v2' });
    new mesh.RequestPolicy(chart, 'slow', {
      service,
      timeout: Duration.seconds(9),
      match: [mesh.Match.path(mesh.PathPattern.regex('/a.*'))],
    });
    expect(the(chart, 'VirtualService').spec.http).toMatchObject([
      {
        match: [{ uri: { regex: '/a.*' } }],
        rewrite: { uriRegexRewrite: { match: '^.*$', rewrite: '/v2\\0' } },
      },
      { rewrite: { uri: '/v2/' } },
    ]);
  });

  it.each([
    [{ version: 'v1', redirect: { path: '/x' } }, 'must be either to a version, a redirect or an answer'],
    [
      { redirect: { statusCode: 304, path: '/x' } },
      'the status of a redirect must be 301, 302, 303, 307 or 308, got 304',
    ],
    [{ redirect: {} }, 'a redirect must be to somewhere else'],
    [{ redirect: { scheme: 'ftp' } }, 'the scheme of a redirect must be http or https, got "ftp"'],
    [
      { redirect: { hostname: 'a:80' } },
      'a host name must be a DNS name in lower case, without a port, got "a:80"',
    ],
    [{ respond: { status: 100 } }, 'the status of an answer must be an integer from 200 to 599, got 100'],
    [
      { rewritePath: '/a', rewritePrefix: '/b' },
      'a rewrite must be of the prefix or of the whole path, got "both"',
    ],
    [
      { rewritePrefix: '/b', match: [mesh.Match.path(mesh.PathPattern.regex('/a.*'))] },
      'the match of a prefix rewrite must be a path prefix or an exact path, got "/a.*"',
    ],
  ])('refuses %j', (props, message) => {
    const chart = chartOf();
    expect(() => new mesh.RequestRoute(chart, 'route', { service: reviewsIn(chart), ...props })).toThrow(
      message,
    );
  });

  it('rewrites a prefix to / without doubling the slash', () => {
    const chart = chartOf();
    const match = [mesh.Match.path(mesh.PathPattern.prefix('/api'))];
    new mesh.RequestRoute(chart, 'route', { service: reviewsIn(chart), match, rewritePrefix: '/' });
    expect(the(chart, 'VirtualService').spec.http[0]).toMatchObject({
      match: [{ uri: { exact: '/api' } }, { uri: { prefix: '/api/' } }],
      rewrite: { uri: '/' },
    });
  });

  it('answers and redirects, and rewrites the whole path and the host', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    const at = (path: string) => [mesh.Match.path(mesh.PathPattern.exact(path))];
    new mesh.RequestRoute(chart, 'teapot', {
      service,
      match: at('/a'),
      respond: { status: 418, body: 'short and stout' },
    });
    const redirect = { scheme: 'https', hostname: 'a.b', port: 8443, path: '/c', statusCode: 308 };
    new mesh.RequestRoute(chart, 'moved', { service, match: at('/b'), redirect });
    new mesh.RequestRoute(chart, 'whole', {
      service,
      match: at('/c'),
      rewritePath: '/d',
      rewriteHost: 'old.example.com',
    });
    expect(the(chart, 'VirtualService').spec.http.slice(0, 3)).toMatchObject([
      {
        name: 'moved',
        redirect: { scheme: 'https', authority: 'a.b', port: 8443, uri: '/c', redirectCode: 308 },
      },
      { name: 'teapot', directResponse: { status: 418, body: { string: 'short and stout' } } },
      {
        name: 'whole',
        rewrite: { uriRegexRewrite: { match: '^.*$', rewrite: '/d' }, authority: 'old.example.com' },
      },
    ]);
  });

  it('keeps the port in a redirect to another host', () => {
    const chart = chartOf();
    const redirect = { hostname: 'a.b' };
    new mesh.RequestRoute(chart, 'moved', { service: reviewsIn(chart), redirect });
    expect(the(chart, 'VirtualService').spec.http[0].redirect).toEqual({
      authority: 'a.b',
      derivePort: 'FROM_REQUEST_PORT',
      redirectCode: 302,
    });
  });

  it.each([{ scheme: 'https' }, { port: 80 }, { scheme: 'http', path: '/' }])(
    'refuses %j, where proxies would keep the unusual port',
    (redirect) => {
      const chart = chartOf();
      new mesh.RequestRoute(chart, 'moved', { service: reviewsIn(chart), redirect });
      expect(refusal(chart)).toEqual([
        expect.stringContaining(
          `a redirect of requests to shop/reviews to the usual port of ${redirect.scheme ?? 'http'} must name a host, got none (chart/moved)`,
        ),
      ]);
    },
  );

  it.each([{ scheme: 'https' }, { scheme: 'http' }, { path: '/' }])(
    'takes %j at the usual port',
    (redirect) => {
      const chart = chartOf();
      const service = reviewsIn(chart, [mesh.MeshPort.http(80)]);
      new mesh.RequestRoute(chart, 'moved', { service, redirect });
      expect(refusal(chart)).toEqual([]);
    },
  );
});
