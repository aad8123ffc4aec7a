import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile, compileRule } from '../../../lib/check/schema/cel/compile';
import { CelError } from '../../../lib/check/schema/cel/error';
import { parse } from '../../../lib/check/schema/cel/parse';
import { load } from 'js-yaml';

const CRDS = join(__dirname, '../../../imports/crds');

const evaluate = (source: string, self: unknown = {}): unknown =>
  compile(parse(source), new Map([['self', 0]]))([self]);

describe('CEL', () => {
  it.each<[string, unknown, unknown?]>([
    ['1 + 2 < 4 && !(1 == 2)', true],
    ['true ? "a" : "b"', 'a'],
    ['false ? 1 : true ? 2 : 3', 2],
    ['"a" in ["a", "b"]', true],
    ['"a" in self', true, { a: 1 }],
    [String.raw`r"""\."""`, '\\.'],
    [String.raw`"\u00e9\n\""`, 'é\n"'],
    ['{"a": [1]} == {"a": [1]}', true],
    ['size("\u{1F600}é")', 2],
    ['"\u{1F600}é".substring(1)', 'é'],
    ['"a/b".split("/")[0].size()', 1],
    ['has(self.a) && !has(self.b)', true, { a: null }],
    ['has(self.toString)', false],
    ['self.__namespace__', 'x', { namespace: 'x' }],
    ['self.all(key, key != "b")', false, { a: 1, b: 2 }],
    ['self.exists_one(x, x == 1)', false, [1, 1]],
    ['self.filter(x, x > 1).size()', 2, [1, 2, 3]],
    ['self.all(a, self.exists(b, a == b))', true, [1, 2]],
    ['"2" < "10"', false],
    ['duration("1h") == duration("60m")', true],
    ['isURL("http://a") && url("HTTP://a").getScheme() == "http"', true],
    ['isIP("::1") && !isIP("::ffff:1.2.3.4") && !isIP("01.2.3.4")', true],
    ['int("65535") + int(1.5)', 65_536],
  ])('%s is %j', (source, wanted, ...[self]) => {
    expect(evaluate(source, self)).toEqual(wanted);
  });

  it.each([
    ['self.a', 'no such key: a'],
    ['self.toString', 'no such key: toString'],
    ['[1][1]', 'index out of bounds: 1'],
    ['1 < "a"', 'no such overload'],
    ['"a".size().size()', 'no such overload'],
    ['duration("1d")', 'invalid duration "1d"'],
    ['int("0x1")', 'cannot convert "0x1" to int'],
    ['"a".substring(2)', 'index out of range: 2, 1'],
    ['url("a")', 'URL parse error during conversion from string'],
    ['other', 'undeclared reference to other'],
    ['1 +', 'syntax error: unexpected {"type":"end"}'],
    ['"a', 'syntax error: a string without end: a'],
  ])('%s cannot be computed', (source, message) => {
    expect(() => evaluate(source)).toThrow(new CelError(message));
  });

  it('needs not compute what does not matter', () => {
    expect(evaluate('self.a || true')).toBe(true);
    expect(evaluate('self.a && false')).toBe(false);
    expect(evaluate('[1, 2].all(x, x == 2 && self.a)')).toBe(false);
    expect(() => evaluate('[1, 2].exists(x, self.a)')).toThrow('no such key: a');
    expect(() => evaluate('self.a || false')).toThrow('no such key: a');
  });

  it('knows all that the rules of the CRDs use', () => {
    const sources = rulesIn(
      readdirSync(CRDS, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => load(readFileSync(join(CRDS, file), 'utf8'))),
    );
    expect(sources.length).toBeGreaterThan(400);
    for (const source of sources) compileRule(source);
    expect(sources.filter((source) => compileRule(source).isTransition)).not.toHaveLength(0);
  });
});

function rulesIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { rule } = node as { rule?: unknown };
  return [...(typeof rule === 'string' ? [rule] : []), ...Object.values(node).flatMap(rulesIn)];
}
