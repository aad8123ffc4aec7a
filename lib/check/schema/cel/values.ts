import { codePoints } from '../text';
import { CelError } from './error';

/**
 * What expressions compute with: the object's own values (integers are numbers), and what no JSON has:
 * durations in nanoseconds are bigints, and the classes below are of Kubernetes.
 */
export type Value = unknown;

export type Mapping = Readonly<Record<string, unknown>>;

/** What is found in a URL. */
export class Url {
  constructor(readonly scheme: string) {}
}

/** A format of Kubernetes, and what it says about a text. */
export class Format {
  constructor(readonly accepts: (text: string) => boolean) {}
}

/** Something that may be missing, which is not the same as null. */
export class Optional {
  constructor(readonly value?: Value) {}
}

export function isMapping(value: Value): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSpecial(value);
}

function isSpecial(value: object): boolean {
  return value instanceof Url || value instanceof Format || value instanceof Optional;
}

export function text(value: Value): string {
  return typeof value === 'string' ? value : noSuchOverload();
}

export function truth(value: Value): boolean {
  return typeof value === 'boolean' ? value : noSuchOverload();
}

export function noSuchOverload(): never {
  throw new CelError('no such overload');
}

/** The field of a message, or the value of a map's key. */
export function fieldOf(target: Value, name: string): Value {
  if (!isMapping(target)) return noSuchOverload();
  if (hasField(target, name)) return target[name];
  throw new CelError(`no such key: ${name}`);
}

export function hasField(target: Mapping, name: string): boolean {
  return Object.hasOwn(target, name) && target[name] !== undefined;
}

export function itemOf(target: Value, index: Value): Value {
  if (typeof index === 'string') return fieldOf(target, index);
  if (!Array.isArray(target) || typeof index !== 'number') return noSuchOverload();
  const items: readonly unknown[] = target;
  if (index >= 0 && index < items.length) return items[index];
  throw new CelError(`index out of bounds: ${index}`);
}

export function equal(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right)) return false;
    const others: readonly unknown[] = right;
    return left.length === others.length && left.every((item, i) => equal(item, others[i]));
  }
  if (!isMapping(left) || !isMapping(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => hasField(right, name) && equal(left[name], right[name]))
  );
}

/** Below zero if the left one is smaller, above if it is greater. */
export function compare(left: Value, right: Value): number {
  const isComparable =
    typeof left === typeof right &&
    (typeof left === 'number' || typeof left === 'bigint' || typeof left === 'string');
  if (!isComparable) return noSuchOverload();
  if (typeof left === 'string') return compareTexts(left, right as string);
  const [a, b] = [left, right as number | bigint];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By code points; JavaScript compares halves of them. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

export function sizeOf(value: Value): number {
  if (typeof value === 'string') return codePoints(value);
  if (Array.isArray(value)) return value.length;
  return isMapping(value) ? Object.keys(value).length : noSuchOverload();
}
