import { CelError } from './error';

/** The smallest parts of an expression. */
export type Token =
  | { readonly type: 'name' | 'operator'; readonly text: string }
  | { readonly type: 'value'; readonly value: string | number }
  | { readonly type: 'end' };

const BLANK = /\s+|\/\/[^\n]*/y;
const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /0x[0-9a-fA-F]+|\d+(\.\d+)?/y;
const OPERATOR = /[<>=!]=|&&|\|\||[-+!<>?:.,()[\]{}*/%]/y;
const STRING = /([rR]?)("""|'''|"|')/y;

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** @see https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  for (;;) {
    while (take(BLANK));
    if (at >= source.length) break;
    const quote = take(STRING);
    if (quote) {
      const end = endOfString(source, at, quote[2]!, quote[1] !== '');
      const raw = source.slice(at, end);
      tokens.push({ type: 'value', value: quote[1] ? raw : unescaped(raw) });
      at = end + quote[2]!.length;
      continue;
    }
    const name = take(NAME);
    if (name) tokens.push({ type: 'name', text: name[0] });
    else {
      const number = take(NUMBER);
      if (number) tokens.push({ type: 'value', value: Number(number[0]) });
      else {
        const operator = take(OPERATOR);
        if (!operator) throw new CelError(`syntax error: unexpected ${source.slice(at, at + 10)}`);
        tokens.push({ type: 'operator', text: operator[0] });
      }
    }
  }
  tokens.push({ type: 'end' });
  return tokens;
}

function endOfString(source: string, start: number, quote: string, isRaw: boolean): number {
  for (let at = start; at < source.length; at++) {
    if (source.startsWith(quote, at)) return at;
    if (source[at] === '\\' && !isRaw) at++;
  }
  throw new CelError(`syntax error: a string without end: ${source.slice(start, start + 10)}`);
}

function unescaped(raw: string): string {
  return raw.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g,
    (_, byte?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      if (letter !== undefined) return ESCAPES[letter] ?? letter;
      return octal !== undefined
        ? String.fromCodePoint(parseInt(octal, 8))
        : String.fromCodePoint(parseInt((byte ?? short ?? long)!, 16));
    },
  );
}
