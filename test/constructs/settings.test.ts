import { Duration } from 'cdk8s';
import * as mesh from '../../lib';
import { chartOf, refusal, reviewsIn, the } from '../support/synth';

const { Percent } = mesh;

const policyOf = (outliers: mesh.OutlierDetection): unknown => {
  const chart = chartOf();
  new mesh.CircuitBreaker(chart, 'guard', { service: reviewsIn(chart), outliers });
  return the(chart, 'DestinationRule').spec.trafficPolicy.outlierDetection;
};

describe('CircuitBreaker', () => {
  it('makes outlier detection act', () => {
    expect(policyOf({})).toEqual({ consecutive5xxErrors: 5, maxEjectionPercent: 100 });
    expect(policyOf({ consecutiveGatewayErrors: 3 })).toEqual({
      consecutive5xxErrors: 0,
      consecutiveGatewayErrors: 3,
      maxEjectionPercent: 100,
    });
    expect(policyOf({ consecutiveLocalOriginFailures: 2, maxEjection: Percent.of(50) })).toEqual({
      consecutive5xxErrors: 0,
      consecutiveLocalOriginFailures: 2,
      splitExternalLocalOriginErrors: true,
      maxEjectionPercent: 50,
    });
  });

  it.each([
    [{ consecutive5xxErrors: 0 }, 'outliers must be told by some kind of error, got "none"'],
    [
      { consecutive5xxErrors: 3, consecutiveGatewayErrors: 3 },
      'the gateway errors that eject must be fewer than the 5xx errors (3), got 3',
    ],
    [
      { maxEjection: Percent.of(12.5) },
      'the most endpoints to eject must be a whole percentage, got "12.5 %"',
    ],
    [
      { interval: Duration.millis(0) },
      'the interval of ejections must be a whole number of milliseconds, at least 1 ms',
    ],
  ])('refuses %j', (outliers, message) => {
    expect(() => policyOf(outliers)).toThrow(message);
  });

  it('refuses to limit nothing, or to nothing', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    expect(() => new mesh.CircuitBreaker(chart, 'a', { service })).toThrow(
      'a circuit breaker must be about something',
    );
    expect(() => new mesh.CircuitBreaker(chart, 'b', { service, maxConnections: 0 })).toThrow(
      'the most connections must be an integer from 1 to 2147483647, got 0; leave it away for no limit',
    );
  });

  it('writes for a version all that holds for it', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.CircuitBreaker(chart, 'all', {
      service,
      maxConnections: 100,
      maxPendingRequests: 10,
      connectTimeout: Duration.seconds(1),
      outliers: { consecutive5xxErrors: 7 },
    });
    new mesh.CircuitBreaker(chart, 'v3', { service, version: 'v3', maxConnections: 1, maxRequests: 2 });
    const { spec } = the(chart, 'DestinationRule');
    const outlierDetection = { consecutive5xxErrors: 7, maxEjectionPercent: 100 };
    expect(spec.trafficPolicy).toEqual({
      connectionPool: {
        tcp: { maxConnections: 100, connectTimeout: '1s' },
        http: { http1MaxPendingRequests: 10 },
      },
      outlierDetection,
    });
    expect(spec.subsets[2].trafficPolicy).toEqual({
      connectionPool: {
        tcp: { maxConnections: 1, connectTimeout: '1s' },
        http: { http1MaxPendingRequests: 10, http2MaxRequests: 2 },
      },
      outlierDetection,
    });
    expect(spec.subsets[0].trafficPolicy).toBeUndefined();
  });
});

describe('outliers of a version', () => {
  it('are those of the service where it says nothing', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.CircuitBreaker(chart, 'all', { service, outliers: { maxEjection: Percent.of(50) } });
    new mesh.CircuitBreaker(chart, 'v1', {
      service,
      version: 'v1',
      outliers: { consecutiveGatewayErrors: 3 },
    });
    const [{ trafficPolicy }] = the(chart, 'DestinationRule').spec.subsets;
    expect(trafficPolicy.outlierDetection).toEqual({
      consecutive5xxErrors: 5,
      consecutiveGatewayErrors: 3,
      maxEjectionPercent: 50,
    });
  });
});

describe('settings', () => {
  it('are said once', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    for (const maxConnections of [1, 2])
      new mesh.CircuitBreaker(chart, `guard-${maxConnections}`, { service, maxConnections });
    new mesh.SessionAffinity(chart, 'sessions', { service, key: mesh.HashKey.sourceIp() });
    new mesh.LoadBalancing(chart, 'random', { service, algorithm: mesh.LoadBalancingAlgorithm.RANDOM });
    expect(refusal(chart)).toEqual([
      '[chart/guard-1] shop/reviews must have one circuit breaker, got two (chart/guard-1 and chart/guard-2); merge them into one construct',
      '[chart/random] shop/reviews must have one load balancer (or session affinity), got two (chart/random and chart/sessions); merge them into one construct',
    ]);
  });

  it('go together where they are about different things', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    new mesh.LoadBalancing(chart, 'a', {
      service,
      algorithm: mesh.LoadBalancingAlgorithm.ROUND_ROBIN,
      warmup: { duration: Duration.seconds(30), aggression: 2 },
    });
    new mesh.LoadBalancing(chart, 'b', {
      service,
      locality: mesh.Locality.failover({ from: 'eu', to: 'us' }),
    });
    expect(the(chart, 'DestinationRule').spec.trafficPolicy).toEqual({
      loadBalancer: {
        simple: 'ROUND_ROBIN',
        warmup: { duration: '30s', aggression: 2 },
        localityLbSetting: { enabled: true, failover: [{ from: 'eu', to: 'us' }] },
      },
    });
  });

  it.each([
    [mesh.Locality.off(), { enabled: false }],
    [
      mesh.Locality.failoverPriority('topology.kubernetes.io/zone'),
      { enabled: true, failoverPriority: ['topology.kubernetes.io/zone'] },
    ],
    [
      mesh.Locality.distribute({
        from: 'eu/a/*',
        to: { 'eu/a/*': Percent.of(80), 'eu/b/*': Percent.of(20), 'eu/c/*': Percent.of(0) },
      }),
      { enabled: true, distribute: [{ from: 'eu/a/*', to: { 'eu/a/*': 80, 'eu/b/*': 20 } }] },
    ],
  ])('prefer places', (locality, localityLbSetting) => {
    const chart = chartOf();
    new mesh.LoadBalancing(chart, 'places', { service: reviewsIn(chart), locality });
    expect(the(chart, 'DestinationRule').spec.trafficPolicy).toEqual({ loadBalancer: { localityLbSetting } });
  });

  it('refuse a warmup that has no effect', () => {
    const chart = chartOf();
    const warmup = { duration: Duration.seconds(30) };
    const props = { service: reviewsIn(chart), algorithm: mesh.LoadBalancingAlgorithm.RANDOM, warmup };
    expect(() => new mesh.LoadBalancing(chart, 'warm', props)).toThrow(
      'the algorithm of a warmup must be LEAST_REQUEST or ROUND_ROBIN, got "RANDOM"',
    );
  });
});

describe('SessionAffinity', () => {
  it.each([
    [mesh.HashKey.header('X-User'), { httpHeaderName: 'x-user' }],
    [mesh.HashKey.queryParameter('user'), { httpQueryParameterName: 'user' }],
    [mesh.HashKey.sourceIp(), { useSourceIp: true }],
    [mesh.HashKey.cookie('user'), { httpCookie: { name: 'user', ttl: '0s' } }],
    [
      mesh.HashKey.cookie('user', { ttl: Duration.minutes(30), path: '/' }),
      { httpCookie: { name: 'user', ttl: '30m', path: '/' } },
    ],
  ])('hashes a key', (key, consistentHash) => {
    const chart = chartOf();
    new mesh.SessionAffinity(chart, 'sessions', { service: reviewsIn(chart), key });
    expect(the(chart, 'DestinationRule').spec.trafficPolicy).toEqual({ loadBalancer: { consistentHash } });
  });

  it('takes a size for its table', () => {
    const chart = chartOf();
    const service = reviewsIn(chart);
    const key = mesh.HashKey.sourceIp();
    new mesh.SessionAffinity(chart, 'a', { service, key, maglevTableSize: 65_537 });
    new mesh.SessionAffinity(chart, 'b', { service, key, version: 'v1', minimumRingSize: 2048 });
    const { spec } = the(chart, 'DestinationRule');
    expect(spec.trafficPolicy.loadBalancer.consistentHash.maglev).toEqual({ tableSize: 65_537 });
    expect(spec.subsets[0].trafficPolicy.loadBalancer.consistentHash.ringHash).toEqual({
      minimumRingSize: 2048,
    });
    expect(() => new mesh.SessionAffinity(chart, 'c', { service, key, maglevTableSize: 65_536 })).toThrow(
      'must be a prime number, got 65536',
    );
  });

  it('warns that it does not hold across versions, and is content with a sticky cookie', () => {
    const warnings = [undefined, mesh.StickyCookie.named('version')].map((sticky) => {
      const chart = chartOf();
      const service = reviewsIn(chart);
      new mesh.SessionAffinity(chart, 'sessions', { service, key: mesh.HashKey.header('x-user') });
      new mesh.CanaryRoute(chart, 'canary', {
        service,
        stable: 'v1',
        canary: 'v2',
        share: Percent.of(10),
        sticky,
      });
      return mesh.MeshReport.of(chart).warnings;
    });
    expect(warnings).toEqual([
      [
        {
          constructPaths: ['chart/sessions', 'chart/canary'],
          message:
            'sessions of shop/reviews (chart/sessions) do not stick while chart/canary draws a version for each request: proxies draw the version first and the endpoint next; give the split a StickyCookie',
        },
      ],
      [],
    ]);
  });
});
