import { isFields, own, type Fields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import type { Edit } from '../edit';
import { show, type Complaint } from '../finding';
import { checkAlternatives } from './alternatives';
import { missing, mistyped, miswritten } from './edits';
import { isFormat } from './formats';
import {
  ENUM,
  FORMAT,
  PATTERN,
  RANGE,
  REQUIRED,
  TOO_FEW,
  TOO_LONG,
  TOO_MANY,
  TOO_SHORT,
  TYPE,
} from './kinds';
import { ARRAY, BOOLEAN, INTEGER, NUMBER, OBJECT, STRING, type SchemaNode } from './node';
import { compilePattern } from './pattern';
import type { Report } from './report';
import { checkRules } from './rules';
import { similar } from './similar';
import { codePoints } from './text';

const NAMES: readonly (readonly [number, string])[] = [
  [STRING, 'a string'],
  [INTEGER, 'an integer'],
  [NUMBER, 'a number'],
  [BOOLEAN, 'a boolean'],
  [ARRAY, 'a list'],
  [OBJECT, 'an object'],
];

/** What the OpenAPI schema says about a value, in the order and with the exceptions of the API server. */
export function checkStructure(node: SchemaNode, value: unknown, report: Report): void {
  if (value === null) {
    if (node.types !== 0 && !node.nullable) report.add(TYPE, `must be ${typeNames(node.types)}, got null`);
    checkEnum(node, value, report);
    return;
  }
  const type = typeOf(value);
  checkType(node, type, value, report);
  checkAlternatives(node, value, report, checkStructure);
  if (typeof value === 'string') checkText(node, value, report);
  else if (typeof value === 'number') checkNumber(node, value, report);
  else if (Array.isArray(value)) checkList(node, value, report);
  checkEnum(node, value, report);
  if (isFields(value)) checkObject(node, value, report);
  report.checks += 4; // type, alternatives, enum and the whole
}

function typeOf(value: unknown): number {
  if (typeof value === 'string') return STRING;
  if (typeof value === 'number') return isInt64(value) ? INTEGER : NUMBER;
  if (typeof value === 'boolean') return BOOLEAN;
  return Array.isArray(value) ? ARRAY : OBJECT;
}

function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
}

function checkType(node: SchemaNode, type: number, value: unknown, report: Report): void {
  const { types, format } = node;
  if (types === 0 && format === undefined) return;
  report.checks++;
  const isText = type === STRING || type === ARRAY; // a list as bytes, one may guess
  if (format !== undefined && isText && (types & (NUMBER | INTEGER)) === 0) return;
  if ((types & type) !== 0 || (type === INTEGER && (types & NUMBER) !== 0)) return;
  report.checks--;
  report.add(TYPE, `must be ${typeNames(types || STRING)}, got ${show(value)}`, {
    ...advice(node, value, report),
    ...certain(mistyped(report.path, node, value), node, value, report),
  });
}

/** What to write instead, where one can tell. */
function advice(node: SchemaNode, value: unknown, report: Report): { readonly fix?: string } {
  const { types } = node;
  if (types === STRING && (typeof value === 'number' || typeof value === 'boolean')) {
    if (isGood(node, `${value}`, report)) return { fix: `Write "${value}", with quotes.` };
    return isGood(node, `${value}s`, report)
      ? { fix: `Write a duration with its unit: ${value}s for seconds.` }
      : {};
  }
  if (types === ARRAY && typeof value !== 'object') return { fix: `Write a list: [${show(value)}].` };
  const isLiteral =
    types === BOOLEAN ? /^(true|false)$/ : (types & (INTEGER | NUMBER)) !== 0 && /^-?\d{1,15}$/;
  if (isLiteral && typeof value === 'string' && isLiteral.test(value))
    return { fix: `Write ${value}, without quotes.` };
  return {};
}

/** The edits, if the value would then be right. What a number looks like in quotes is for the text to say. */
function certain(
  edits: readonly Edit[] | undefined,
  node: SchemaNode,
  value: unknown,
  report: Report,
): Pick<Complaint, 'edits'> {
  const [edit] = edits ?? [];
  if (!edit) return {};
  const written = edit.kind === 'set' ? edit.value : String(value);
  return isGood(node, written, report) ? { edits: [{ ...edit, path: [...edit.path] }] } : {};
}

/** Whether nothing would be wrong with another value in this place. */
function isGood(node: SchemaNode, value: unknown, report: Report): boolean {
  const { isValid } = report.attempt(() => {
    checkStructure(node, value, report);
    checkRules(node, value, report);
  });
  return isValid;
}

function typeNames(types: number): string {
  return NAMES.filter(([type]) => (types & type) !== 0)
    .map(([, name]) => name)
    .join(' or ');
}

/** The API server stops at the first thing that is wrong with a text. */
function checkText({ limits, pattern, format }: SchemaNode, value: string, report: Report): void {
  report.checks++;
  const { minLength, maxLength } = limits;
  if (maxLength !== undefined && value.length > maxLength && codePoints(value) > maxLength) {
    report.add(
      TOO_LONG,
      `must have at most ${maxLength} characters, got ${codePoints(value)}: ${show(value)}`,
    );
  } else if (minLength !== undefined && value.length < 2 * minLength && codePoints(value) < minLength) {
    report.add(TOO_SHORT, `must have at least ${minLength} characters, got ${show(value)}`);
  } else if (pattern !== undefined && !compilePattern(pattern)(value)) {
    report.add(PATTERN, `must match ${pattern}, got ${show(value)}`);
  }
  if (format !== undefined && !format.startsWith('int')) {
    report.checks++;
    if (!isFormat(format, value)) report.add(FORMAT, `must have the format ${format}, got ${show(value)}`);
  }
}

function checkNumber({ types, limits, format }: SchemaNode, value: number, report: Report): void {
  report.checks += 2;
  const { minimum, maximum } = limits;
  const isInt32 = types === INTEGER && format === 'int32' && isInt64(value);
  if (isInt32 && (value | 0) !== value) report.add(RANGE, `must be an integer of 32 bits, got ${value}`);
  if (maximum !== undefined && value > maximum) report.add(RANGE, `must be at most ${maximum}, got ${value}`);
  if (minimum !== undefined && value < minimum)
    report.add(RANGE, `must be at least ${minimum}, got ${value}`);
}

function checkList({ items, limits }: SchemaNode, value: readonly unknown[], report: Report): void {
  report.checks += 2;
  if (items) {
    const { path } = report;
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      checkStructure(items, value[i], report);
      path.pop();
    }
  }
  checkSize(value.length, limits.minItems, limits.maxItems, 'elements', report);
}

function checkObject(node: SchemaNode, value: Fields, report: Report): void {
  report.checks++;
  const { path } = report;
  const { minProperties, maxProperties } = node.limits;
  let size = 0;
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field === undefined) continue;
    size++;
    const child = node.child(name);
    if (!child) continue;
    path.push(name);
    checkStructure(child, field, report);
    path.pop();
  }
  checkSize(size, minProperties, maxProperties, 'fields', report);
  for (const name of node.required) {
    if (own(value, name) === undefined)
      report.addBelow(name, REQUIRED, 'must be there, got nothing', {
        fix: `Add ${name}.`,
        ...added(name, value, path),
      });
  }
}

function added(name: string, value: Fields, path: Path): Pick<Complaint, 'edits'> {
  const edits = missing([...path, name], value);
  return edits ? { edits } : {};
}

function checkSize(
  size: number,
  min: number | undefined,
  max: number | undefined,
  what: string,
  report: Report,
): void {
  if (min !== undefined && size < min) report.add(TOO_FEW, `must have at least ${min} ${what}, got ${size}`);
  if (max !== undefined && size > max) report.add(TOO_MANY, `must have at most ${max} ${what}, got ${size}`);
}

function checkEnum({ enum: allowed }: SchemaNode, value: unknown, report: Report): void {
  if (!allowed || allowed.includes(value)) return;
  const values = allowed.map((one) => JSON.stringify(one)).join(', ');
  const meant = typeof value === 'string' ? similar(value, allowed.map(String)) : undefined;
  const edits = meant === undefined ? undefined : miswritten([...report.path], value, allowed);
  report.add(ENUM, `must be one of ${values}, got ${show(value)}`, {
    ...(meant !== undefined && { fix: `Write "${meant}".` }),
    ...(edits && { edits }),
  });
}
