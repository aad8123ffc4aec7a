import { App, Chart, Duration } from 'cdk8s';
import fc from 'fast-check';
import * as mesh from '../../lib';

/**
 * Programs: what a user may write, as data, so that the same constructs can be created in any order. Every construct of
 * the library is in here; `test/laws/order.test.ts` holds that.
 */
export interface Program {
  readonly dialect: mesh.Dialect;
  readonly statements: readonly Statement[];
}

/** Creates one construct. What it needs is there, or is made on the way. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly create: (world: World) => void;
}

/** What statements refer to. Services come first, as in any program; the rest comes in any order. */
export interface World {
  readonly app: App;
  /** Statements are spread over two charts, as teams do. */
  readonly charts: readonly [Chart, Chart];
  readonly reviews: mesh.MeshService;
  readonly ratings: mesh.MeshService;
  readonly api: mesh.ExternalService;
  readonly gateway: mesh.IngressGateway;
}

const percent = fc.constantFrom(0, 1, 12.5, 50, 99.9999, 100).map((share) => mesh.Percent.of(share));

const pathPatterns = fc.constantFrom(
  mesh.PathPattern.exact('/a'),
  mesh.PathPattern.exact('/a/b'),
  mesh.PathPattern.prefix('/a'),
  mesh.PathPattern.prefix('/a/b'),
  mesh.PathPattern.prefix('/'),
  mesh.PathPattern.prefix('/b'),
);

const headerMatches = fc.constantFrom(
  mesh.HeaderMatch.exact('1'),
  mesh.HeaderMatch.exact('12'),
  mesh.HeaderMatch.prefix('1'),
  mesh.HeaderMatch.present(),
);

const simple: fc.Arbitrary<mesh.Match> = fc.oneof(
  pathPatterns.map((path) => mesh.Match.path(path)),
  fc.tuple(fc.constantFrom('x', 'Y'), headerMatches).map(([name, match]) => mesh.Match.header(name, match)),
  fc.constantFrom(mesh.HttpMethod.GET, mesh.HttpMethod.POST).map((method) => mesh.Match.method(method)),
  fc.constantFrom('1', '2').map((text) => mesh.Match.query('q', mesh.QueryMatch.exact(text))),
  fc.constantFrom('c', 'd').map((name) => mesh.Match.cookie(name, '1')),
);

/** Only what both dialects can say. */
export const matches: fc.Arbitrary<mesh.Match> = fc.tuple(simple, fc.option(simple)).map(([a, b]) => {
  if (!b) return a;
  try {
    return a.and(b);
  } catch {
    return a; // nothing satisfies both
  }
});

const someMatches = fc.option(fc.array(matches, { minLength: 1, maxLength: 2 }), { nil: undefined });

type Create = (world: World, chart: Chart, id: string) => void;

/** What both dialects can say about requests. */
const shared: readonly fc.Arbitrary<readonly [text: string, create: Create]>[] = [
  fc.tuple(percent, someMatches, fc.boolean()).map(([share, audience, sticky]) => [
    `CanaryRoute ${share.toString()}`,
    ({ reviews }, chart, id) =>
      new mesh.CanaryRoute(chart, id, {
        service: reviews,
        stable: 'v1',
        canary: 'v2',
        share,
        audience,
        sticky: sticky ? mesh.StickyCookie.named('sticky') : undefined,
      }),
  ]),
  fc.tuple(percent, someMatches).map(([share, match]) => [
    `TrafficSplit ${share.toString()}`,
    ({ reviews }, chart, id) => {
      const shares = { v1: share, v3: mesh.Percent.of(100 - share.toNumber()) };
      new mesh.TrafficSplit(chart, id, { service: reviews, shares, match });
    },
  ]),
  fc
    .tuple(fc.constantFrom('v1', 'v2', 'v3', undefined), someMatches)
    .map(([version, match]) => [
      `RequestRoute ${version}`,
      ({ reviews }, chart, id) => new mesh.RequestRoute(chart, id, { service: reviews, version, match }),
    ]),
  fc
    .tuple(
      fc.constantFrom('/', '/new', '/a/b'),
      fc.constantFrom('/a', '/a/b', '/b'),
      fc.constantFrom('v1', 'v2'),
    )
    .map(([to, from, version]) => [
      `RequestRoute ${from} -> ${to}`,
      ({ reviews }, chart, id) => {
        const match = [mesh.Match.path(mesh.PathPattern.prefix(from))];
        new mesh.RequestRoute(chart, id, { service: reviews, version, match, rewritePrefix: to });
      },
    ]),
  fc.tuple(fc.constantFrom(301, 302), matches).map(([statusCode, match]) => [
    `RequestRoute redirect ${statusCode}`,
    ({ reviews }, chart, id) =>
      new mesh.RequestRoute(chart, id, {
        service: reviews,
        match: [match],
        redirect: { statusCode, path: '/moved' },
      }),
  ]),
  fc.tuple(percent, someMatches, fc.boolean()).map(([share, match, other]) => [
    `Mirror ${share.toString()}`,
    ({ reviews, ratings }, chart, id) =>
      new mesh.Mirror(chart, id, {
        service: reviews,
        share,
        match,
        ...(other ? { toService: ratings } : { to: 'v2' }),
      }),
  ]),
  fc.tuple(fc.constantFrom(0, 500, 3000), someMatches).map(([ms, match]) => [
    `RequestPolicy ${ms} ms`,
    ({ reviews }, chart, id) =>
      new mesh.RequestPolicy(chart, id, {
        service: reviews,
        match,
        timeout: Duration.millis(ms),
        requestHeaders: { set: { 'x-timeout': String(ms) } },
      }),
  ]),
  fc.tuple(fc.constantFrom('yes', 'no'), someMatches).map(([text, match]) => [
    `RequestPolicy ${text}`,
    ({ reviews }, chart, id) =>
      new mesh.RequestPolicy(chart, id, {
        service: reviews,
        match,
        responseHeaders: { add: { 'x-seen': text } },
        cors: { allowOrigins: [mesh.Origin.exact('https://shop.example.com')] },
      }),
  ]),
  fc
    .tuple(fc.array(pathPatterns, { maxLength: 2 }), fc.constantFrom(undefined, '/', '/b'), fc.boolean())
    .map(([paths, rewritePrefix, servicePolicies]) => [
      `Expose ${rewritePrefix}`,
      ({ gateway, reviews }, chart, id) =>
        new mesh.Expose(chart, id, {
          gateway,
          hosts: ['shop.example.com', '*.example.org'],
          routes: [{ paths, service: reviews, rewritePrefix }],
          servicePolicies,
        }),
    ]),
];

/** What only Istio's own API can say. */
const istioOnly: readonly fc.Arbitrary<readonly [text: string, create: Create]>[] = [
  fc.tuple(percent, percent, someMatches).map(([delayed, aborted, match]) => [
    `FaultInjection ${delayed.toString()} ${aborted.toString()}`,
    ({ reviews }, chart, id) => {
      const fault = mesh.Fault.delay(Duration.seconds(7), delayed).and(mesh.Fault.abort(503, aborted));
      new mesh.FaultInjection(chart, id, { service: reviews, fault, match });
    },
  ]),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(undefined, 'v2'))
    .map(([maxConnections, version]) => [
      `CircuitBreaker ${maxConnections}`,
      ({ reviews }, chart, id) =>
        new mesh.CircuitBreaker(chart, id, { service: reviews, version, maxConnections, outliers: {} }),
    ]),
  fc.constant([
    'SessionAffinity',
    ({ ratings }, chart, id) =>
      new mesh.SessionAffinity(chart, id, { service: ratings, key: mesh.HashKey.header('x-user') }),
  ]),
  fc.constant([
    'LoadBalancing',
    ({ reviews }, chart, id) =>
      new mesh.LoadBalancing(chart, id, { service: reviews, algorithm: mesh.LoadBalancingAlgorithm.RANDOM }),
  ]),
  fc.constant([
    'RequestPolicy for the host outside',
    ({ api }, chart, id) =>
      new mesh.RequestPolicy(chart, id, { service: api, retries: mesh.RetryPolicy.none() }),
  ]),
];

/** Random programs. Some contradict themselves. */
export const programs = (dialect: mesh.Dialect): fc.Arbitrary<Program> => {
  const kinds = dialect === mesh.Dialect.ISTIO ? [...shared, ...istioOnly] : shared;
  return fc.array(fc.oneof(...kinds), { maxLength: 6 }).map((list) => ({
    dialect,
    statements: list.map(([text, create], i) => ({
      id: `s${i}`,
      text,
      create: (world) => create(world, world.charts[i % 2]!, `s${i}`),
    })),
  }));
};

/** In which order constructs are created. */
export interface Order {
  readonly statements: readonly number[];
  /** Whether what statements refer to is created the other way round. */
  readonly backwards: boolean;
}

/** Runs a program: what its statements refer to comes first, then the statements. */
export function run({ dialect, statements }: Program, order?: Order): World {
  const app = new App();
  const charts: [Chart, Chart] = [
    new Chart(app, 'one', { namespace: 'shop' }),
    new Chart(app, 'two', { namespace: 'shop' }),
  ];
  const [one, two] = charts;
  const service = (chart: Chart, name: string, versions?: Record<string, mesh.VersionOptions>) => {
    const ports = [mesh.MeshPort.http(9080)];
    return mesh.MeshService.fromName(chart, name, { name, namespace: 'shop', ports, versions });
  };
  const world: { -readonly [K in keyof World]?: World[K] } = { app, charts };
  const preparations = [
    () => new mesh.Mesh(app, 'mesh', { dialect }),
    () => new mesh.MeshNamespace(one, 'shop', { mutualTls: mesh.MutualTls.PERMISSIVE }),
    () => (world.reviews = service(one, 'reviews', { v1: {}, v2: {}, v3: {} })),
    () => (world.ratings = service(two, 'ratings')),
    () =>
      (world.api = new mesh.ExternalService(two, 'api', {
        host: 'api.example.com',
        ports: [mesh.MeshPort.http(80)],
      })),
    () => (world.gateway = new mesh.IngressGateway(two, 'edge')),
  ];
  for (const prepare of order?.backwards ? preparations.reverse() : preparations) prepare();
  for (const i of order?.statements ?? statements.keys()) statements[i]!.create(world as World);
  return world as World;
}

/** The YAML of a program, or what the library has against it (cdk8s lists that in the order of constructs). */
export function outcomeOf(program: Program, order?: Order): string {
  try {
    return run(program, order).app.synthYaml();
  } catch (error) {
    return (error as Error).message.split('\n').sort().join('\n');
  }
}
