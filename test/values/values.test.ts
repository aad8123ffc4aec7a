import { Duration } from 'cdk8s';
import * as mesh from '../../lib';

const {
  Percent,
  PathPattern,
  HeaderMatch,
  QueryMatch,
  Match,
  HttpMethod,
  Fault,
  RetryPolicy,
  HashKey,
  Locality,
} = mesh;

describe('Percent', () => {
  it.each([0, 0.0001, 12.5, 33.3333, 99.9999, 100])('takes %d', (percent) => {
    expect(Percent.of(percent).toNumber()).toBe(percent);
  });
  it('is exact', () => {
    expect(Percent.of(0.1 + 0.2).toString()).toBe('0.3 %');
  });
  it.each([-1, 100.1, NaN, Infinity])('refuses %d', (percent) => {
    expect(() => Percent.of(percent)).toThrow(
      `a percentage must be a number from 0 to 100, got ${percent}; write Percent.of(12.5) for 12.5 %`,
    );
  });
  it('refuses what proxies cannot draw', () => {
    expect(() => Percent.of(0.00001)).toThrow(
      'a percentage must be a multiple of 0.0001, got 0.00001; round it',
    );
  });
});

describe('PathPattern', () => {
  it('ignores the trailing slash of a prefix', () => {
    expect(PathPattern.prefix('/api/')).toEqual(PathPattern.prefix('/api'));
    expect(Match.path(PathPattern.prefix('/')).and(Match.method(HttpMethod.GET))).toEqual(
      Match.method(HttpMethod.GET),
    );
  });
  it.each(['api', '', '/a?b', '/a#b', '/a b', '/ä'])('refuses %j', (path) => {
    expect(() => PathPattern.exact(path)).toThrow(
      'must be a path that starts with / (no query, no fragment)',
    );
  });
  it.each(['/a//b', '/a/../b', '/a/.', '/a%2Fb', '/a%zz'])(
    'refuses %j, which proxies see differently',
    (path) => {
      expect(() => PathPattern.prefix(path)).toThrow('must be a normalised path');
    },
  );
  it.each(['(', 'a(?=b)', '\\1', '*', ''])('refuses the expression %j', (pattern) => {
    expect(() => PathPattern.regex(pattern)).toThrow(/must be a regular expression/);
  });
});

describe('Match', () => {
  it('tells names of headers without case', () => {
    expect(Match.header('End-User', HeaderMatch.present())).toEqual(
      Match.header('end-user', HeaderMatch.present()),
    );
  });
  it.each(['host', 'Host', ':authority', 'a b', ''])('refuses the header %j', (name) => {
    expect(() => Match.header(name, HeaderMatch.present())).toThrow(
      /must be (the name of an HTTP header|a header other than host)/,
    );
  });
  it.each(['', ' a', 'a  b', 'a\n', 'ä'])('refuses the value %j', (text) => {
    expect(() => HeaderMatch.exact(text)).toThrow(
      'must be 1 to 1024 printable ASCII characters with single blanks between them',
    );
    expect(() => QueryMatch.prefix(text)).toThrow('must be 1 to 1024 printable');
  });
  it.each(['a b', 'a;b', 'a=b', '"a"', ''])('refuses the cookie %j', (text) => {
    expect(() => Match.cookie('c', text)).toThrow('a cookie value must be characters that RFC 6265 allows');
    expect(() => Match.cookie(text)).toThrow('a cookie name must be characters that RFC 6265 allows');
  });
  it('refuses conditions that exclude each other', () => {
    const one = Match.header('x', HeaderMatch.exact('1'));
    expect(() => one.and(Match.header('x', HeaderMatch.exact('2')))).toThrow(
      'conditions must be such that a request can satisfy both, got "requests with header x = \\"1\\" and requests with header x = \\"2\\""; put alternatives into the list of matches',
    );
  });
  it('refuses conditions that no single one describes', () => {
    const one = Match.header('x', HeaderMatch.regex('1.*'));
    expect(() => one.and(Match.header('x', HeaderMatch.regex('.*2')))).toThrow(
      'conditions must be such that one condition describes both',
    );
  });
  it('asks for something of a caller', () => {
    expect(() => Match.caller({})).toThrow('a caller must be told by its namespace or its labels');
  });
});

describe('Fault', () => {
  it.each([199, 600, 1.5, NaN])('refuses the status %d', (status) => {
    expect(() => Fault.abort(status, Percent.of(1))).toThrow(
      'the status of an abort must be an integer from 200 to 599',
    );
  });
  it('refuses two delays, and no delay', () => {
    const delay = Fault.delay(Duration.seconds(1), Percent.of(1));
    expect(() => delay.and(delay)).toThrow('a fault must be one delay and one abort, got "two delays"');
    expect(() => Fault.delay(Duration.millis(0), Percent.of(1))).toThrow(
      'the delay of a fault must be a whole number of milliseconds, at least 1 ms, got "0 ms"',
    );
  });
  it('refuses a status that gRPC does not have', () => {
    expect(() => Fault.abortGrpc('NOPE' as mesh.GrpcStatus, Percent.of(1))).toThrow(
      'the status of an abort must be one of gRPC, got "NOPE"',
    );
  });
});

describe('RetryPolicy', () => {
  it('refuses no retries by number, and statuses that are no errors', () => {
    expect(() => RetryPolicy.attempts(0)).toThrow(
      'retries must be an integer from 1 to 100, got 0; use RetryPolicy.none() to turn them off',
    );
    expect(() => RetryPolicy.attempts(1, { statusCodes: [200] })).toThrow(
      'a status to retry on must be an integer from 400 to 599',
    );
    expect(() => RetryPolicy.attempts(1, { on: ['gateway_error' as mesh.RetryOn] })).toThrow(
      'a cause of retries must be one of RetryOn',
    );
  });
});

describe('MeshPort', () => {
  it.each([0, 65536, 80.5])('refuses %d', (number) => {
    expect(() => mesh.MeshPort.http(number)).toThrow('a port must be an integer from 1 to 65535');
  });
  it('refuses other names and protocols', () => {
    expect(() => mesh.MeshPort.of(80, mesh.PortProtocol.HTTP, 'Web')).toThrow(
      'the name of a port must be at most 15 lower case letters, digits and dashes',
    );
    expect(() => mesh.MeshPort.of(80, 'UDP' as mesh.PortProtocol)).toThrow(
      'the protocol of a port must be one of HTTP, HTTP2, GRPC, HTTPS, TLS, TCP, MONGO, REDIS, MYSQL, got "UDP"',
    );
  });
});

describe('Origin', () => {
  it.each(['shop.example.com', 'https://shop.example.com/', 'HTTPS://a.b', 'https://*.b.c'])(
    'refuses %j',
    (origin) => {
      expect(() => mesh.Origin.exact(origin)).toThrow(
        'an origin must be scheme://host or scheme://host:port in lower case',
      );
    },
  );
  it('refuses a domain with more than its name', () => {
    expect(() => mesh.Origin.subdomains('https://', 'example.com')).toThrow(
      'an origin must be http or https and a domain in lower case',
    );
  });
});

describe('Locality', () => {
  it('refuses shares that do not add up, or are not whole', () => {
    const to = { 'eu/a': Percent.of(70), 'eu/b': Percent.of(20) };
    expect(() => Locality.distribute({ from: 'eu/*', to })).toThrow(
      'the shares of traffic from eu/* must be whole percents that add up to 100, got "eu/a: 70 %, eu/b: 20 %"; change one of them',
    );
    expect(() =>
      Locality.distribute({ from: 'eu/*', to: { a: Percent.of(99.5), b: Percent.of(0.5) } }),
    ).toThrow('whole percents');
  });
  it('refuses a failover to the same region', () => {
    expect(() => Locality.failover({ from: 'eu', to: 'eu' })).toThrow(
      'a failover must be from one region to another',
    );
  });
});

describe('other values', () => {
  it('refuse what would not work', () => {
    expect(() => HashKey.header('host')).toThrow('the header of a session must be a header other than host');
    expect(() => mesh.DataPlane.revision('a/b')).toThrow(
      'a revision must be the name of an Istio revision or tag',
    );
    expect(() => mesh.DataPlane.ambientWithWaypoint({ name: 'Way' })).toThrow(
      'the name of a waypoint must be a DNS label',
    );
    expect(() => mesh.GatewayEntry.https('ns/secret')).toThrow(
      'the Secret of a gateway must be the name of a Secret',
    );
    expect(() => mesh.GatewayEntry.http(0)).toThrow(
      'the port of a gateway must be an integer from 1 to 65535',
    );
    expect(() => mesh.StickyCookie.named('a b')).toThrow(
      'the name of a cookie must be characters that RFC 6265 allows',
    );
    expect(() => mesh.StickyCookie.named('a', { path: '/a; Secure' })).toThrow(
      'the path of a cookie must be a path without blanks and semicolons',
    );
    expect(() => mesh.StickyCookie.named('a', { maxAge: Duration.millis(1500) })).toThrow(
      'the age of a cookie must be whole seconds',
    );
  });

  it('cannot be changed', () => {
    for (const frozen of [
      Percent.of(1),
      Match.cookie('a'),
      PathPattern.exact('/'),
      RetryPolicy.none(),
      mesh.DataPlane.SIDECAR,
    ]) {
      expect(Object.isFrozen(frozen)).toBe(true);
    }
  });
});
