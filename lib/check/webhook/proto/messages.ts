import { DESTINATION_RULE } from './schema/destination-rule';
import { ENUMS } from './schema/enums';
import { ENVOY_FILTER } from './schema/envoy-filter';
import { EXTENSION } from './schema/extension';
import { GATEWAY } from './schema/gateway';
import { SECURITY } from './schema/security';
import { SELECTOR } from './schema/selector';
import { SIDECAR } from './schema/sidecar';
import { TELEMETRY } from './schema/telemetry';
import { VIRTUAL_SERVICE } from './schema/virtual-service';
import { WORKLOAD } from './schema/workload';

/**
 * Istio's API as istiod decodes it: the fields that the CRDs of 1.30 have, with their protobuf types, in protobuf's order.
 *
 * `[T]` is a list, `{T}` a map from texts, `{uint:T}` one from numbers, `T?` a scalar that may be absent, and of the
 * fields with the same `~group` only the last one counts.
 */
export const MESSAGES = {
  ...SELECTOR,
  ...VIRTUAL_SERVICE,
  ...DESTINATION_RULE,
  ...GATEWAY,
  ...SIDECAR,
  ...WORKLOAD,
  ...ENVOY_FILTER,
  ...EXTENSION,
  ...SECURITY,
  ...TELEMETRY,
} as const;

export type MessageName = keyof typeof MESSAGES;
export type EnumName = keyof typeof ENUMS;

/** A message: lists and maps are never absent, scalars are zero if they are, messages are undefined. */
export type View<T extends MessageName> = T extends MessageName
  ? { readonly [F in keyof (typeof MESSAGES)[T]]: FieldView<(typeof MESSAGES)[T][F]> }
  : never;

/** Durations in nanoseconds. */
export interface Scalars {
  string: string;
  bool: boolean;
  int: number;
  uint: number;
  uint64: number;
  double: number;
  duration: bigint;
  bytes: { readonly length: number };
  struct: Readonly<Record<string, unknown>>;
}

type FieldView<F> = F extends `${infer T}~${string}`
  ? ElementView<T> | undefined
  : F extends `${infer T}?`
    ? ElementView<T> | undefined
    : F extends `[${infer T}]`
      ? readonly ElementView<T>[]
      : F extends `{uint:${infer T}}`
        ? ReadonlyMap<number, ElementView<T>>
        : F extends `{${infer T}}`
          ? ReadonlyMap<string, ElementView<T>>
          : F extends MessageName | 'duration' | 'struct'
            ? ElementView<F> | undefined
            : ElementView<F>;

type ElementView<T> = T extends keyof Scalars
  ? Scalars[T]
  : T extends MessageName
    ? View<T>
    : T extends EnumName
      ? keyof (typeof ENUMS)[T] | number
      : never;

/** How a field is written, taken apart. */
export interface FieldType {
  readonly name: string;
  readonly shape: 'one' | 'list' | 'map';
  /** The element's type: the name of a scalar, an enumeration or a message. */
  readonly type: string;
  readonly isNumberKeyed: boolean;
  readonly isOptional: boolean;
  readonly group?: string;
  /** Another name of it, which counts if the usual one is not there. */
  readonly alias?: string;
}

/** The names in protobuf that the CRDs know beside those in JSON; of others, the API server lets none through. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['jwksUri', 'jwks_uri'],
  ['mirrorPercent', 'mirror_percent'],
]);

const FIELDS = new Map<string, readonly FieldType[]>();

/** The fields of a message, in protobuf's order. */
export function fieldsOfMessage(message: MessageName): readonly FieldType[] {
  let fields = FIELDS.get(message);
  if (!fields) {
    fields = Object.entries(MESSAGES[message]).map(([name, text]) => parseField(name, text));
    FIELDS.set(message, fields);
  }
  return fields;
}

function parseField(name: string, text: string): FieldType {
  const [whole = '', group] = text.split('~');
  const [, open, , isNumberKeyed, type = '', optional] =
    /^([[{])?((uint):)?(\w+)(\?)?[\]}]?$/.exec(whole) ?? [];
  const alias = ALIASES.get(name);
  return {
    name,
    shape: open === '[' ? 'list' : open === '{' ? 'map' : 'one',
    type,
    isNumberKeyed: isNumberKeyed !== undefined,
    isOptional: optional !== undefined || group !== undefined,
    ...(group !== undefined && { group }),
    ...(alias !== undefined && { alias }),
  };
}

export function isMessage(type: string): type is MessageName {
  return Object.hasOwn(MESSAGES, type);
}

export function isEnum(type: string): type is EnumName {
  return Object.hasOwn(ENUMS, type);
}
