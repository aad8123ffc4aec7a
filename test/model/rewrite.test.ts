import fc from 'fast-check';
import { EMPTY, UNKNOWN } from '../../lib/model/meet';
import { satisfiesPath, type PathMatch } from '../../lib/model/path-match';
import { beforeRewrite, composeRewrites, rewritePath, type PathRewrite } from '../../lib/model/rewrite';

const segments = fc
  .array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 3 })
  .map((list) => list.map((one) => `/${one}`).join(''));
const rewrites: fc.Arbitrary<PathRewrite> = fc.oneof(
  fc.record({ kind: fc.constant('prefix' as const), from: segments, to: segments }),
  fc.record({ kind: fc.constant('full' as const), to: segments.map((path) => path || '/') }),
);
const matches: fc.Arbitrary<PathMatch> = fc.record({
  kind: fc.constantFrom('exact' as const, 'prefix' as const, 'string-prefix' as const),
  path: segments.filter((path) => path !== ''),
});
const exactRoot = fc.constant<PathMatch>({ kind: 'exact', path: '/' });

/** A path that a rewrite of a prefix applies to. */
const pathsFor = (rewrite: PathRewrite) =>
  fc
    .tuple(segments, fc.constantFrom('', '/'))
    .map(([rest, slash]) => (rewrite.kind === 'prefix' ? rewrite.from : '') + rest + slash || '/');

describe('rewrites', () => {
  it('know which paths satisfy a condition afterwards', () => {
    const cases = fc
      .tuple(rewrites, fc.oneof(matches, exactRoot))
      .chain(([rewrite, match]) => fc.tuple(fc.constant(rewrite), fc.constant(match), pathsFor(rewrite)));
    fc.assert(
      fc.property(cases, ([rewrite, match, path]) => {
        const before = beforeRewrite(match, rewrite);
        const told =
          before !== EMPTY && before !== UNKNOWN && before.some((one) => !one || satisfiesPath(path, one));
        expect(told).toBe(satisfiesPath(rewritePath(path, rewrite), match));
      }),
      { numRuns: 5000 },
    );
  });

  it('cannot look through regular expressions', () => {
    expect(beforeRewrite({ kind: 'regex', path: '/.*' }, { kind: 'prefix', from: '/a', to: '' })).toBe(
      UNKNOWN,
    );
  });

  it('compose', () => {
    const cases = fc
      .tuple(rewrites, rewrites)
      .chain(([first, second]) => fc.tuple(fc.constant(first), fc.constant(second), pathsFor(first)));
    fc.assert(
      fc.property(cases, ([first, second, path]) => {
        const between = rewritePath(path, first);
        const applies =
          second.kind === 'full' || between === second.from || between.startsWith(`${second.from}/`);
        fc.pre(applies);
        // The composition is used for the paths that satisfy the second one's condition only, so it may assume it.
        const composed = composeRewrites(first, second)!;
        if (composed.kind === 'prefix')
          fc.pre(path === composed.from || path.startsWith(`${composed.from}/`));
        expect(rewritePath(path, composed)).toBe(rewritePath(between, second));
      }),
      { numRuns: 3000 },
    );
  });

  it('tell a prefix from what lies below it where it is / in between', () => {
    const composed = composeRewrites(
      { kind: 'prefix', from: '/shop', to: '' },
      { kind: 'prefix', from: '', to: '/v' },
    )!;
    expect(['/shop', '/shop/', '/shop/x'].map((path) => rewritePath(path, composed))).toEqual([
      '/v/',
      '/v/',
      '/v/x',
    ]);
  });

  it('are not needed: what is missing changes nothing', () => {
    const rewrite: PathRewrite = { kind: 'full', to: '/x' };
    expect(composeRewrites(undefined, rewrite)).toBe(rewrite);
    expect(composeRewrites(rewrite, undefined)).toBe(rewrite);
  });
});
