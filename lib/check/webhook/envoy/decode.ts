import { isFields, own, type Fields } from '../../../manifest/fields';
import { show } from '../../finding';
import { parseDuration } from '../proto/durations';
import { lengthOfBytes } from '../proto/bytes';
import { RANGES, readDecimal, readInteger } from '../proto/numbers';
import { messageNamed, messageNumbered, type EnvoyField, type EnvoyMessage } from './registry';

/** What istiod finds when it decodes a value as a message of Envoy. */
export interface Reading {
  /** What cannot be decoded. */
  readonly problem?: string;
  /** A field that the message does not have. */
  readonly unknown?: string;
}

const RANGE_OF = new Map([
  ['i', RANGES.int],
  ['u', RANGES.uint],
  ['I', { min: -(2n ** 63n), max: 2n ** 63n - 1n }],
  ['U', RANGES.uint64],
]);
const WRAPPED = new Map([
  ['BoolValue', 'b'],
  ['BytesValue', 'y'],
  ['StringValue', 's'],
  ['Int32Value', 'i'],
  ['UInt32Value', 'u'],
  ['Int64Value', 'I'],
  ['UInt64Value', 'U'],
  ['FloatValue', 'f'],
  ['DoubleValue', 'd'],
]);
const GOOGLE = 'google.protobuf.';
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([.,]\d+)?(Z|[-+]\d{2}:\d{2})$/;

class Undecodable extends Error {}

/** Reads the value as this message, and all that is in it. */
export function readMessage(message: EnvoyMessage, value: unknown): Reading {
  const reader = new Reader();
  try {
    reader.message(message, value);
  } catch (error) {
    if (error instanceof Undecodable) return { problem: error.message };
    throw error;
  }
  return reader.unknown === undefined ? {} : { unknown: reader.unknown };
}

class Reader {
  unknown?: string;

  message(message: EnvoyMessage, value: unknown): void {
    const { name } = message;
    if (value === null && name !== `${GOOGLE}Value`) return;
    if (name.startsWith(GOOGLE) && this.wellKnown(name.slice(GOOGLE.length), value)) return;
    const fields = objectOf(value, name);
    const known = new Set<string>();
    for (const field of message.fields) {
      known.add(field.name).add(field.jsonName);
      const given = own(fields, field.jsonName) ?? own(fields, field.name);
      const isNullValue = field.shape === 'one' && isNullable(field);
      if (given === undefined || (given === null && !isNullValue)) continue;
      this.field(field, given);
    }
    const unknown = Object.keys(fields).find((key) => !known.has(key));
    if (unknown !== undefined) this.unknown ??= `${show(unknown)} in ${name}`;
  }

  /** Whether it is one of the messages that JSON writes in a way of its own. */
  private wellKnown(name: string, value: unknown): boolean {
    const scalar = WRAPPED.get(name);
    if (scalar) scalarOf(scalar, value, name);
    else if (name === 'Any') this.any(value);
    else if (name === 'Duration') {
      if (typeof value !== 'string' || parseDuration(value) === undefined) fail('a duration', value, name);
    } else if (name === 'Timestamp') {
      if (
        typeof value !== 'string' ||
        !RFC3339.test(value) ||
        Number.isNaN(Date.parse(value.replace(',', '.')))
      )
        fail('a time', value, name);
    } else if (name === 'ListValue') {
      if (!Array.isArray(value)) fail('a list', value, name);
    } else if (name === 'Struct') objectOf(value, name);
    else return name === 'Value';
    return true;
  }

  private any(value: unknown): void {
    const { '@type': type, ...rest } = objectOf(value, 'Any');
    if (type === undefined) fail('an object with @type', value, 'Any');
    if (type !== null && typeof type !== 'string') fail('a text', type, '@type');
    const name = type?.slice(type.lastIndexOf('/') + 1) ?? '';
    const message = messageNamed(name);
    if (!message) throw new Undecodable(`@type must be a message of Envoy's API v3, got ${show(type)}`);
    if (!isWellKnown(name)) return this.message(message, rest);
    if (!('value' in rest)) fail('an object with value', value, name);
    this.message(message, rest.value);
  }

  private field(field: EnvoyField, value: unknown): void {
    if (field.shape === 'one') return this.element(field, value);
    if (field.shape === 'list') {
      if (!Array.isArray(value)) fail('a list', value, field.name);
      for (const element of value) this.element(field, element);
      return;
    }
    for (const [key, element] of Object.entries(objectOf(value, field.name))) {
      if (field.key !== undefined) scalarOf(field.key, key, field.name);
      this.element(field, element);
    }
  }

  private element(field: EnvoyField, value: unknown): void {
    if (field.message !== undefined) this.message(messageNumbered(field.message), value);
    else if (field.values) {
      const isKnown = typeof value === 'string' ? field.values.has(value) : readsAsInteger(value);
      if (!isKnown) fail(`one of ${[...field.values].slice(0, 10).join(', ')}`, value, field.name);
    } else scalarOf(field.scalar, value, field.name);
  }
}

function isWellKnown(name: string): boolean {
  const short = name.startsWith(GOOGLE) ? name.slice(GOOGLE.length) : '';
  return (
    WRAPPED.has(short) || ['Any', 'Duration', 'Timestamp', 'ListValue', 'Struct', 'Value'].includes(short)
  );
}

/** Fields in which a null is a value. */
function isNullable({ message, values }: EnvoyField): boolean {
  return message === undefined
    ? values?.has('NULL_VALUE') === true
    : messageNumbered(message).name === `${GOOGLE}Value`;
}

function readsAsInteger(value: unknown): boolean {
  return value === null || (typeof value === 'number' && readInteger(value, RANGES.int) !== undefined);
}

function scalarOf(scalar: string, value: unknown, name: string): void {
  const range = RANGE_OF.get(scalar);
  if (range) {
    if (readInteger(value, range) === undefined)
      fail(`an integer from ${range.min} to ${range.max}`, value, name);
  } else if (scalar === 'd' || scalar === 'f') {
    const decimal = readDecimal(value);
    const isTooLarge =
      scalar === 'f' &&
      decimal !== undefined &&
      Number.isFinite(decimal) &&
      !Number.isFinite(Math.fround(decimal));
    if (decimal === undefined || isTooLarge) fail('a number', value, name);
  } else if (value === null) return;
  else if (scalar === 'b') {
    if (typeof value !== 'boolean') fail('true or false', value, name);
  } else if (scalar === 'y') {
    if (lengthOfBytes(value) === undefined) fail('base64', value, name);
  } else if (typeof value !== 'string') fail('a text', value, name);
}

function objectOf(value: unknown, name: string): Fields {
  if (value === null) return {};
  if (!isFields(value)) fail('an object', value, name);
  return value;
}

function fail(wanted: string, value: unknown, name: string): never {
  throw new Undecodable(`${name} must be ${wanted}, got ${show(value)}`);
}
