import type * as Descriptors from './descriptors';

/** A field of a message of Envoy's API. */
export interface EnvoyField {
  readonly name: string;
  readonly jsonName: string;
  readonly shape: 'one' | 'list' | 'map';
  /** The scalar of a map's keys, if it is no text. */
  readonly key?: string;
  /** A letter for a scalar. */
  readonly scalar: string;
  readonly message?: number;
  readonly values?: ReadonlySet<string>;
}

export interface EnvoyMessage {
  readonly name: string;
  readonly fields: readonly EnvoyField[];
}

interface Registry {
  readonly lines: readonly { readonly name: string; readonly fields: string }[];
  readonly byName: ReadonlyMap<string, number>;
  readonly enums: readonly ReadonlySet<string>[];
}

let registry: Registry | undefined;
const messages = new Map<number, EnvoyMessage>();

/** Loaded with the first patch that has a value: few programs have any. */
function load(): Registry {
  if (registry) return registry;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy
  const { MESSAGES, ENUMS } = require('./descriptors') as typeof Descriptors;
  let previous = '';
  const lines = MESSAGES.split('\n').map((line) => {
    const [shared = '', rest = '', fields = ''] = line.split('|');
    const name = previous.slice(0, Number(shared)) + rest;
    previous = name;
    return { name, fields };
  });
  const byName = new Map(lines.map(({ name }, i) => [name, i]));
  registry = { lines, byName, enums: ENUMS.split('\n').map((line) => new Set(line.split(' '))) };
  return registry;
}

/** The message of this full name, if Istio knows it. */
export function messageNamed(name: string): EnvoyMessage | undefined {
  const number = load().byName.get(name);
  return number === undefined ? undefined : messageNumbered(number);
}

export function messageNumbered(number: number): EnvoyMessage {
  let message = messages.get(number);
  if (!message) {
    const { name, fields } = load().lines[number]!;
    message = { name, fields: fields === '' ? [] : fields.split(' ').map(parseField) };
    messages.set(number, message);
  }
  return message;
}

function parseField(text: string): EnvoyField {
  const [, name = '', shape, key, type = ''] = /^(\w+):([[{])?(?:(\w)>)?(\w+)$/.exec(text) ?? [];
  const number = Number(type.slice(1));
  return {
    name,
    jsonName: name.replace(/_+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? ''),
    shape: shape === '[' ? 'list' : shape === '{' ? 'map' : 'one',
    scalar: type.length === 1 ? type : '',
    ...(key !== undefined && { key }),
    ...(type.length > 1 && type.startsWith('m') && { message: number }),
    ...(type.length > 1 && type.startsWith('e') && { values: load().enums[number] }),
  };
}
