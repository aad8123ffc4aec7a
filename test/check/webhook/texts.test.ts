import { parseDuration } from '../../../lib/check/webhook/proto/durations';
import { isCidr, isIpAddress, splitHostPort } from '../../../lib/check/webhook/text/addresses';
import { celProblem } from '../../../lib/check/webhook/text/cel';
import { headerValueProblem } from '../../../lib/check/webhook/text/headers';
import { hostIsWithin, hostsOverlap, wildcardDomainProblem } from '../../../lib/check/webhook/text/hosts';
import { isPrime } from '../../../lib/check/webhook/text/primes';
import { parseRequestUrl, parseUrl } from '../../../lib/check/webhook/text/urls';

describe('texts, as istiod reads them', () => {
  it.each([
    ['1h30m', 5_400_000_000_000n],
    ['1.5s', 1_500_000_000n],
    ['-1s', -1_000_000_000n],
    ['.5s', 500_000_000n],
    ['0', 0n],
    ['1', undefined],
    ['1d', undefined],
    ['', undefined],
    ['9999999999h', undefined],
  ])('duration %s', (text, nanoseconds) => {
    expect(parseDuration(text)).toBe(nanoseconds);
  });

  it.each(['10.0.0.1', '::1', 'fe80::1%eth0', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8'])('address %s', (text) => {
    expect(isIpAddress(text)).toBe(true);
  });

  it.each(['010.0.0.1', '10.0.0', '1::2::3', '::1%', '1:2:3:4:5:6:7:8:9', ''])('no address %s', (text) => {
    expect(isIpAddress(text)).toBe(false);
  });

  it('ranges have as many bits as their address', () => {
    expect([isCidr('10.0.0.0/32'), isCidr('10.0.0.0/33'), isCidr('::/128'), isCidr('::/08')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('ports stand behind hosts', () => {
    expect(splitHostPort('[::1]:80')).toEqual({ host: '::1', port: '80' });
    expect(splitHostPort('::1:80')).toBe('has too many colons');
  });

  it.each(['a', '*', '*.a.com', '*-a.com', 'a.com.'])('host %s', (host) => {
    expect(wildcardDomainProblem(host)).toBeUndefined();
  });

  it.each(['', 'a_b', 'a.*', '**.a', 'a.1', 'http://a'])('no host %s', (host) => {
    expect(wildcardDomainProblem(host)).toBeDefined();
  });

  it('wildcards cover names', () => {
    expect([
      hostsOverlap('*.com', 'a.com'),
      hostIsWithin('a.com', '*.com'),
      hostIsWithin('*.com', 'a.com'),
    ]).toEqual([true, true, false]);
  });

  it.each(['100%%', '%A%', '%REQ(a)%', '%A(["b", "c"])%', 'a\tb'])('header value %s', (value) => {
    expect(headerValueProblem(value)).toBeUndefined();
  });

  it.each(['100%', '%A', '%A(["b"x)%', 'a\nb'])('no header value %s', (value) => {
    expect(headerValueProblem(value)).toBeDefined();
  });

  it.each([
    'a.b >= 400',
    'has(a.b)',
    '[1, 2,]',
    "r'\\'",
    'a ? b : c',
    'a.all(x, x > 1)',
    '-9223372036854775808',
  ])('expression %s', (text) => {
    expect(celProblem(text)).toBeUndefined();
  });

  it.each(['', 'a b', 'has(a)', 'for', '"a', '9223372036854775808', 'a.all(1, x)', '(('])(
    'no expression %s',
    (text) => {
      expect(celProblem(text)).toBeDefined();
    },
  );

  it('a URL of a request has no relative form', () => {
    expect([parseUrl('a/b')?.scheme, parseRequestUrl('a/b'), parseUrl('HTTPS://a:1')]).toEqual([
      '',
      undefined,
      { scheme: 'https', port: '1' },
    ]);
  });

  it('primes are found among large numbers', () => {
    expect([1, 2, 9, 65537, 4999999, 5000011, 2 ** 40].filter(isPrime)).toEqual([
      1, 2, 65537, 4999999, 5000011,
    ]);
  });
});
