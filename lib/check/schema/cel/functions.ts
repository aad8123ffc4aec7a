import { parseIp } from '../ip';
import { isNamespaceName } from '../names';
import { compilePattern } from '../pattern';
import { codePoints } from '../text';
import { parseDuration } from './duration';
import { CelError } from './error';
import { parseUrl } from './url';
import {
  Format,
  Optional,
  Url,
  compare,
  equal,
  isMapping,
  hasField,
  noSuchOverload,
  sizeOf,
  text,
  truth,
} from './values';
import type { Value } from './values';

export type CelFunction = (...args: readonly Value[]) => Value;

/** What stands before its arguments, or between two. Those that need not compute all of them are in compile.ts. */
export const FUNCTIONS: ReadonlyMap<string, CelFunction> = new Map<string, CelFunction>([
  ['!', (value) => !truth(value)],
  ['-', (left, right) => (right === undefined ? -number(left) : number(left) - number(right))],
  ['+', add],
  ['==', equal],
  ['!=', (left, right) => !equal(left, right)],
  ['<', (left, right) => compare(left, right) < 0],
  ['<=', (left, right) => compare(left, right) <= 0],
  ['>', (left, right) => compare(left, right) > 0],
  ['>=', (left, right) => compare(left, right) >= 0],
  ['in', isIn],
  ['size', sizeOf],
  ['int', toInt],
  ['duration', (source) => parseDuration(text(source))],
  ['isIP', (source) => isIp(text(source))],
  ['isURL', (source) => parseUrl(text(source)) !== undefined],
  ['format.dns1123Label', () => new Format(isNamespaceName)],
  ['url', (source) => parseUrl(text(source)) ?? fail('URL parse error during conversion from string')],
]);

/** What stands behind its first argument: `self.size()`. */
export const METHODS: ReadonlyMap<string, CelFunction> = new Map<string, CelFunction>([
  ['size', sizeOf],
  ['contains', (whole, part) => text(whole).includes(text(part))],
  ['startsWith', (whole, part) => text(whole).startsWith(text(part))],
  ['endsWith', (whole, part) => text(whole).endsWith(text(part))],
  ['matches', (whole, pattern) => compilePattern(text(pattern))(text(whole))],
  ['split', (whole, separator) => split(text(whole), text(separator))],
  ['substring', (whole, start, end) => substring(text(whole), number(start), end)],
  ['validate', (format, source) => validate(format, text(source))],
  ['getScheme', (url) => (url instanceof Url ? url.scheme : noSuchOverload())],
]);

function number(value: Value): number {
  return typeof value === 'number' ? value : noSuchOverload();
}

function add(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  return noSuchOverload();
}

function isIn(value: Value, container: Value): boolean {
  if (Array.isArray(container)) return container.some((item) => equal(item, value));
  return isMapping(container) ? typeof value === 'string' && hasField(container, value) : noSuchOverload();
}

function toInt(value: Value): number {
  if (typeof value === 'number') return Math.trunc(value);
  const digits = /^[-+]?0*(\d+)$/.exec(text(value))?.[1] ?? '9'.repeat(20);
  // An integer of 64 bits; the longest is compared digit by digit.
  const isInt = digits.length < 19 || (digits.length === 19 && digits <= '9223372036854775807');
  return isInt ? Number(value) : fail(`cannot convert ${JSON.stringify(text(value).slice(0, 100))} to int`);
}

/** Neither with a zone, nor an IPv4 address in IPv6's clothes. */
function isIp(source: string): boolean {
  const ip = parseIp(source);
  return ip?.zone === '' && !ip.isMapped;
}

/** The problems, if any. An optional never equals null, which a rule of XBackend does not know: it refuses all names. */
function validate(format: Value, source: string): Optional {
  if (!(format instanceof Format)) return noSuchOverload();
  return format.accepts(source) ? new Optional() : new Optional(['does not have the format']);
}

function split(whole: string, separator: string): readonly string[] {
  return separator === '' ? [...whole] : whole.split(separator);
}

function substring(whole: string, start: number, end: Value): string {
  const length = codePoints(whole);
  const stop = end === undefined ? length : number(end);
  if (start < 0 || stop > length || start > stop) return fail(`index out of range: ${start}, ${stop}`);
  return length === whole.length ? whole.slice(start, stop) : [...whole].slice(start, stop).join('');
}

function fail(reason: string): never {
  throw new CelError(reason);
}
