import { celTokens, type Token } from './cel-tokens';

// The syntax of the Common Expression Language, as cel-go parses it: no types, no functions.

const MAX_DEPTH = 250;
const RESERVED = new Set(
  'as break const continue else for function if import let loop namespace package return var void while'.split(
    ' ',
  ),
);
const COMPREHENSIONS = new Map([
  ['all', [2]],
  ['exists', [2]],
  ['exists_one', [2]],
  ['existsOne', [2]],
  ['map', [2, 3]],
  ['filter', [2]],
]);

class CelError extends Error {}

/** What is wrong with the expression; nothing if it can be parsed. */
export function celProblem(text: string): string | undefined {
  const tokens = celTokens(text);
  if (typeof tokens === 'string') return tokens;
  try {
    new Parser(tokens).all();
    return undefined;
  } catch (error) {
    if (error instanceof CelError) return error.message;
    throw error;
  }
}

/** What an operand is, as far as macros ask. */
type Shape = 'name' | 'selection' | 'other';

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  all(): void {
    this.expression();
    if (this.peek) this.fail();
  }

  private get peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private fail(): never {
    throw new CelError(this.peek ? `unexpected ${JSON.stringify(this.peek.text)}` : 'it ends too early');
  }

  private take(...symbols: readonly string[]): boolean {
    const isThere = this.peek?.kind === 'symbol' && symbols.includes(this.peek.text);
    if (isThere) this.at++;
    return isThere;
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) this.fail();
  }

  private expression(): Shape {
    if (++this.depth > MAX_DEPTH) throw new CelError(`it is nested more than ${MAX_DEPTH} deep`);
    let shape = this.binary(0);
    if (this.take('?')) {
      this.binary(0);
      this.expect(':');
      this.expression();
      shape = 'other';
    }
    this.depth--;
    return shape;
  }

  private binary(level: number): Shape {
    const operators = OPERATORS[level];
    if (!operators) return this.unary();
    let shape = this.binary(level + 1);
    while (this.take(...operators)) {
      this.binary(level + 1);
      shape = 'other';
    }
    return shape;
  }

  private unary(): Shape {
    const sign = this.take('!') ? '!' : this.take('-') ? '-' : undefined;
    if (!sign) return this.member();
    while (this.take(sign));
    this.member();
    return 'other';
  }

  private member(): Shape {
    let shape = this.primary();
    let isMessageName = shape === 'name';
    for (;;) {
      if (this.take('.')) {
        const name = this.identifier(true);
        const isCall = this.take('(');
        if (isCall) this.call(name, true);
        shape = isCall ? 'other' : 'selection';
        isMessageName &&= !isCall;
      } else if (this.take('[')) {
        this.expression();
        this.expect(']');
        shape = 'other';
        isMessageName = false;
      } else if (isMessageName && this.take('{')) {
        this.entries(() => void this.identifier(true));
        shape = 'other';
        isMessageName = false;
      } else return shape;
    }
  }

  private primary(): Shape {
    const token = this.peek;
    if (!token) this.fail();
    if (token.kind === 'literal') this.at++;
    else if (this.take('(')) {
      const shape = this.expression();
      this.expect(')');
      return shape;
    } else if (this.take('[')) this.list(']');
    else if (this.take('{')) this.entries(() => void this.expression());
    else {
      this.take('.');
      const name = this.identifier(false);
      if (!this.take('(')) return 'name';
      this.call(name, false);
    }
    return 'other';
  }

  private identifier(isField: boolean): string {
    const token = this.peek;
    if (token?.kind !== 'name') this.fail();
    this.at++;
    if (!isField && RESERVED.has(token.text)) throw new CelError(`${token.text} is a reserved word`);
    return token.text;
  }

  private call(name: string, isMethod: boolean): void {
    const shapes: Shape[] = [];
    if (!this.take(')')) {
      do shapes.push(this.expression());
      while (this.take(','));
      this.expect(')');
    }
    if (!isMethod && name === 'has' && shapes.length === 1 && shapes[0] !== 'selection')
      throw new CelError('has() asks for a field, as in has(a.b)');
    if (isMethod && COMPREHENSIONS.get(name)?.includes(shapes.length) && shapes[0] !== 'name')
      throw new CelError(`${name}() declares a variable first, as in ${name}(x, …)`);
  }

  /** Elements up to the bracket, with a comma behind the last one or not. */
  private list(end: string): void {
    while (!this.take(end)) {
      this.expression();
      if (!this.take(',')) return this.expect(end);
    }
  }

  private entries(key: () => void): void {
    while (!this.take('}')) {
      key();
      this.expect(':');
      this.expression();
      if (!this.take(',')) return this.expect('}');
    }
  }
}

const OPERATORS = [['||'], ['&&'], ['<', '<=', '>=', '>', '==', '!=', 'in'], ['+', '-'], ['*', '/', '%']];
