import type { Frame, Program, Scope } from './compile';
import { CelError } from './error';
import type { Expression } from './parse';
import { isMapping, noSuchOverload, truth, type Value } from './values';

type Compile = (expression: Expression, scope: Scope) => Program;
type Macro = (target: Expression, args: readonly Expression[], scope: Scope, compile: Compile) => Program;

/** `list.all(item, condition)` and its like. Over a map they go through the keys. */
export const MACROS: ReadonlyMap<string, Macro> = new Map([
  ['all', macro((items, holds) => every(items, holds, false))],
  ['exists', macro((items, holds) => every(items, holds, true))],
  ['exists_one', macro((items, holds) => items.filter(holds).length === 1)],
  ['filter', macro((items, holds) => items.filter(holds))],
]);

function macro(run: (items: readonly Value[], holds: (item: Value) => boolean) => Value): Macro {
  return (target, [variable, condition], scope, compile) => {
    if (variable?.type !== 'name') throw new CelError('the first argument of a macro must be a name');
    const items = compile(target, scope);
    const place = scope.size;
    const holds = compile(condition!, new Map([...scope, [variable.name, place]]));
    return (frame: Frame) =>
      run(itemsOf(items(frame)), (item) => {
        frame[place] = item;
        return truth(holds(frame));
      });
  };
}

function itemsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return isMapping(value) ? Object.keys(value) : noSuchOverload();
}

/** The first item with the decisive answer decides, even if others cannot be computed. */
function every(items: readonly Value[], holds: (item: Value) => boolean, decisive: boolean): boolean {
  let problem: CelError | undefined;
  for (const item of items) {
    try {
      if (holds(item) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError)) throw error;
      problem = error;
    }
  }
  if (problem) throw problem;
  return !decisive;
}
