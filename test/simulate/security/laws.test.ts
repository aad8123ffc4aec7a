import fc from 'fast-check';
import {
  authorizationsOf,
  authorize,
  readAuthorizations,
} from '../../../lib/simulate/security/authorization';
import { DEFAULT_SECURITY_MESH, type Facts, type Policy } from '../../../lib/simulate/security/facts';
import { ipBlockTest } from '../../../lib/simulate/security/ip-block';
import { globTest } from '../../../lib/simulate/security/text-match';
import { CART, http, policy, SPY, tcp, workload } from './objects';

const listOf = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const maybe = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] });

const source = maybe({
  principals: listOf('*', CART, '*/spy'),
  notNamespaces: listOf('shop', 'dark'),
  ipBlocks: listOf('10.0.0.0/24', '10.0.1.1'),
});
const operation = maybe({
  methods: listOf('GET', 'P*'),
  paths: listOf('/a', '/a*', '/{*}'),
  notPorts: listOf('9080'),
});
const rule = maybe({
  from: fc.array(fc.record({ source }), { maxLength: 2 }),
  to: fc.array(fc.record({ operation }), { maxLength: 2 }),
});
const policies = (action: fc.Arbitrary<string>) =>
  fc.array(
    fc
      .record({
        action,
        rules: fc.array(rule, { maxLength: 2 }),
        name: fc.constantFrom('a', 'b', 'istio-system/c'),
      })
      .map(({ name, ...spec }) => policy('AuthorizationPolicy', name, spec)),
    { maxLength: 4 },
  );
const anyAction = policies(fc.constantFrom('ALLOW', 'DENY', 'AUDIT'));

const rest = fc
  .record({
    peer: fc.constantFrom(CART, SPY, undefined),
    sourceIp: fc.constantFrom('10.0.0.9', '10.0.1.1', '9.9.9.9'),
  })
  .map(({ peer, sourceIp }): Partial<Facts> => ({ sourceIp, ...(peer !== undefined && { peer }) }));
const facts = fc.oneof(
  fc
    .tuple(fc.constantFrom('GET', 'PUT', 'DELETE'), fc.constantFrom('/', '/a', '/ab', '/a/b'), rest)
    .map(([method, path, more]) => http({ method, path }, more)),
  fc.tuple(fc.constantFrom(9080, 9090), rest).map(([port, more]) => tcp(port, more)),
);

function verdict(objects: readonly Policy[], request: Facts, explain = false) {
  const all = readAuthorizations(objects, DEFAULT_SECURITY_MESH);
  return authorize(authorizationsOf(all, workload(), DEFAULT_SECURITY_MESH), request, explain);
}

describe('authorization', () => {
  const check = <T extends unknown[]>(property: fc.IProperty<T>) => {
    fc.assert(property, { numRuns: 500 });
  };

  it('lets in nobody new for one more DENY', () => {
    check(
      fc.property(anyAction, policies(fc.constant('DENY')), facts, (some, more, request) => {
        if (verdict([...some, ...more], request).allowed) expect(verdict(some, request).allowed).toBe(true);
      }),
    );
  });

  it('shuts out nobody new for one more ALLOW, once there is one', () => {
    check(
      fc.property(anyAction, policies(fc.constant('ALLOW')), facts, (some, more, request) => {
        const restricted = [policy('AuthorizationPolicy', 'first', {}), ...some];
        if (verdict(restricted, request).allowed)
          expect(verdict([...restricted, ...more], request).allowed).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the policies', () => {
    check(
      fc.property(anyAction, facts, (some, request) => {
        expect(verdict([...some].reverse(), request).allowed).toBe(verdict(some, request).allowed);
      }),
    );
  });

  it('is the same with an explanation', () => {
    check(
      fc.property(anyAction, facts, (some, request) => {
        expect({ ...verdict(some, request, true), steps: [] }).toEqual(verdict(some, request));
      }),
    );
  });

  it('is certain only of what no fact that is not told could change', () => {
    check(
      fc.property(anyAction, facts, (some, request) => {
        const { allowed } = verdict(some, { ...request, sourceIp: undefined });
        const told = ['10.0.0.9', '10.0.1.1', '9.9.9.9'].map(
          (sourceIp) => verdict(some, { ...request, sourceIp }).allowed,
        );
        if (allowed !== undefined) expect(new Set(told)).toEqual(new Set([allowed]));
      }),
    );
  });
});

it('a glob means what a regular expression means', () => {
  const text = fc.stringMatching(/^[ab*]{0,8}$/);
  fc.assert(
    fc.property(text, fc.stringMatching(/^[ab]{0,10}$/), (glob, other) => {
      expect(globTest(glob)(other)).toBe(new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(other));
    }),
  );
});

describe('an IP block', () => {
  it.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['0.0.0.0/0', '1.2.3.4', true],
    ['fd00::/8', 'fdff::1', true],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['::ffff:1.2.3.0/120', '::ffff:1.2.3.4', true],
    ['10.0.0.0/8', 'x', undefined],
  ])('%s has %s: %s', (block, address, result) => {
    expect(ipBlockTest(block)!(address)).toBe(result);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '1.2.3.4/',
    ':::',
    '1::2::3',
    'fd00::/129',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8::',
    'g::',
  ])('is not %j', (text) => {
    expect(ipBlockTest(text)).toBeUndefined();
  });
});
