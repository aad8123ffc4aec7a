import { CelError } from './error';
import { FUNCTIONS, METHODS, type CelFunction } from './functions';
import { MACROS } from './macros';
import { parse, type Expression } from './parse';
import { fieldOf, hasField, isMapping, itemOf, noSuchOverload, truth, type Value } from './values';

/** The values of the variables: `self` first, then those of the macros around. */
export type Frame = Value[];

export type Program = (frame: Frame) => Value;

/** The variables in scope, each with its place in the frame. */
export type Scope = ReadonlyMap<string, number>;

export interface Rule {
  /** Whether it compares with what was there before: not when an object is created. */
  readonly isTransition: boolean;
  /** @throws CelError if it cannot tell */
  holds(self: Value): boolean;
}

const rules = new Map<string, Rule>();

/** A rule of a CRD, ready to run. The same few rules are everywhere, so each is compiled once. */
export function compileRule(source: string): Rule {
  let rule = rules.get(source);
  if (!rule) rules.set(source, (rule = newRule(source)));
  return rule;
}

function newRule(source: string): Rule {
  if (/\boldSelf\b/.test(source)) return { isTransition: true, holds: () => true };
  const program = compile(parse(source), new Map([['self', 0]]));
  return { isTransition: false, holds: (self) => truth(program([self])) };
}

/** Functions calling functions: nothing of the text is looked at again. */
export function compile(expression: Expression, scope: Scope): Program {
  switch (expression.type) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'name':
      return variable(expression.name, scope);
    case 'field': {
      const of = compile(expression.of, scope);
      const { name } = expression;
      return (frame) => fieldOf(of(frame), name);
    }
    case 'index': {
      const of = compile(expression.of, scope);
      const index = compile(expression.index, scope);
      return (frame) => itemOf(of(frame), index(frame));
    }
    case 'list': {
      const items = expression.items.map((item) => compile(item, scope));
      return (frame) => items.map((item) => item(frame));
    }
    case 'map': {
      const entries = expression.entries.map(
        ([key, value]) => [compile(key, scope), compile(value, scope)] as const,
      );
      return (frame) => Object.fromEntries(entries.map(([key, value]) => [String(key(frame)), value(frame)]));
    }
    case 'conditional': {
      const condition = compile(expression.condition, scope);
      const then = compile(expression.then, scope);
      const otherwise = compile(expression.otherwise, scope);
      return (frame) => (truth(condition(frame)) ? then(frame) : otherwise(frame));
    }
    case 'call':
      return call(expression, scope);
  }
}

function variable(name: string, scope: Scope): Program {
  const place = scope.get(name);
  if (place === undefined) throw new CelError(`undeclared reference to ${name}`);
  return (frame) => frame[place];
}

function call({ name, target, args }: Extract<Expression, { type: 'call' }>, scope: Scope): Program {
  if (target?.type === 'name' && !scope.has(target.name)) {
    return apply(FUNCTIONS, `${target.name}.${name}`, args, scope);
  }
  if (target) {
    const macro = MACROS.get(name);
    if (macro && args.length === 2) return macro(target, args, scope, compile);
    return apply(METHODS, name, [target, ...args], scope);
  }
  if (name === 'has') return has(args[0], scope);
  if (name === '&&' || name === '||') return shortcut(args, name === '||', scope);
  return apply(FUNCTIONS, name, args, scope);
}

function apply(
  functions: ReadonlyMap<string, CelFunction>,
  name: string,
  args: readonly Expression[],
  scope: Scope,
): Program {
  const apply = functions.get(name);
  if (!apply) throw new CelError(`undeclared reference to ${name}`);
  const [first, second, ...more] = args.map((arg) => compile(arg, scope));
  if (!first) return () => apply();
  if (!second) return (frame) => apply(first(frame));
  if (more.length === 0) return (frame) => apply(first(frame), second(frame));
  return (frame) => apply(first(frame), second(frame), ...more.map((arg) => arg(frame)));
}

function has(arg: Expression | undefined, scope: Scope): Program {
  if (arg?.type !== 'field') throw new CelError('invalid argument to has() macro');
  const of = compile(arg.of, scope);
  const { name } = arg;
  return (frame) => {
    const target = of(frame);
    return isMapping(target) ? hasField(target, name) : noSuchOverload();
  };
}

/** One side that decides is enough, whether or not the other one can be computed. */
function shortcut(args: readonly Expression[], decisive: boolean, scope: Scope): Program {
  const [left, right] = args.map((arg) => compile(arg, scope)) as [Program, Program];
  return (frame) => {
    let problem: CelError | undefined;
    try {
      if (truth(left(frame)) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError)) throw error;
      problem = error;
    }
    if (truth(right(frame)) === decisive) return decisive;
    if (problem) throw problem;
    return !decisive;
  };
}
