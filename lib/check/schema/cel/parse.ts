import { CelError } from './error';
import { tokensOf, type Token } from './tokens';

/** An expression as a tree. */
export type Expression =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'field'; readonly of: Expression; readonly name: string }
  | { readonly type: 'index'; readonly of: Expression; readonly index: Expression }
  | {
      readonly type: 'call';
      readonly name: string;
      readonly target?: Expression;
      readonly args: readonly Expression[];
    }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | {
      readonly type: 'conditional';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Operators between two expressions, the loosest first. They become calls of a function of this name. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['<', '<=', '>', '>=', '==', '!=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

export function parse(source: string): Expression {
  return new Parser(tokensOf(source)).whole();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.expression();
    if (this.next.type !== 'end') this.fail();
    return expression;
  }

  private expression(): Expression {
    const condition = this.binary(0);
    if (!this.take('?')) return condition;
    const then = this.binary(0);
    this.expect(':');
    return { type: 'conditional', condition, then, otherwise: this.expression() };
  }

  private binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((one) => this.take(one));
      if (operator === undefined) return left;
      left = { type: 'call', name: operator, args: [left, this.binary(level + 1)] };
    }
  }

  private unary(): Expression {
    for (const operator of ['!', '-']) {
      if (this.take(operator)) return { type: 'call', name: operator, args: [this.unary()] };
    }
    return this.member();
  }

  private member(): Expression {
    let of = this.primary();
    for (;;) {
      if (this.take('.')) {
        const name = this.name();
        of = this.take('(')
          ? { type: 'call', name, target: of, args: this.list(')') }
          : { type: 'field', of, name: unescapedName(name) };
      } else if (this.take('[')) {
        of = { type: 'index', of, index: this.expression() };
        this.expect(']');
      } else return of;
    }
  }

  private primary(): Expression {
    const token = this.next;
    if (token.type === 'value') {
      this.at++;
      return { type: 'literal', value: token.value };
    }
    if (this.take('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.take('[')) return { type: 'list', items: this.list(']') };
    if (this.take('{')) return { type: 'map', entries: this.entries() };
    const name = this.name();
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return { type: 'literal', value: constant };
    return this.take('(') ? { type: 'call', name, args: this.list(')') } : { type: 'name', name };
  }

  private list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.take(end)) {
      if (items.length > 0) this.expect(',');
      items.push(this.expression());
    }
    return items;
  }

  private entries(): [Expression, Expression][] {
    const entries: [Expression, Expression][] = [];
    while (!this.take('}')) {
      if (entries.length > 0) this.expect(',');
      const key = this.expression();
      this.expect(':');
      entries.push([key, this.expression()]);
    }
    return entries;
  }

  private name(): string {
    const token = this.next;
    if (token.type !== 'name') this.fail();
    this.at++;
    return token.text;
  }

  /** Whether this operator comes next, which is then behind us. */
  private take(text: string): boolean {
    const token = this.next;
    const isIt = (token.type === 'operator' || token.type === 'name') && token.text === text;
    if (isIt) this.at++;
    return isIt;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail();
  }

  private get next(): Token {
    return this.tokens[this.at]!;
  }

  private fail(): never {
    throw new CelError(`syntax error: unexpected ${JSON.stringify(this.next)}`);
  }
}

/** `__namespace__` is the field `namespace`, which is a reserved word of the language. */
function unescapedName(name: string): string {
  return name.replace(
    /__(underscores|dot|dash|slash|[a-z]+)__/g,
    (_, word: string) => SYMBOLS.get(word) ?? word,
  );
}

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['underscores', '__'],
  ['dot', '.'],
  ['dash', '-'],
  ['slash', '/'],
]);
