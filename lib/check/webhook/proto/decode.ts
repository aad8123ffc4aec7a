import type { Path } from '../../../manifest/position';
import { isFields } from '../../../manifest/fields';
import { show } from '../../finding';
import { fieldsOfMessage, isEnum, isMessage, type FieldType, type MessageName, type View } from './messages';
import { lengthOfBytes } from './bytes';
import { parseDuration } from './durations';
import { RANGES, readDecimal, readInteger } from './numbers';
import { ENUMS } from './schema/enums';

/** What could not be decoded. */
export interface Misfit {
  readonly kind: 'type' | 'number' | 'enum' | 'duration' | 'bytes';
  readonly message: string;
  readonly path: Path;
}

/**
 * A message as istiod decodes it from what the API server lets through: fields that the CRD does not know are gone, as
 * are nulls; a null in a list is an empty element.
 */
export function decode<T extends MessageName>(
  type: T,
  value: unknown,
  path: Path,
): { message: View<T>; misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const message = decodeMessage(type, value ?? {}, [...path], misfits);
  return { message: message as View<T>, misfits };
}

type Decoded = Record<string, unknown>;
/** Where we are: longer and shorter as we go down and up again. */
type Steps = (string | number)[];

/** What stands for a map that is not there; one that is there may be empty. */
export const NO_ENTRIES: ReadonlyMap<never, never> = new Map<never, never>();
const NO_ELEMENTS: readonly never[] = Object.freeze([]);

/**
 * Messages of this type without any field. A decoded message inherits from it what it does not have itself: most fields
 * of most messages are absent, and to write down each would take longer than all the rest.
 */
function blank(type: MessageName): Decoded {
  let known = BLANKS.get(type);
  if (!known) {
    known = Object.create(null) as Decoded;
    for (const field of fieldsOfMessage(type)) known[field.name] = absent(field);
    BLANKS.set(type, known);
  }
  return known;
}

const BLANKS = new Map<MessageName, Decoded>();

function decodeMessage(type: MessageName, value: unknown, path: Steps, misfits: Misfit[]): Decoded {
  const zero = blank(type);
  const message = Object.create(zero) as Decoded;
  if (!isFields(value)) {
    if (value !== null) misfits.push(misfit('type', path, 'an object', value));
    return message;
  }
  let chosen: Map<string, string> | undefined;
  for (const field of fieldsOfMessage(type)) {
    const { name, group, alias } = field;
    let given = Object.hasOwn(value, name) ? value[name] : undefined;
    let written = name;
    if (alias !== undefined && (given ?? null) === null && Object.hasOwn(value, alias))
      [given, written] = [value[alias], alias];
    if (given === undefined || given === null) continue;
    path.push(written);
    const decoded = decodeField(field, given, path, misfits);
    path.pop();
    // A zero that is written is as good as none: both messages are equal.
    if (decoded !== zero[name]) message[name] = decoded;
    if (group === undefined) continue;
    chosen ??= new Map();
    const earlier = chosen.get(group);
    if (earlier !== undefined) message[earlier] = undefined;
    chosen.set(group, name);
  }
  return message;
}

function decodeField(field: FieldType, value: unknown, path: Steps, misfits: Misfit[]): unknown {
  switch (field.shape) {
    case 'list':
      return decodeList(field, value, path, misfits);
    case 'map':
      return decodeMap(field, value, path, misfits);
    case 'one':
      return decodeElement(field.type, value, path, misfits);
  }
}

function decodeList(field: FieldType, value: unknown, path: Steps, misfits: Misfit[]): readonly unknown[] {
  if (!Array.isArray(value)) misfits.push(misfit('type', path, 'a list', value));
  if (!Array.isArray(value) || value.length === 0) return NO_ELEMENTS;
  return value.map((element, i) => {
    path.push(i);
    const decoded = decodeElement(field.type, element, path, misfits);
    path.pop();
    return decoded;
  });
}

function decodeMap(
  field: FieldType,
  value: unknown,
  path: Steps,
  misfits: Misfit[],
): ReadonlyMap<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  if (!isFields(value)) {
    misfits.push(misfit('type', path, 'an object', value));
    return map;
  }
  for (const key of Object.keys(value)) {
    if (value[key] === null || value[key] === undefined) continue;
    path.push(key);
    const read = field.isNumberKeyed ? readInteger(key, RANGES.uint) : key;
    if (read === undefined) misfits.push(misfit('number', path, 'a number from 0 to 4294967295 as key', key));
    else map.set(read, decodeElement(field.type, value[key], path, misfits));
    path.pop();
  }
  return map;
}

function decodeElement(type: string, value: unknown, path: Steps, misfits: Misfit[]): unknown {
  if (isMessage(type)) return decodeMessage(type, value, path, misfits);
  if (isEnum(type)) return decodeEnum(ENUMS[type], value, path, misfits);
  const fail = (kind: Misfit['kind'], wanted: string): void =>
    void misfits.push(misfit(kind, path, wanted, value));
  switch (type) {
    case 'string':
      if (value !== null && typeof value !== 'string') fail('type', 'a text');
      return typeof value === 'string' ? value : '';
    case 'bool':
      if (value !== null && typeof value !== 'boolean') fail('type', 'true or false');
      return value === true;
    case 'int':
    case 'uint':
    case 'uint64': {
      const integer = readInteger(value, RANGES[type]);
      if (integer === undefined) fail('number', `an integer from ${RANGES[type].min} to ${RANGES[type].max}`);
      return integer ?? 0;
    }
    case 'double': {
      const decimal = readDecimal(value);
      if (decimal === undefined) fail('number', 'a number');
      return decimal ?? 0;
    }
    case 'duration': {
      const duration = typeof value === 'string' ? parseDuration(value) : undefined;
      if (duration === undefined) fail('duration', 'a duration such as 1.5s or 1h30m');
      return duration ?? 0n;
    }
    case 'bytes': {
      const length = lengthOfBytes(value);
      if (length === undefined) fail('bytes', 'base64');
      return { length: length ?? 0 };
    }
    default: // struct
      if (!isFields(value)) fail('type', 'an object');
      return isFields(value) ? value : {};
  }
}

function decodeEnum(
  names: Record<string, number>,
  value: unknown,
  path: Steps,
  misfits: Misfit[],
): string | number {
  if (typeof value === 'string') {
    if (Object.hasOwn(names, value)) return value;
    misfits.push(misfit('enum', path, `one of ${Object.keys(names).join(', ')}`, value));
    return 0;
  }
  const number = typeof value === 'number' || value === null ? readInteger(value, RANGES.int) : undefined;
  if (number === undefined)
    misfits.push(misfit('enum', path, `one of ${Object.keys(names).join(', ')}`, value));
  return Object.keys(names).find((name) => names[name] === (number ?? 0)) ?? number ?? 0;
}

function absent({ shape, type, isOptional }: FieldType): unknown {
  if (shape === 'list') return NO_ELEMENTS;
  if (shape === 'map') return NO_ENTRIES;
  if (isOptional || isMessage(type)) return undefined;
  if (isEnum(type)) return Object.keys(ENUMS[type])[0]; // the zero, which comes first
  return ZEROS.get(type);
}

/** Durations and structs are messages: they are absent. */
const ZEROS = new Map<string, unknown>([
  ['string', ''],
  ['bool', false],
  ['int', 0],
  ['uint', 0],
  ['uint64', 0],
  ['double', 0],
  ['bytes', { length: 0 }],
]);

function misfit(kind: Misfit['kind'], path: Path, wanted: string, value: unknown): Misfit {
  return { kind, path: [...path], message: `${String(path.at(-1))} must be ${wanted}, got ${show(value)}` };
}
