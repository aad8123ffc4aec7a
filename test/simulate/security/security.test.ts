import { DEFAULT_SECURITY_MESH, type Facts, type Policy } from '../../../lib/simulate/security/facts';
import { receive, type Spoken } from '../../../lib/simulate/security/reception';
import { admit, guardOf, readSecurity } from '../../../lib/simulate/security/security';
import { tokensOf, type Token } from '../../../lib/simulate/security/token';
import { CART, http, policy, workload } from './objects';

const ap = (name: string, spec: object) => policy('AuthorizationPolicy', name, spec);
const CUSTOM = ap('custom', { action: 'CUSTOM', provider: { name: 'nobody' }, rules: [{}] });
const DENY = ap('deny', { action: 'DENY', rules: [{}] });
const KNOWN = ap('known', { rules: [{ from: [{ source: { principals: ['*'] } }] }] });
const SIGNED = ap('signed', { rules: [{ from: [{ source: { requestPrincipals: ['*'] } }] }] });
const JWT = policy('RequestAuthentication', 'jwt', { jwtRules: [{ issuer: 'https://a' }] });

const good: Token = { claims: { iss: 'https://a', sub: 's' }, isValid: true };
const bad: Token = { ...good, isValid: false };

function ask(
  policies: readonly Policy[],
  options: { spoken?: Spoken; tokens?: readonly Token[]; facts?: Facts } = {},
) {
  const { spoken = 'plaintext', tokens = [], facts = http({}, { peer: CART }) } = options;
  const ofKind = (kind: string) => policies.filter((object) => object.kind === kind);
  const security = readSecurity(
    {
      peerAuthentications: [],
      requestAuthentications: ofKind('RequestAuthentication'),
      authorizationPolicies: ofKind('AuthorizationPolicy'),
    },
    DEFAULT_SECURITY_MESH,
  );
  const reception = receive('PERMISSIVE', spoken, 'http', 'http');
  return admit(guardOf(security, workload()), reception, facts, tokens, true);
}

describe('a request comes in', () => {
  it.each<[string, readonly Policy[], Parameters<typeof ask>[1], object]>([
    ['if nobody is against it', [], {}, { allowed: true, reason: 'no policy is against it' }],
    ['not if TLS does not fit', [], { spoken: 'tls' }, { allowed: false, status: 503, flag: 'UF' }],
    [
      'not without a name, if one is wanted: plaintext has none',
      [KNOWN],
      {},
      { allowed: false, status: 403 },
    ],
    ['with a name, which mutual TLS proves', [KNOWN], { spoken: 'mutual-tls' }, { allowed: true }],
    ['not with a bad token', [JWT], { tokens: [bad] }, { allowed: false, status: 401 }],
    [
      'with a token that somebody wants',
      [JWT, SIGNED],
      { tokens: [good] },
      { allowed: true, principal: 'https://a/s' },
    ],
    ['not without one', [JWT, SIGNED], {}, { allowed: false, status: 403 }],
    ['not with one that nobody checks', [SIGNED], { tokens: [good] }, { allowed: false, status: 403 }],
    ['external authorizers go first', [CUSTOM, JWT], { tokens: [bad] }, { allowed: false, status: 403 }],
    ['then tokens', [DENY, JWT], { tokens: [bad] }, { allowed: false, status: 401 }],
    ['then policies', [DENY, JWT], { tokens: [good] }, { allowed: false, status: 403 }],
  ])('%s', (_, policies, options, result) => {
    expect(ask(policies, options)).toMatchObject(result);
  });

  it('has no status where the connection is closed', () => {
    expect(ask([DENY], { facts: { port: 9080 } })).not.toHaveProperty('status');
  });

  it('is plain data', () => {
    const admission = ask([JWT, SIGNED, DENY], { tokens: [good] });
    expect(JSON.parse(JSON.stringify(admission))).toEqual(admission);
  });

  it('refers to policies as they refer to themselves', () => {
    const object = { kind: 'AuthorizationPolicy', namespace: 'shop', name: 'deny', file: 'a.yaml', line: 3 };
    expect(ask([{ ...DENY, ref: () => object }]).steps).toContainEqual(expect.objectContaining({ object }));
  });
});

it('a request carries a token, good or bad, or none', () => {
  const claims = { iss: 'https://a' };
  expect(tokensOf({})).toEqual([]);
  expect(tokensOf({ claims })).toEqual([{ claims, isValid: true }]);
  expect(tokensOf({ claims, invalidToken: true })).toEqual([{ claims, isValid: false }]);
  expect(tokensOf({ invalidToken: true })).toEqual([{ claims: {}, isValid: false }]);
});
