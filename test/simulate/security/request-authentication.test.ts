import { DEFAULT_SECURITY_MESH, type Facts, type Policy } from '../../../lib/simulate/security/facts';
import {
  authenticate,
  readRequestAuthentications,
  tokenRules,
} from '../../../lib/simulate/security/request-authentication';
import type { Token } from '../../../lib/simulate/security/token';
import { http, policy, workload } from './objects';

const A = 'https://a';
const B = 'https://b';
const ra = (rules: readonly object[], name = 'jwt', rest: object = {}) =>
  policy('RequestAuthentication', name, { jwtRules: rules, ...rest });
const rule = (issuer: string, rest: object = {}) => ({ issuer, ...rest });
const X_JWT = { fromHeaders: [{ name: 'X-Jwt', prefix: 'Tok ' }] };

const good = (iss: string, claims: object = {}): Token => ({
  claims: { iss, sub: 's', ...claims },
  isValid: true,
});
const bad = (iss: string): Token => ({ ...good(iss), isValid: false });
const inHeader = (name: string, token: Token, prefix?: string): Token => ({
  ...token,
  at: { in: 'header', name, ...(prefix !== undefined && { prefix }) },
});

function check(policies: readonly Policy[], tokens: readonly Token[], facts: Facts = http()) {
  const all = readRequestAuthentications(policies);
  return authenticate(tokenRules(all, workload(), DEFAULT_SECURITY_MESH), facts.http, tokens, true);
}

/** The status that the client gets, or who the token is about. */
function outcome(policies: readonly Policy[], tokens: readonly Token[], facts?: Facts): string | number {
  const { isAccepted, status, principal } = check(policies, tokens, facts);
  return isAccepted ? (principal ?? 'nobody') : status!;
}

// Measured in Envoy with signed tokens.
describe('tokens', () => {
  const one = [ra([rule(A)])];
  const two = [ra([rule(B), rule(A)])];
  const apart = [ra([rule(A), rule(B, X_JWT)])];
  const preflight = http({
    method: 'OPTIONS',
    headers: { origin: 'http://x', 'access-control-request-method': 'GET' },
  });

  it.each<[string, readonly Policy[], readonly Token[], string | number]>([
    ['none', one, [], 'nobody'],
    ['a good one', one, [good(A)], 'https://a/s'],
    ['a bad one', one, [bad(A)], 401],
    ['garbage', one, [{ claims: {}, isValid: false }], 401],
    ['one of an issuer that no rule is about', one, [good('https://c')], 401],
    ['a bad one, but nobody asks', [], [bad(A)], 'nobody'],
    ['a bad one, but a policy elsewhere asks', [ra([rule(A)], 'other/jwt')], [bad(A)], 'nobody'],
    ['a bad one, and the mesh asks', [ra([rule(A)], 'istio-system/jwt')], [bad(A)], 401],
    [
      'a bad one, but another workload asks',
      [ra([rule(A)], 'jwt', { selector: { matchLabels: { app: 'x' } } })],
      [bad(A)],
      'nobody',
    ],
    ['of two issuers, the first', two, [good(A)], 'https://a/s'],
    ['of two issuers, the second', two, [good(B)], 'https://b/s'],
    ['of two issuers, neither', two, [good('https://c')], 401],
    ['without subject', one, [good(A, { sub: undefined })], 'nobody'],
    ['where nobody looks', [ra([rule(A, X_JWT)])], [inHeader('authorization', bad(A), 'Bearer ')], 'nobody'],
    ['in a header of its own', [ra([rule(A, X_JWT)])], [inHeader('x-jwt', good(A), 'Tok ')], 'https://a/s'],
    ['without the prefix', [ra([rule(A, X_JWT)])], [inHeader('x-jwt', bad(A), '')], 'nobody'],
    [
      'with a prefix that nobody wants',
      [ra([rule(A, { fromHeaders: [{ name: 'x-jwt' }] })])],
      [inHeader('x-jwt', good(A), 'Tok ')],
      401,
    ],
    ['in the query', one, [{ ...bad(A), at: { in: 'param', name: 'access_token' } }], 401],
    [
      'in a cookie',
      [ra([rule(A, { fromCookies: ['t'] })])],
      [{ ...bad(A), at: { in: 'cookie', name: 't' } }],
      401,
    ],
    ['wherever its own rule looks', apart, [good(B)], 'https://b/s'],
    ["where another issuer's rule looks", apart, [inHeader('authorization', good(B), 'Bearer ')], 401],
    ['two good ones: only the first counts', apart, [good(A), good(B)], 'https://a/s'],
    ['a good one makes up for a bad one', apart, [good(A), bad(B)], 'https://a/s'],
    ['in whatever order', apart, [bad(A), good(B)], 'https://b/s'],
    ['two bad ones', apart, [bad(A), bad(B)], 401],
    ['the same issuer twice', [ra([rule(A)]), ra([rule(A)], 'again')], [good(B)], 401],
    [
      'for one of the audiences',
      [ra([rule(A, { audiences: ['x', 'y'] })])],
      [good(A, { aud: ['z', 'y'] })],
      'https://a/s',
    ],
    ['for another audience', [ra([rule(A, { audiences: ['x'] })])], [good(A, { aud: 'z' })], 403],
    ['for nobody in particular', [ra([rule(A, { audiences: ['x'] })])], [good(A)], 403],
    ['bad, and for another audience', [ra([rule(A, { audiences: ['x'] })])], [bad(A)], 403],
  ])('%s', (_, policies, tokens, result) => {
    expect(outcome(policies, tokens)).toBe(result);
  });

  it('have to be right in all places, and the first place counts', () => {
    const first = inHeader('authorization', good(A, { sub: 'first' }), 'Bearer ');
    const inQuery = (token: Token): Token => ({ ...token, at: { in: 'param', name: 'access_token' } });
    expect(outcome(one, [inQuery(good(A)), first])).toBe('https://a/first');
    expect(outcome(one, [inQuery(bad(A)), first])).toBe(401);
    expect(check(one, [first, inQuery(good(B))]).reason).toMatch(/issuer/);
  });

  it('are not asked of a CORS preflight request, nor of a TCP connection', () => {
    expect(outcome(one, [bad(A)], preflight)).toBe('nobody');
    expect(outcome(one, [bad(A)], { port: 9080 })).toBe('nobody');
  });

  it('become claims, some of them lists of words', () => {
    const policies = [ra([rule(A, { spaceDelimitedClaims: ['groups'] })])];
    const { claims } = check(policies, [good(A, { scope: 'read  write', groups: 'x', other: 'x y' })]);
    expect(claims).toEqual({ iss: A, sub: 's', scope: ['read', 'write'], groups: ['x'], other: 'x y' });
  });

  it('are explained rule by rule', () => {
    const policies = [ra([rule(A, { outputPayloadToHeader: 'x-claims' }), rule(B, X_JWT)])];
    expect(check(policies, [good(A)]).steps).toMatchObject([
      {
        verdict: 'chosen',
        text: 'RequestAuthentication shop/jwt for https://a: the token is right; the workload gets the claims in the header x-claims',
        at: 'spec.jwtRules[0]',
      },
      {
        verdict: 'noted',
        text: 'RequestAuthentication shop/jwt for https://b: there is no token where it looks',
      },
    ]);
  });
});
