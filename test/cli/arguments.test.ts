import { parseCaller } from '../../lib/cli/arguments/caller';
import { parseCookies, parseHeaders } from '../../lib/cli/arguments/headers';
import { parseTarget } from '../../lib/cli/arguments/target';
import { parseClaims, parsePort, parseSourceIp } from '../../lib/cli/arguments/values';

describe('--from', () => {
  it.each([
    ['shop/productpage-v1', { namespace: 'shop', name: 'productpage-v1' }],
    ['shop/app=web,version=v1', { namespace: 'shop', labels: { app: 'web', version: 'v1' } }],
    ['namespace:shop', { namespace: 'shop' }],
    ['outside', { outside: true }],
    ['gateway', { gateway: {} }],
    [
      'gateway:istio-system/istio=ingressgateway',
      { gateway: { namespace: 'istio-system', labels: { istio: 'ingressgateway' } } },
    ],
    ['gateway:shop/edge', { gateway: { namespace: 'shop', name: 'edge' } }],
  ])('%s', (text, caller) => {
    expect(parseCaller(text, {})).toEqual(caller);
  });

  it('goes with an identity and a place', () => {
    const more = { serviceAccount: 'web', locality: 'eu/a' };
    expect(parseCaller('shop/web', more)).toEqual({ namespace: 'shop', name: 'web', ...more });
    expect(parseCaller(undefined, more)).toEqual(more);
    expect(parseCaller(undefined, {})).toBeUndefined();
    expect(() => parseCaller('outside', more)).toThrow('must go with a workload, got --from outside');
  });

  it.each(['', 'web', 'a/b/c', '/web', 'shop/', 'shop/=x', 'gateway:', 'gateway:edge', 'namespace:'])(
    'is refused if it is %p',
    (text) => {
      expect(() => parseCaller(text, {})).toThrow(`or outside, got ${text};`);
    },
  );

  it('says what a name alone could mean', () => {
    expect(() => parseCaller('web', {})).toThrow('write for example default/web, or namespace:web');
    expect(() => parseCaller('gateway:edge', {})).toThrow('write for example gateway:default/edge');
  });
});

describe('headers', () => {
  it('are read as curl reads them', () => {
    expect(
      parseHeaders(['End-User: jason', 'x-empty;', 'x-none:', 'x-url: http://a:1', ':authority: b']),
    ).toEqual({
      'end-user': 'jason',
      'x-empty': '',
      'x-none': '',
      'x-url': 'http://a:1',
      ':authority': 'b',
    });
  });

  it('of one name are joined', () => {
    expect(parseHeaders(['a: 1', 'A: 2', 'cookie: x=1', 'cookie: y=2'])).toEqual({
      a: '1,2',
      cookie: 'x=1; y=2',
    });
  });

  it.each(['', 'jason', ': x', 'end user: jason'])('are refused if they are %p', (text) => {
    expect(() => parseHeaders([text])).toThrow(`a header must be 'name: value', got '${text}'`);
  });
});

describe('cookies', () => {
  it('are read as curl reads them', () => {
    expect(parseCookies(['a=1; b=x=y', 'c='])).toEqual({ a: '1', b: 'x=y', c: '' });
  });

  it('are refused without a name', () => {
    expect(() => parseCookies(['a=1; =2'])).toThrow("a cookie must be name=value, got '=2'");
    expect(() => parseCookies(['cookies.txt'])).toThrow("a cookie must be name=value, got 'cookies.txt'");
  });
});

describe('words', () => {
  it('are told apart by their looks, in any order', () => {
    const target = { inputs: ['dist', '-'], method: 'POST', url: 'http://a/b' };
    expect(parseTarget(['dist', '-', 'POST', 'http://a/b'], undefined)).toEqual(target);
    expect(parseTarget(['http://a/b', 'dist', '-'], 'POST')).toEqual(target);
    expect(parseTarget(['grpc://a'], undefined)).toEqual({ inputs: [], method: undefined, url: 'grpc://a' });
  });

  it.each([
    [[], 'the URL of the request must be given, got nothing; write for example'],
    [['dist'], 'the URL of the request must be given, got dist; write for example'],
    [
      ['reviews:9080/x'],
      'the URL of the request must be given, got reviews:9080/x; did you mean http://reviews:9080/x?',
    ],
    [['http://a', 'http://b'], 'must be one, got http://a and http://b'],
    [['ftp://a'], 'the URL must start with http://, https://, grpc://, tcp:// or tls://, got ftp://a'],
    [['GET', 'PUT', 'http://a'], 'the method must be given once, got GET and PUT'],
  ])('%j are refused', (words, message) => {
    expect(() => parseTarget(words, undefined)).toThrow(message);
  });
});

describe('values', () => {
  it('are checked', () => {
    expect(parsePort('8080')).toBe(8080);
    for (const text of ['0', '65536', '-1', '80.5', 'http', '1e3']) {
      expect(() => parsePort(text)).toThrow(`--port must be a number from 1 to 65535, got ${text}`);
    }
    expect(parseClaims('{"sub": "alice"}')).toEqual({ sub: 'alice' });
    for (const text of ['[]', 'null', '"x"', '{']) {
      expect(() => parseClaims(text)).toThrow(`--claims must be a JSON object, got ${text}`);
    }
  });
});

describe('the address of a client', () => {
  it('is IPv4 or IPv6', () => {
    expect(['10.0.0.1', '2001:db8::1'].map(parseSourceIp)).toEqual(['10.0.0.1', '2001:db8::1']);
  });

  it.each(['', 'abc', '10.0.0', '10.0.0.0/8'])('is refused if it is %p', (text) => {
    expect(() => parseSourceIp(text)).toThrow(
      `--source-ip must be an IP address, got ${text || 'nothing'}; write for example 203.0.113.7`,
    );
  });
});
