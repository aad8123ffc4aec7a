import {
  authorizationsOf,
  authorize,
  readAuthorizations,
} from '../../../lib/simulate/security/authorization';
import { authorizeExternally } from '../../../lib/simulate/security/external';
import { DEFAULT_SECURITY_MESH, type Facts, type Policy } from '../../../lib/simulate/security/facts';
import { CART, http, policy, SPY, tcp, workload } from './objects';

const ap = (action: string, rules?: readonly object[], name = action.toLowerCase(), rest: object = {}) =>
  policy('AuthorizationPolicy', name, { action, ...(rules && { rules }), ...rest });
const to = (operation: object) => ({ to: [{ operation }] });
const from = (source: object) => ({ from: [{ source }] });

function verdict(policies: readonly Policy[], facts: Facts, labels?: Record<string, string>) {
  const all = readAuthorizations(policies, DEFAULT_SECURITY_MESH);
  return authorize(authorizationsOf(all, workload(labels), DEFAULT_SECURITY_MESH), facts, true);
}

const allowed = (policies: readonly Policy[], facts: Facts = http()) => verdict(policies, facts).allowed;

describe('the policies of a workload', () => {
  const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'front' };
  const labels = { 'gateway.networking.k8s.io/gateway-name': 'front' };
  it.each<[string, Policy, Record<string, string>, boolean]>([
    ['of its namespace', ap('DENY', [{}]), {}, false],
    ['of the root namespace', ap('DENY', [{}], 'istio-system/deny'), {}, false],
    ['of another namespace', ap('DENY', [{}], 'other/deny'), {}, true],
    [
      'that select it',
      ap('DENY', [{}], 'd', { selector: { matchLabels: { app: 'reviews' } } }),
      { app: 'reviews' },
      false,
    ],
    [
      'that select another',
      ap('DENY', [{}], 'd', { selector: { matchLabels: { app: 'cart' } } }),
      { app: 'reviews' },
      true,
    ],
    ['with an empty selector', ap('DENY', [{}], 'd', { selector: {} }), {}, false],
    [
      'that select it from the root namespace',
      ap('DENY', [{}], 'istio-system/d', { selector: { matchLabels: { app: 'reviews' } } }),
      { app: 'reviews' },
      false,
    ],
    [
      'for a Service, as only waypoints have them',
      ap('DENY', [{}], 'd', { targetRefs: [{ kind: 'Service', name: 'reviews' }] }),
      {},
      true,
    ],
    ['for a Gateway, at its pods', ap('DENY', [{}], 'd', { targetRefs: [gateway] }), labels, false],
    ['for a Gateway, elsewhere', ap('DENY', [{}], 'd', { targetRefs: [gateway] }), {}, true],
    ['for another Gateway', ap('DENY', [{}], 'd', { targetRefs: [{ ...gateway, name: 'x' }] }), labels, true],
    [
      'for a Gateway, from the root namespace',
      ap('DENY', [{}], 'istio-system/d', { targetRefs: [gateway] }),
      labels,
      true,
    ],
    ['for a Gateway, in the older way', ap('DENY', [{}], 'd', { targetRef: gateway }), labels, false],
  ])('%s', (_, object, own, result) => {
    expect(verdict([object], http(), own).allowed).toBe(result);
  });
});

describe('the order', () => {
  const allowGet = ap('ALLOW', [to({ methods: ['GET'] })]);
  it.each<[string, readonly Policy[], Facts, boolean]>([
    ['no policy allows all', [], http(), true],
    [
      'DENY goes before ALLOW',
      [ap('ALLOW', [{}]), ap('DENY', [to({ paths: ['/d'] })])],
      http({ path: '/d' }),
      false,
    ],
    ['what no DENY is about is allowed', [ap('DENY', [to({ paths: ['/d'] })])], http(), true],
    ['some ALLOW, which matches', [allowGet], http(), true],
    ['some ALLOW, which does not', [allowGet], http({ method: 'POST' }), false],
    [
      'one of several ALLOW is enough',
      [allowGet, ap('ALLOW', [to({ methods: ['POST'] })], 'post')],
      http({ method: 'POST' }),
      true,
    ],
    ['ALLOW without rules allows nothing', [ap('ALLOW')], http(), false],
    ['so does an empty spec', [policy('AuthorizationPolicy', 'nothing', {})], http(), false],
    ['one empty rule matches all', [ap('ALLOW', [{}])], http(), true],
    ['AUDIT changes nothing', [ap('AUDIT', [{}])], http(), true],
    [
      'a dry run denies nothing',
      [policy('AuthorizationPolicy', 'd', { action: 'DENY', rules: [{}] }, { 'istio.io/dry-run': 'true' })],
      http(),
      true,
    ],
    [
      'a dry run restricts nothing',
      [policy('AuthorizationPolicy', 'd', {}, { 'istio.io/dry-run': 'true' })],
      http(),
      true,
    ],
  ])('%s', (_, policies, facts, result) => {
    expect(allowed(policies, facts)).toBe(result);
  });
});

describe('a TCP connection', () => {
  // Measured in Envoy: ALLOW gets narrower, DENY broader, by what TCP does not have.
  it.each<[string, Policy, Facts, boolean]>([
    ['is not allowed by a rule with paths', ap('ALLOW', [to({ paths: ['/'] })]), tcp(9090), false],
    [
      'nor by another alternative of that rule',
      ap('ALLOW', [{ from: [{ source: { requestPrincipals: ['*'] } }, { source: { principals: ['*'] } }] }]),
      tcp(9090, { peer: CART }),
      false,
    ],
    ['but by another rule', ap('ALLOW', [to({ paths: ['/'] }), to({ ports: ['9090'] })]), tcp(9090), true],
    ['is denied by a rule with methods only', ap('DENY', [to({ methods: ['GET'] })]), tcp(9090), false],
    [
      'and by what else the rule says',
      ap('DENY', [to({ methods: ['GET'], ports: ['9090'] })]),
      tcp(9090),
      false,
    ],
    ['if that is about it', ap('DENY', [to({ methods: ['GET'], ports: ['9090'] })]), tcp(9091), true],
    [
      'is allowed for a known client',
      ap('ALLOW', [from({ namespaces: ['shop'] })]),
      tcp(9090, { peer: CART }),
      true,
    ],
  ])('%s', (_, object, facts, result) => {
    expect(allowed([object], facts)).toBe(result);
  });
});

describe('an answer that depends on what the request does not tell', () => {
  const office = from({ ipBlocks: ['10.1.0.0/16'] });
  it.each<[string, readonly Policy[], Facts, boolean | undefined]>([
    ['is none', [ap('ALLOW', [office])], http(), undefined],
    ['is one if it is told', [ap('ALLOW', [office])], http({}, { sourceIp: '10.1.2.3' }), true],
    [
      'is one if something else decides',
      [ap('ALLOW', [office]), ap('DENY', [to({ methods: ['GET'] })])],
      http(),
      false,
    ],
    ['is one if another rule allows it', [ap('ALLOW', [office, {}])], http(), true],
    ['is none if it may be denied', [ap('DENY', [office])], http(), undefined],
    [
      'is none for what other filters say',
      [ap('ALLOW', [{ when: [{ key: 'experimental.envoy.filters.x[y]', values: ['z'] }] }])],
      http(),
      undefined,
    ],
    [
      'is none for headers that proxies make',
      [ap('ALLOW', [{ when: [{ key: 'request.headers[x-request-id]', values: ['*'] }] }])],
      http(),
      undefined,
    ],
  ])('%s', (_, policies, facts, result) => {
    expect(allowed(policies, facts)).toBe(result);
  });
});

describe('policies that ask somebody else', () => {
  const custom = (name: string, provider: string) =>
    ap('CUSTOM', [to({ paths: [`/${name}`] })], name, { provider: { name: provider } });
  const ask = (policies: readonly Policy[], facts: Facts) => {
    const mesh = { ...DEFAULT_SECURITY_MESH, extensionProviders: ['opa', 'oauth'] };
    const all = authorizationsOf(readAuthorizations(policies, mesh), workload(), mesh);
    return authorizeExternally(all, facts, mesh, true);
  };

  it('are not modelled where they are asked', () => {
    const { allowed: result, notModelled } = ask([custom('a', 'opa')], http({ path: '/a' }));
    expect(result).toBe(true);
    expect(notModelled).toEqual([
      {
        object: { kind: 'AuthorizationPolicy', namespace: 'shop', name: 'a' },
        why: 'the external authorizer opa may deny the request',
      },
    ]);
    expect(ask([custom('a', 'opa')], http()).notModelled).toEqual([]);
  });

  it.each<[string, readonly Policy[], string]>([
    ['deny if nobody has that name', [custom('a', 'nobody')], 'there is no extension provider nobody'],
    [
      'deny if there are two of them',
      [custom('a', 'opa'), custom('b', 'oauth')],
      'a workload has one provider, not opa and oauth',
    ],
  ])('%s', (_, policies, why) => {
    expect(ask(policies, http({ path: '/a' }))).toMatchObject({
      allowed: false,
      reason: `AuthorizationPolicy shop/a denies it: ${why}`,
    });
    expect(ask(policies, http()).allowed).toBe(true);
  });
});

it('explains what each rule wanted, and what it got', () => {
  const rules = [
    { ...from({ principals: [CART], notNamespaces: ['dark'] }), ...to({ methods: ['GET'] }) },
    to({ paths: ['/health'] }),
  ];
  const { reason, steps } = verdict([ap('ALLOW', rules)], http({}, { peer: SPY }));
  expect(reason).toBe('none of the policies that allow something allows it: AuthorizationPolicy shop/allow');
  const lines = (list: typeof steps, indent = ''): readonly string[] =>
    list.flatMap((step) => [`${indent}${step.verdict}: ${step.text}`, ...lines(step.steps, `${indent}  `)]);
  expect(lines(steps)).toEqual([
    'rejected: AuthorizationPolicy shop/allow (ALLOW) does not match',
    '  rejected: rule 0 does not match',
    `    rejected: from[0].source.principals wants one of ${CART}: the client is ${SPY}`,
    `    rejected: from[0].source.notNamespaces wants none of dark: the client is ${SPY}`,
    '  rejected: rule 1 does not match',
    '    rejected: to[0].operation.paths wants one of /health: the path is /',
  ]);
  expect(steps[0]!.steps[1]!.steps[0]!.at).toBe('spec.rules[1].to[0].operation.paths');
});

it('takes hostile policies for what they say, and nothing else', () => {
  const hostile = [
    null,
    7,
    'x',
    [],
    [null],
    [{ from: 7, to: 'x', when: [null, { key: '__proto__', values: ['x'] }] }],
  ];
  for (const rules of hostile)
    expect(allowed([policy('AuthorizationPolicy', 'h', { action: 'DENY', rules })])).toBeDefined();
});
