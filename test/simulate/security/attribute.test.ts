import {
  authorizationsOf,
  authorize,
  readAuthorizations,
} from '../../../lib/simulate/security/authorization';
import { DEFAULT_SECURITY_MESH, type Facts, type SecurityMesh } from '../../../lib/simulate/security/facts';
import { CART, http, policy, SPY, tcp, workload } from './objects';

function matches(
  rule: object,
  facts: Facts,
  mesh: SecurityMesh = DEFAULT_SECURITY_MESH,
): boolean | undefined {
  const all = readAuthorizations([policy('AuthorizationPolicy', 'p', { rules: [rule] })], mesh);
  return authorize(authorizationsOf(all, workload(), mesh), facts, false).allowed;
}

const operation = (fields: object) => ({ to: [{ operation: fields }] });
const source = (fields: object) => ({ from: [{ source: fields }] });
const when = (key: string, ...values: string[]) => ({ when: [{ key, values }] });
const whenNot = (key: string, ...notValues: string[]) => ({ when: [{ key, notValues }] });

// All of these are answers of a real Envoy with what istiod made of the rule, unless a name says otherwise.
describe('an operation', () => {
  const path = (text: string) => http({ path: text });
  const host = (text: string) => http({ authority: text });
  it.each<[object, Facts, boolean]>([
    [{ hosts: ['Reviews'] }, host('REVIEWS'), true],
    [{ hosts: ['reviews'] }, host('reviews:9080'), false],
    [{ hosts: ['reviews:*'] }, host('reviews:9080'), true],
    [{ hosts: ['reviews:*'] }, host('reviews'), false],
    [{ hosts: ['*.shop'] }, host('a.SHOP'), true],
    [{ methods: ['P*'] }, http({ method: 'PUT' }), true],
    [{ methods: ['get'] }, http({ method: 'GET' }), false],
    [{ ports: ['9080'] }, http(), true],
    [{ ports: ['80'] }, http(), false],
    [{ notPaths: ['/a'], methods: ['GET'] }, path('/b'), true],
    [{ notPaths: ['/a'], methods: ['GET'] }, path('/a'), false],
    [{ paths: ['/a'] }, path('/a?x=1'), true],
    [{ paths: ['/a'] }, path('/a#f'), true],
    [{ paths: ['/a'] }, path('/a/'), false],
    [{ paths: ['/a'] }, path('/A'), false],
    [{ paths: ['/a*'] }, path('/ab'), true],
    [{ paths: ['*.js'] }, path('/x.js?y'), true],
    [{ paths: ['*.js'] }, path('/x?y.js'), false],
    [{ paths: ['*'] }, path('/'), true],
    [{ paths: ['/a/{*}/b'] }, path('/a/x/b?q=/c'), true],
    [{ paths: ['/a/{*}/b'] }, path('/a//b'), false],
    [{ paths: ['/a/{*}/b'] }, path('/a/x/y/b'), false],
    [{ paths: ['/a/{*}/b'] }, path('/a/x/b/'), false],
    [{ paths: ['/a/{*}/b'] }, path('/a/x=1*/b'), true],
    [{ paths: ['/{*}'] }, path('/['), false],
    [{ paths: ['/{*}'] }, path('/%41%2f'), true],
    [{ paths: ['/a/{**}'] }, path('/a/'), true],
    [{ paths: ['/a/{**}'] }, path('/a'), false],
    [{ paths: ['/a/{**}'] }, path('/a//x'), true],
    [{ paths: ['/a/{**}/b'] }, path('/a/b'), false],
    [{ paths: ['/a/{**}/b'] }, path('/a//b'), true],
    [{ paths: ['/a/{**}/b'] }, path('/a/x/y/b'), true],
    [{ paths: ['/{**}'] }, path('/x]'), false],
  ])('%j of %j: %s', (fields, facts, result) => {
    expect(matches(operation(fields), facts)).toBe(result);
  });
});

describe('a source', () => {
  const known = (peer: string, rest: Partial<Facts> = {}) => http({}, { peer, ...rest });
  const forwarded = (text: string) =>
    http({ headers: { 'x-forwarded-for': text } }, { sourceIp: '10.0.0.1' });
  it.each<[object, Facts, boolean]>([
    [{ principals: ['*'] }, http(), false],
    [{ principals: ['*'] }, known(CART), true],
    [{ notPrincipals: ['*'] }, http(), true],
    [{ notPrincipals: ['*'] }, known(CART), false],
    [{ principals: [CART] }, known(SPY), false],
    [{ principals: ['*/sa/cart'] }, known(CART), true],
    [{ principals: ['cluster.local/ns/shop/*'] }, known('cluster.local/ns/shop2/sa/cart'), false],
    [{ namespaces: ['shop'] }, http(), false],
    [{ namespaces: ['shop'] }, known(CART), true],
    [{ namespaces: ['sh*'] }, known('cluster.local/ns/shop2/sa/cart'), true],
    [{ namespaces: ['*hop'] }, known('cluster.local/ns/shop2/sa/cart'), false],
    [{ namespaces: ['s*p'] }, known(CART), true],
    [{ notNamespaces: ['shop'] }, http(), true],
    [{ serviceAccounts: ['cart'] }, known(CART), true],
    [{ serviceAccounts: ['cart'] }, known('cluster.local/ns/other/sa/cart'), false],
    [{ serviceAccounts: ['other/cart'] }, known('cluster.local/ns/other/sa/cart'), true],
    [{ trustDomains: ['cluster.local'] }, known(CART), true],
    [{ trustDomains: ['*.local'] }, known(CART), true],
    [{ trustDomains: ['other'] }, known(CART), false],
    [{ ipBlocks: ['10.0.1.0/24'] }, http({}, { sourceIp: '10.0.1.7' }), true],
    [{ ipBlocks: ['10.0.1.0/24'] }, http({}, { sourceIp: '10.0.2.7' }), false],
    [{ ipBlocks: ['::/0'] }, http({}, { sourceIp: '10.0.2.7' }), false],
    [{ ipBlocks: ['fd00::/8'] }, http({}, { sourceIp: 'fd12::1' }), true],
    [{ ipBlocks: ['10.0.0.1'] }, forwarded('1.2.3.4'), true],
    [{ remoteIpBlocks: ['1.2.3.4'] }, forwarded('1.2.3.4'), true],
    [{ remoteIpBlocks: ['1.2.3.4'] }, forwarded('1.2.3.4, 5.6.7.8'), false],
    [{ remoteIpBlocks: ['1.2.3.4'] }, forwarded('5.6.7.8,1.2.3.4'), true],
    [{ remoteIpBlocks: ['10.0.0.1'] }, forwarded('junk'), true],
  ])('%j of %j: %s', (fields, facts, result) => {
    expect(matches(source(fields), facts)).toBe(result);
  });
});

describe('a principal in a mesh with several trust domains (read in the source)', () => {
  const mesh = { ...DEFAULT_SECURITY_MESH, trustDomain: 'new', trustDomainAliases: ['old'] };
  it.each([
    ['cluster.local/ns/shop/sa/cart', 'new/ns/shop/sa/cart', true],
    ['cluster.local/ns/shop/sa/cart', 'old/ns/shop/sa/cart', true],
    ['old/ns/shop/sa/cart', 'new/ns/shop/sa/cart', true],
    ['other/ns/shop/sa/cart', 'new/ns/shop/sa/cart', false],
    ['other/ns/shop/sa/cart', 'other/ns/shop/sa/cart', true],
    ['*/ns/shop/sa/cart', 'other/ns/shop/sa/cart', true],
    ['cluster.local/ns/shop/sa/cart', 'cluster.local/ns/shop/sa/cart', false],
  ])('%s is %s: %s', (principal, peer, result) => {
    expect(matches(source({ principals: [principal] }), http({}, { peer }), mesh)).toBe(result);
  });
});

describe('a condition', () => {
  const header = (value?: string) => http({ headers: value === undefined ? {} : { 'x-a': value } });
  it.each<[object, Facts, boolean]>([
    [when('request.headers[X-A]', 'b', 'c*'), header('cc'), true],
    [when('request.headers[x-a]', 'b'), header('B'), false],
    [when('request.headers[x-a]', '*'), header(''), true],
    [when('request.headers[x-a]', '*'), header(), false],
    [whenNot('request.headers[x-a]', 'b'), header(), true],
    [whenNot('request.headers[x-a]', 'b'), header('b'), false],
    [when('request.headers[host]', 'reviews'), http(), true],
    [when('request.headers[:path]', '/q?x=1'), http({ path: '/q?x=1' }), true],
    [when('connection.sni', '*'), http(), false],
    [when('connection.sni', 'a.*'), http({}, { sni: 'a.b' }), true],
    [whenNot('connection.sni', 'a.b'), http(), true],
    [when('source.namespace', 'shop'), http({}, { peer: CART }), true],
    [when('destination.ip', '10.0.0.0/8'), http({}, { address: '10.0.0.9' }), true],
    [when('destination.port', '9080'), tcp(9999), false],
    [when('no.such.thing', 'x'), http(), false],
    [when('path', '/'), http(), false],
    [when('request.headers', '*'), header('b'), false],
  ])('%j of %j: %s', (rule, facts, result) => {
    expect(matches(rule, facts)).toBe(result);
  });
});

describe('a claim', () => {
  const claims = (more: object) => http({}, { claims: { iss: 'https://a', sub: 's', ...more } });
  it.each<[object, object, boolean]>([
    [when('request.auth.claims[g]', 'a', 'b*'), { g: 'bb' }, true],
    [when('request.auth.claims[g]', 'a'), { g: ['x', 'a'] }, true],
    [when('request.auth.claims[g]', '1'), { g: 1 }, false],
    [when('request.auth.claims[g]', '*'), { g: '' }, false],
    [when('request.auth.claims[g]', '*'), { g: [] }, false],
    [whenNot('request.auth.claims[g]', 'a'), { g: ['a', 'b'] }, false],
    [whenNot('request.auth.claims[g]', 'a'), {}, true],
    [when('request.auth.claims[g][h]', 'a'), { g: { h: ['a'] } }, true],
    [when('request.auth.claims[g][h]', 'a'), { g: 'a' }, false],
    [when('request.auth.claims[constructor]', '*'), {}, false],
    [when('request.auth.audiences', 'x'), { aud: ['y', 'x'] }, true],
    [when('request.auth.presenter', 'x'), { azp: 'x' }, true],
    [when('request.auth.principal', 'https://a/s'), {}, true],
    [source({ requestPrincipals: ['*'] }), { sub: '' }, false],
    [source({ requestPrincipals: ['https://a/*'] }), {}, true],
    [source({ requestPrincipals: ['*/s'] }), {}, true],
    [source({ requestPrincipals: ['https://a'] }), {}, false],
    [source({ requestPrincipals: ['*s'] }), {}, true],
    [source({ requestPrincipals: ['https://a*'] }), {}, false],
    [source({ requestPrincipals: ['https:*'] }), {}, true],
    [source({ requestPrincipals: ['*a/s'] }), {}, true],
    [source({ requestPrincipals: ['https://a/s*'] }), { sub: 'st' }, true],
    [source({ notRequestPrincipals: ['*'] }), {}, false],
  ])('%j of %j: %s', (rule, more, result) => {
    expect(matches(rule, claims(more))).toBe(result);
  });

  it('is never there without a token', () => {
    expect(matches(source({ requestPrincipals: ['*'] }), http())).toBe(false);
    expect(matches(source({ notRequestPrincipals: ['*'] }), http())).toBe(true);
  });
});
