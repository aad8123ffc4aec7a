import { insert, quote, remove, rename, replaceField, set, type Edit } from '../../../lib/check/edit';
import { mend } from '../../../lib/check/fix/document';
import type { Finding } from '../../../lib/check/finding';

const wish = (...edits: readonly Edit[]) => ({ finding: {} as Finding, edits });
const mended = (text: string, ...edits: readonly Edit[]): string => {
  const { text: after, refused } = mend(text, [wish(...edits)]);
  expect(refused).toEqual([]);
  return after;
};
const refusal = (text: string, ...edits: readonly Edit[]): string | undefined => {
  const { text: after, refused } = mend(text, [wish(...edits)]);
  expect(after).toBe(text);
  return refused[0]?.reason;
};

describe('a field gets another name', () => {
  it.each([
    ['a: 1 # one\nb: 2\n', 'x: 1 # one\nb: 2\n'],
    ["'a' : 1\r\nb: 2\r\n", "'x' : 1\r\nb: 2\r\n"],
    ['\uFEFF"a": 1', '\uFEFF"x": 1'],
    ['{a: 1, b: {a: 2}}', '{x: 1, b: {a: 2}}'],
    ['{"a":1,"b":2}', '{"x":1,"b":2}'],
    ['--- # first\n? a\n: 1\n...\n', '--- # first\n? x\n: 1\n...\n'],
    ['&k a: 1\n', '&k x: 1\n'],
  ])('in %j', (text, after) => {
    expect(mended(text, rename(['a'], 'x'))).toBe(after);
  });

  it('in quotes, where it needs some', () => {
    expect(mended('a: 1\n', rename(['a'], 'yes'))).toBe('"yes": 1\n');
    expect(mended('a: 1\n', rename(['a'], 'x: y'))).toBe('"x: y": 1\n');
  });

  it('but not one that is there', () => {
    expect(refusal('a: 1\nb: 2\n', rename(['a'], 'b'))).toMatch(/read back/);
  });
});

describe('a value becomes another one', () => {
  it.each([
    ['a: x # why\n', 'a: z # why\n'],
    ["a: 'x'\n", "a: 'z'\n"],
    ['a:\t"x"\n', 'a:\t"z"\n'],
    ['{a: x,b: 1}', '{a: z,b: 1}'],
    ['{"a":"x"}', '{"a":"z"}'],
    ['a:\n  x\n', 'a:\n  z\n'],
    ['a: &it x\n', 'a: &it z\n'],
    ['a: one\n  x\n', 'a: z\n'],
  ])('in %j', (text, after) => {
    expect(mended(text, set(['a'], 'z'))).toBe(after);
  });

  it('of another type', () => {
    expect(mended('a: "80"\n', set(['a'], 80))).toBe('a: 80\n');
    expect(mended("a: 'true'\n", set(['a'], true))).toBe('a: true\n');
    expect(mended('a: b\n', set(['a'], ['b']))).toBe('a: [b]\n');
    expect(mended('a: b\n', set(['a'], '*.com'))).toBe('a: "*.com"\n');
  });

  it('in a list', () => {
    expect(mended('- - a\n  - b # c\n', set([0, 1], 'x'))).toBe('- - a\n  - x # c\n');
  });

  it('below its key, or beside it where a comment is', () => {
    const edits = replaceField(['a', 'percent'], 'percentage', { value: 10 });
    expect(mended('a:\n  - x\n', replaceField(['a', 0], 'b', 1)[0]!)).toBe('a:\n  - 1\n');
    expect(mended('a:\n  percent: 10\n  b: 1\n', ...edits)).toBe(
      'a:\n  percentage:\n    value: 10\n  b: 1\n',
    );
    expect(mended('a:\r\n  percent:   10\r\n', ...edits)).toBe('a:\r\n  percentage:\r\n    value: 10\r\n');
    expect(mended('a:\n  percent: 10 # ten\n', ...edits)).toBe('a:\n  percentage: {value: 10} # ten\n');
    expect(mended('a: {percent: 10}\n', ...edits)).toBe('a: {percentage: {value: 10}}\n');
    expect(mended('{"a":{"percent":10}}', ...edits)).toBe('{"a":{"percentage":{"value":10}}}');
  });

  it.each([
    ['a: !!str 1\n', /tag/],
    ['a: |\n  x\n', /several lines/],
    ['a:\n', /nothing is written/],
    ['b: &x 1\na: *x\n', /alias/],
    ['a: [x]\n', /no single value/],
    ['b: &x {a: 1}\n<<: *x\n', /alias or a merge/],
    ['a: &x 1\nb: *x\n', /an alias repeats it/],
    ['a: 1\n...\n---\n', /piece by piece|read back/],
  ])('but not in %j', (text, reason) => {
    expect(refusal(text, set(['a'], 'y'))).toMatch(reason);
  });
});

describe('a field is added', () => {
  it.each([
    ['b:\n  kind: x # y\n', 'b:\n  group: ""\n  kind: x # y\n'],
    ['b:\r\n    kind: x\r\n', 'b:\r\n    group: ""\r\n    kind: x\r\n'],
    ['b: {kind: x}\n', 'b: {group: "", kind: x}\n'],
    ['b: {}\n', 'b: {group: ""}\n'],
    ['b: { kind: x }\n', 'b: { group: "", kind: x }\n'],
    ['b: {\n  kind: x,\n  }\n', 'b: {\n  group: "",\n  kind: x,\n  }\n'],
    ['{"b":{"kind":"x"}}', '{"b":{"group":"","kind":"x"}}'],
    ['{\n\t"b": {\n\t\t"kind": "x"\n\t}\n}', '{\n\t"b": {\n\t\t"group": "",\n\t\t"kind": "x"\n\t}\n}'],
    ['b:\n  # of what\n  kind: x', 'b:\n  # of what\n  group: ""\n  kind: x'],
  ])('to %j', (text, after) => {
    expect(mended(text, insert(['b', 'group'], ''))).toBe(after);
  });

  it('before another one', () => {
    const edit = insert([0, 'group'], '', 'kind');
    expect(mended('- name: a\n  kind: x\n', edit)).toBe('- name: a\n  group: ""\n  kind: x\n');
    expect(mended('- kind: x\n  name: a\n', edit)).toBe('- group: ""\n  kind: x\n  name: a\n');
    expect(mended('-   kind: x\n    name: a\n', edit)).toBe('-   group: ""\n    kind: x\n    name: a\n');
    expect(mended('[{name: a, kind: x}]', edit)).toBe('[{name: a, group: "", kind: x}]');
  });

  it('with what is in it', () => {
    const edit = insert(['a', 'percentage'], { value: 50 });
    expect(mended('a:\n  b: 1\n', edit)).toBe('a:\n  percentage:\n    value: 50\n  b: 1\n');
    expect(mended('a: {b: 1}\n', edit)).toBe('a: {percentage: {value: 50}, b: 1}\n');
  });

  it('as far to the right as others', () => {
    const text = 'a:\n    b:\n        c: 1\n';
    expect(mended(text, insert(['a', 'b', 'd'], { e: 1 }))).toBe(
      'a:\n    b:\n        d:\n            e: 1\n        c: 1\n',
    );
  });

  it.each([
    ['a: 1\nb: &x {c: 1}\n', ['b', 'd'], undefined],
    ['a: &x {c: 1}\nb: *x\n', ['b', 'd'], /alias/],
    ['a: &x {c: 1}\nb: *x\n', ['a', 'd'], /an alias repeats it/],
    ['a: {d: 1}\n', ['a', 'd'], /there already/],
    ['a: 1\n', ['a', 'd'], /no fields/],
  ])('to %j at %j, or not', (text, path, reason) => {
    const { refused } = mend(text, [wish(insert(path, 1))]);
    if (reason) expect(refused[0]?.reason).toMatch(reason);
    else expect(refused).toEqual([]);
  });
});

describe('an element or a field goes', () => {
  it.each<[string, Edit['path'], string]>([
    ['a:\n  - x\n  - y\n  - z\n', ['a', 1], 'a:\n  - x\n  - z\n'],
    ['a:\n- x\n- y', ['a', 1], 'a:\n- x\n'],
    ['a: [x, y, z] # c\n', ['a', 0], 'a: [y, z] # c\n'],
    ['a: [x, y, z]\n', ['a', 2], 'a: [x, y]\n'],
    ['a: [\n  x,\n  y,\n  ]\n', ['a', 1], 'a: [\n  x,\n  ]\n'],
    ['["x","y"]', [0], '["y"]'],
    ['a: 1\nb: 2\n', ['a'], 'b: 2\n'],
    ['- a: 1\n  b: 2\n', [0, 'a'], '- b: 2\n'],
    ['- a: 1\r\n  b: 2\r\n', [0, 'b'], '- a: 1\r\n'],
    ['{a: 1, b: 2}', ['b'], '{a: 1}'],
  ])('from %j at %j', (text, path, after) => {
    expect(mended(text, remove(path))).toBe(after);
  });

  it('and others of the same list with it', () => {
    expect(mended('a: [x, y, z, w]\n', remove(['a', 1]), remove(['a', 2]))).toBe('a: [x, w]\n');
    expect(mended('a:\n  - x\n  - y\n  - z\n', remove(['a', 1]), remove(['a', 2]))).toBe('a:\n  - x\n');
  });

  it.each<[string, Edit['path'], RegExp]>([
    ['- x\n- y # why\n', [1], /comment/],
    ['[x, # why\n y]', [0], /comment/],
    ['[x, # a, b\n y]', [1], /comment/],
    ['[x]', [0], /nothing else/],
    ['- {a: 1}\n- 2\n', [0], /no single value/],
    ['- - x\n  - y\n', [0, 0], /line of something else/],
  ])('but not from %j at %j', (text, path, reason) => {
    expect(refusal(text, remove(path))).toMatch(reason);
  });
});

describe('a number becomes the text that is written', () => {
  it.each([
    ['v: 1.10 # c\n', 'v: "1.10" # c\n'],
    ['v: 0755\n', 'v: "0755"\n'],
    ['v: yes\n', 'v: "yes"\n'],
    ['{"v":1.0}', '{"v":"1.0"}'],
  ])('in %j', (text, after) => {
    expect(mended(text, quote(['v']))).toBe(after);
  });
});

describe('several wishes', () => {
  it('are granted at once', () => {
    const { text, granted } = mend('a: 1\nb: 2\n', [wish(rename(['a'], 'x')), wish(set(['b'], 3))]);
    expect(text).toBe('x: 1\nb: 3\n');
    expect(granted).toHaveLength(2);
  });

  it('wait for each other where they contradict', () => {
    const { text, granted, refused } = mend('a: 1\n', [wish(set(['a'], 2)), wish(set(['a'], 3))]);
    expect(text).toBe('a: 2\n');
    expect({ granted: granted.length, refused: refused.length }).toEqual({ granted: 1, refused: 0 });
  });

  it('are granted together where they are the same', () => {
    const { text, granted } = mend('a: 1\n', [wish(rename(['a'], 'b')), wish(rename(['a'], 'b'))]);
    expect(text).toBe('b: 1\n');
    expect(granted).toHaveLength(2);
  });

  it('do not suffer from a bad one among them', () => {
    const text = 'a: &x 1\nb: *x\nc: 1\nd: 1\n';
    const { text: after, refused } = mend(text, [
      wish(set(['c'], 2)),
      wish(set(['a'], 2)),
      wish(set(['d'], 2)),
    ]);
    expect(after).toBe('a: &x 1\nb: *x\nc: 2\nd: 2\n');
    expect(refused).toHaveLength(1);
  });
});
