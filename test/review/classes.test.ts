import fc from 'fast-check';
import { conditionsOf } from '../../lib/review/classes/conditions';
import { classOf, widest } from '../../lib/review/classes/request-class';
import { samplesOf } from '../../lib/review/classes/samples';
import { domainsOf } from '../../lib/review/classes/values';
import { findProbe } from '../../lib/review/classes/witness';
import type { RowMatch } from '../../lib/simulate';

const none = { headers: [], query: [], claims: [] };
const path = (kind: 'exact' | 'prefix' | 'segments', text: string): RowMatch => ({
  ...none,
  path: { kind, text, ignoreCase: false },
});
const header = (
  name: string,
  kind: 'exact' | 'prefix' | 'present' | 'regex',
  text = '',
  invert = false,
): RowMatch => ({
  ...none,
  headers: [{ name, kind, text, invert }],
});

function find(wanted: readonly RowMatch[], taken: readonly RowMatch[]): unknown {
  const [own, others] = [wanted.flatMap(conditionsOf), taken.map(conditionsOf)];
  const found = findProbe(own, others, domainsOf([...own, ...others.flat()]));
  return typeof found === 'string' ? found : Object.fromEntries(found.probe);
}

describe('samples of a regular expression', () => {
  it.each([
    'a|b',
    '(?:.*;\\s*)?brand=v1(?:;.*)?',
    '^/api/v[12]/.*$',
    '[^/]+',
    'x{3}',
    '\\d+\\.html',
    'a(b|c)*d',
  ])('match %s', (pattern) => {
    const samples = samplesOf(pattern);
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) expect(sample).toMatch(new RegExp(`^(?:${pattern})$`));
  });

  it('are none where it is not understood', () => expect(samplesOf('(a')).toEqual([]));

  it('come to an end for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (pattern) => samplesOf(pattern).length <= 24));
  });
});

describe('a request for a class', () => {
  it('is found beside the classes that come first', () => {
    expect(find([path('segments', '/a')], [path('exact', '/a')])).toEqual({ path: '/a/other' });
    expect(find([path('prefix', '/a')], [path('segments', '/a')])).toEqual({ path: '/aother' });
    expect(find([header('x', 'present')], [header('x', 'exact', '1')])).toEqual({ 'header x': 'other' });
    expect(find([], [header('x', 'present')])).toEqual({ 'header x': undefined });
  });

  it('is told not to be there', () => {
    expect(find([path('exact', '/a')], [path('prefix', '/')])).toBe('none');
    expect(find([header('x', 'exact', '1'), header('x', 'exact', '2')], [])).toBe('none');
    expect(find([header('x', 'exact', '1')], [header('x', 'prefix', '1')])).toBe('none');
    expect(find([header('x', 'regex', 'a+')], [header('x', 'regex', 'a+')])).toBe('none');
  });

  it('is told to be unknown where regular expressions meet', () => {
    expect(find([header('x', 'regex', 'q[xy]+'), header('x', 'regex', '.*y')], [])).toBe('unknown');
  });
});

describe('classes in words', () => {
  it('leave out what follows from something else', () => {
    expect(classOf(path('prefix', '/api'), path('exact', '/api/x'), false).matches).toEqual([
      path('exact', '/api/x'),
    ]);
    expect(classOf(path('segments', '/a'), path('segments', '/a'), false).matches).toEqual([
      path('segments', '/a'),
    ]);
    expect(widest([header('x', 'exact', '1'), header('x', 'exact', '1'), none])).toEqual([none]);
  });
});
