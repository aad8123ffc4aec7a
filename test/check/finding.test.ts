import { findingOf, formatPath, show, type RuleInfo } from '../../lib/check/finding';
import { KINDS } from '../../lib/check/schema/kinds';
import type { Document } from '../../lib/manifest/document';
import { readText } from '../../lib/manifest/read';

const RULE: RuleInfo = {
  id: 'a-rule',
  title: 'A rule',
  severity: 'error',
  why: 'It matters.',
  fix: 'Mend it.',
  links: ['https://example.com'],
  upstream: ['IST0001'],
};

const TEXT = 'kind: A\napiVersion: v1\nmetadata: {name: a}\nspec:\n  b: 1\n';
const [DOCUMENT] = readText(TEXT, 'a.yaml').documents as [Document];

describe('a finding', () => {
  it('is data that cannot be changed, and can be printed', () => {
    const finding = findingOf(RULE, DOCUMENT, { message: 'spec.b must be 2, got 1', path: ['spec', 'b'] });
    expect(Object.isFrozen(finding) && Object.isFrozen(finding.object) && Object.isFrozen(finding.path)).toBe(
      true,
    );
    expect(JSON.parse(JSON.stringify(finding))).toEqual({
      ...RULE,
      message: 'spec.b must be 2, got 1',
      object: { apiVersion: 'v1', kind: 'A', name: 'a' },
      path: ['spec', 'b'],
      source: { file: 'a.yaml', line: 5, column: expect.any(Number) },
    });
  });

  it('says what is special in place of what is general', () => {
    const complaint = {
      message: '',
      path: [],
      severity: 'warning',
      why: 'x',
      fix: 'y',
      links: [],
      upstream: [],
    } as const;
    expect(findingOf(RULE, DOCUMENT, complaint)).toMatchObject(complaint);
  });

  it('knows the construct, and no place in a file, of what was never in one', () => {
    const document = { object: DOCUMENT.object, origin: { index: 0, construct: 'app/chart/a' } };
    const finding = findingOf(RULE, document, { message: '', path: [] });
    expect(finding.construct).toBe('app/chart/a');
    expect(finding.source).toBeUndefined();
  });
});

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['spec', 'http', 0, 'match'], 'spec.http[0].match'],
    [['metadata', 'labels', 'example.com/a'], 'metadata.labels[example.com/a]'],
  ])('of %j is %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});

describe('show', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [1.5, '1.5'],
    ['a "b"', String.raw`"a \"b\""`],
    [{ a: [1, { b: { c: {} } }] }, '{"a":[1,{"b":…}]}'],
  ])('%j is %s', (value, text) => {
    expect(show(value)).toBe(text);
  });

  it('cuts what is long', () => {
    expect(show('x'.repeat(1_000_000))).toHaveLength(101);
    expect(show(Array.from({ length: 1_000_000 }, () => [[[]]]))).toHaveLength(101);
  });
});

describe('the kinds of the first layer', () => {
  it('have ids of their own, and say all that there is to say', () => {
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
    for (const { id, title, why, fix, links } of KINDS) {
      expect(id).toMatch(/^schema-[a-z-]+$/);
      for (const text of [title, why, fix]) expect(text).not.toBe('');
      expect(links).not.toHaveLength(0);
    }
  });
});
