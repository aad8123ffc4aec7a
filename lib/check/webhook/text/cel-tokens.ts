export interface Token {
  readonly kind: 'symbol' | 'name' | 'literal';
  readonly text: string;
}

const BLANK = /(?:[ \t\r\n\f]+|\/\/[^\n]*)+/y;
const NUMBER =
  /0x[0-9a-fA-F]+[uU]?|\d+\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+|\.\d+(?:[eE][-+]?\d+)?|\d+[uU]?/y;
const NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const QUOTED_NAME = /`[-a-zA-Z0-9_./ ]+`/y;
const SYMBOL = /==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]{}]/y;
const TEXT = /([bB]?[rR]?|[rR][bB])("""|'''|"|')/y;
const ESCAPE = /\\(?:[abfnrtv"'\\?`]|[0-3][0-7]{2}|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;

const MAX_INT = 2n ** 63n - 1n;
const MAX_UINT = 2n ** 64n - 1n;

/** The tokens of an expression, or what is wrong, in words. */
export function celTokens(text: string): Token[] | string {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (match(BLANK) !== undefined) continue;
    const start = at;
    const opening = match(TEXT);
    if (opening !== undefined) {
      const end = endOfText(text, at, opening);
      if (end === undefined) return 'a text in it does not end, or has an unknown escape';
      at = end;
      tokens.push({ kind: 'literal', text: text.slice(start, at) });
      continue;
    }
    const number = match(NUMBER);
    if (number !== undefined) {
      if (!isInRange(number, tokens.at(-1)?.text === '-')) return `the number ${number} is out of range`;
      tokens.push({ kind: 'literal', text: number });
      continue;
    }
    const name = match(NAME) ?? (tokens.at(-1)?.text === '.' ? match(QUOTED_NAME) : undefined);
    const symbol = name === undefined ? match(SYMBOL) : undefined;
    if (name !== undefined) tokens.push({ kind: kindOf(name), text: name });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else return `it has an unexpected ${JSON.stringify(text[at])}`;
  }
  return tokens;
}

function kindOf(name: string): Token['kind'] {
  if (name === 'in') return 'symbol';
  return ['true', 'false', 'null'].includes(name) ? 'literal' : 'name';
}

function isInRange(number: string, isNegative: boolean): boolean {
  if (!/^(0x[0-9a-fA-F]+|\d+)[uU]?$/.test(number)) return Number.isFinite(Number(number));
  const isUnsigned = /u$/i.test(number);
  if (number.length > 1000) return false;
  const value = BigInt(number.replace(/u$/i, ''));
  return value <= (isUnsigned ? MAX_UINT : MAX_INT + (isNegative ? 1n : 0n));
}

/** Behind the closing quote of the text whose opening quote stands before this place. */
function endOfText(text: string, from: number, opening: string): number | undefined {
  const quote = opening.replace(/^[a-zA-Z]+/, '');
  const isRaw = /r/i.test(opening);
  for (let at = from; at < text.length;) {
    if (text.startsWith(quote, at)) return at + quote.length;
    const char = text[at]!;
    if (quote.length === 1 && (char === '\n' || char === '\r')) return undefined;
    if (char !== '\\' || isRaw) at++;
    else {
      ESCAPE.lastIndex = at;
      const escape = ESCAPE.exec(text)?.[0];
      if (escape === undefined) return undefined;
      at += escape.length;
    }
  }
  return undefined;
}
