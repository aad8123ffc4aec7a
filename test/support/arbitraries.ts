import fc from 'fast-check';
import type { Condition } from '../../lib/model/condition';
import type { Action, Effect, Overlay, Route } from '../../lib/model/contribution';
import type { Host } from '../../lib/model/host';
import type { PathMatch } from '../../lib/model/path-match';
import type { NamedMatch, ValueMatch } from '../../lib/model/value-match';
import type { Request } from './requests';

/** A universe that is small enough for conditions to overlap all the time. */
const PATHS = ['/', '/a', '/a/', '/a/b', '/ab', '/a/b/c', '/b'];
const VALUES = ['1', '12', '2'];

export const HOST: Host = {
  key: 'shop/reviews',
  fqdn: 'reviews.shop.svc.cluster.local',
  name: 'reviews',
  namespace: 'shop',
  external: false,
  versionsAs: 'subsets',
  ports: [{ number: 9080, name: 'http', protocol: 'HTTP' }],
  versions: ['v1', 'v2', 'v3'].map((name) => ({
    name,
    labels: [
      ['app', 'reviews'],
      ['version', name],
    ],
    service: `reviews-${name}`,
  })),
};

const values = (regexes: boolean): fc.Arbitrary<ValueMatch> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...VALUES).map((text) => ({ kind: 'exact', text }) as const) },
    { weight: 2, arbitrary: fc.constantFrom('1', '12').map((text) => ({ kind: 'prefix', text }) as const) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'present' } as const, { kind: 'absent' } as const) },
    {
      weight: regexes ? 1 : 0,
      arbitrary: fc.constantFrom('1.*', '[12]', '.*2').map((text) => ({ kind: 'regex', text }) as const),
    },
  );

const paths = (regexes: boolean): fc.Arbitrary<PathMatch> =>
  fc.oneof(
    fc.constantFrom(...PATHS).map((path) => ({ kind: 'exact', path }) as const),
    fc.constantFrom('/a', '/a/b', '/b').map((path) => ({ kind: 'prefix', path }) as const),
    fc.constantFrom('/a', '/a/', '/a/b').map((path) => ({ kind: 'string-prefix', path }) as const),
    ...(regexes
      ? [fc.constantFrom('/a.*', '/[ab]', '.*b').map((path) => ({ kind: 'regex', path }) as const)]
      : []),
  );

const named = (names: string[], match: fc.Arbitrary<ValueMatch>): fc.Arbitrary<NamedMatch[]> =>
  fc
    .uniqueArray(fc.record({ name: fc.constantFrom(...names), match }), {
      selector: ({ name }) => name,
      maxLength: 2,
    })
    .map((list) => list.sort((a, b) => (a.name < b.name ? -1 : 1)));

export interface ConditionOptions {
  readonly regexes?: boolean;
}

export const conditions = ({ regexes = false }: ConditionOptions = {}): fc.Arbitrary<Condition> =>
  fc.record({
    path: fc.option(paths(regexes), { nil: undefined }),
    method: fc.option(fc.constantFrom('GET', 'POST'), { nil: undefined, freq: 1 }),
    headers: named(['x', 'y'], values(regexes)),
    cookies: named(
      ['c', 'd'],
      fc.constantFrom({ kind: 'exact', text: '1' } as const, { kind: 'present' } as const),
    ),
    query: named(['q'], values(regexes)),
  });

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('v1', 'v2', 'v3').map((version): Action => ({
      kind: 'forward',
      shares: [{ target: { service: HOST.key, version }, weight: 1 }],
    })),
  },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: 'redirect', code: 302, path: '/elsewhere' }) },
);

const effects: fc.Arbitrary<Effect> = fc.oneof(
  fc
    .constantFrom(0, 500_000, 1_000_000)
    .map((share): Effect => ({ kind: 'delay', milliseconds: 7000, share })),
  fc.constantFrom(500, 503).map((httpStatus): Effect => ({ kind: 'abort', httpStatus, share: 100_000 })),
  fc
    .constantFrom('v1', 'v2')
    .map((version): Effect => ({ kind: 'mirror', target: { service: HOST.key, version }, share: 500_000 })),
  fc.constantFrom(0, 1000).map((milliseconds): Effect => ({ kind: 'timeout', milliseconds })),
  fc
    .constantFrom('m', 'n')
    .map((name): Effect => ({ kind: 'request-header', name, change: 'set', text: 'yes' })),
);

const author = (name: string) => ({ path: `chart/${name}`, name });

/** Contributions with ids of their own. Several may contradict each other. */
export const contributions = (
  options: ConditionOptions = {},
): fc.Arbitrary<{ routes: Route[]; overlays: Overlay[] }> =>
  fc.record({
    routes: fc
      .array(
        fc.record({
          conditions: fc.array(conditions(options), { minLength: 0, maxLength: 2 }),
          action: actions,
        }),
        { maxLength: 4 },
      )
      .map((list) => list.map((route, i) => ({ ...route, author: author(`route-${i}`) }))),
    overlays: fc
      .array(
        fc.record({
          conditions: fc.array(conditions(options), { minLength: 0, maxLength: 2 }),
          effect: effects,
        }),
        { maxLength: 4 },
      )
      .map((list) => list.map((overlay, i) => ({ ...overlay, author: author(`overlay-${i}`) }))),
  });

const record = (names: string[]): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(
      ...names.map((name) =>
        fc.option(
          fc.constantFrom(...VALUES).map((text) => [name, text] as const),
          { nil: undefined },
        ),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== undefined)));

export const requests: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  path: fc.constantFrom(...PATHS),
  headers: record(['x', 'y']),
  cookies: record(['c', 'd']),
  query: record(['q']),
});
