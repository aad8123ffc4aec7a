import { wantsColor } from '../../lib/cli/present/color';
import { mark, paint, wrap, type Text } from '../../lib/report/marked';
import { drawTree } from '../../lib/cli/present/tree';
import { duration, percent } from '../../lib/cli/present/words';

function plain(lines: readonly Text[]): readonly string[] {
  return lines.map((line) => paint(line, false));
}

describe('wrap', () => {
  it('breaks at blanks, and leaves long words whole', () => {
    expect(plain(wrap(['one two a-very-long-word three'], 8))).toEqual([
      'one two',
      'a-very-long-word',
      'three',
    ]);
  });

  it('keeps blanks within a line and marks on every line', () => {
    const lines = wrap(['a  b ', mark('good', 'green words here')], 12);
    expect(plain(lines)).toEqual(['a  b green', 'words here']);
    expect(paint(lines[1]!, true)).toBe('\u001b[32mwords here\u001b[0m');
  });

  it('does not break within a word of several pieces', () => {
    expect(plain(wrap(['go ', mark('bad', '500'), ', now'], 6))).toEqual(['go', '500,', 'now']);
  });

  it('shows what would play tricks on a terminal', () => {
    expect(plain(wrap(['\u001b[2J\u0007\u202ename\n'], 80))).toEqual(['\\u001b[2J\\u0007\\u202ename⏎']);
  });
});

describe('tree', () => {
  it('leads from each to its children, also beside long texts', () => {
    const leaf = (text: string) => ({ text: [text], children: [] });
    const tree = [
      { text: ['a text that is too long for one line'], children: [leaf('b'), leaf('c')] },
      leaf('d'),
    ];
    expect(plain(drawTree(tree, 29))).toEqual([
      '├─ a text that is too long',
      '│  │ for one line',
      '│  ├─ b',
      '│  └─ c',
      '└─ d',
    ]);
  });
});

describe('words', () => {
  it.each([
    [1, '100 %'],
    [0.125, '12.5 %'],
    [1 / 3, '33.33 %'],
    [0.00001, '<0.01 %'],
    [0.99999, '>99.99 %'],
    [0, '0 %'],
  ])('say a share of %p as %s', (fraction, text) => {
    expect(percent(fraction)).toBe(text);
  });

  it.each([
    [0, '0 ms'],
    [25, '25 ms'],
    [1500, '1.5 s'],
    [90_000, '90 s'],
    [180_000, '3 min'],
    [150_000, '150 s'],
  ])('say %p ms as %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ])('with %j, on a terminal: %p, are used: %p', (env, isTerminal, expected) => {
    expect(wantsColor(env, isTerminal)).toBe(expected);
  });
});
