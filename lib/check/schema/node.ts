import { fieldsOf, isFields, listOf, numberOf, textOf, type Fields } from '../../manifest/fields';

/** The types of JSON as bits: a field may be of several. */
export const STRING = 1;
export const INTEGER = 2;
export const NUMBER = 4;
export const BOOLEAN = 8;
export const ARRAY = 16;
export const OBJECT = 32;

const TYPES: ReadonlyMap<string, number> = new Map([
  ['string', STRING],
  ['integer', INTEGER],
  ['number', NUMBER],
  ['boolean', BOOLEAN],
  ['array', ARRAY],
  ['object', OBJECT],
]);

/** What a CRD says about one field: its OpenAPI schema, laid out for walking. */
export class SchemaNode {
  readonly types: number;
  readonly nullable: boolean;
  /** Only the formats that the API server looks at. */
  readonly format: string | undefined;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly additional: SchemaNode | undefined;
  readonly items: SchemaNode | undefined;
  readonly keepsUnknown: boolean;
  readonly required: readonly string[];
  readonly enum: readonly unknown[] | undefined;
  readonly default: unknown;
  readonly limits: Limits;
  readonly pattern: string | undefined;
  readonly allOf: readonly SchemaNode[];
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
  readonly listType: string | undefined;
  readonly listKeys: readonly string[];
  readonly rules: readonly SchemaRule[];
  /** The fields below that have a default. */
  readonly defaults: readonly (readonly [string, SchemaNode])[];
  /** Whether here or below there are rules, or lists whose elements must differ: where not, nobody needs to look. */
  readonly hasRules: boolean;
  readonly hasUniqueLists: boolean;

  constructor(schema: Fields) {
    this.types = typesOf(schema);
    this.nullable = schema.nullable === true;
    this.format = formatOf(textOf(schema.format), this.types);
    this.properties = new Map(
      Object.entries(fieldsOf(schema.properties)).map(([name, child]) => [
        name,
        new SchemaNode(fieldsOf(child)),
      ]),
    );
    this.additional = isFields(schema.additionalProperties)
      ? new SchemaNode(schema.additionalProperties)
      : undefined;
    this.items = isFields(schema.items) ? new SchemaNode(schema.items) : undefined;
    this.keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] === true;
    this.required = listOf(schema.required) as readonly string[];
    this.enum = Array.isArray(schema.enum) ? listOf(schema.enum) : undefined;
    this.default = schema.default;
    this.limits = limitsOf(schema);
    this.pattern = textOf(schema.pattern);
    this.allOf = nodesOf(schema.allOf);
    this.anyOf = nodesOf(schema.anyOf);
    this.oneOf = nodesOf(schema.oneOf);
    this.not = isFields(schema.not) ? new SchemaNode(schema.not) : undefined;
    this.listType = textOf(schema['x-kubernetes-list-type']);
    this.listKeys = listOf(schema['x-kubernetes-list-map-keys']) as readonly string[];
    this.rules = listOf(schema['x-kubernetes-validations']).map((rule) => new SchemaRule(fieldsOf(rule)));
    this.defaults = [...this.properties].filter(([, { default: value }]) => value !== undefined);
    const below = [
      ...this.properties.values(),
      ...[this.additional, this.items].filter((node) => node !== undefined),
    ];
    this.hasRules = this.rules.length > 0 || below.some(({ hasRules }) => hasRules);
    this.hasUniqueLists =
      this.listType === 'map' ||
      this.listType === 'set' ||
      below.some(({ hasUniqueLists }) => hasUniqueLists);
  }

  /** What is said about a field of this name. */
  child(name: string): SchemaNode | undefined {
    return this.properties.get(name) ?? this.additional;
  }
}

/** A rule in CEL. */
export class SchemaRule {
  readonly source: string;
  readonly message: string;

  constructor(rule: Fields) {
    this.source = textOf(rule.rule)!;
    this.message = textOf(rule.message)?.trim() ?? `failed rule: ${this.source.trim()}`;
  }
}

export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

function limitsOf(schema: Fields): Limits {
  return {
    minimum: numberOf(schema.minimum),
    maximum: numberOf(schema.maximum),
    minLength: numberOf(schema.minLength),
    maxLength: numberOf(schema.maxLength),
    minItems: numberOf(schema.minItems),
    maxItems: numberOf(schema.maxItems),
    minProperties: numberOf(schema.minProperties),
    maxProperties: numberOf(schema.maxProperties),
  };
}

function typesOf(schema: Fields): number {
  if (schema['x-kubernetes-int-or-string'] === true) return INTEGER | STRING;
  return TYPES.get(textOf(schema.type) ?? '') ?? 0;
}

/** Times are in the status only, which nobody writes. */
function formatOf(format: string | undefined, types: number): string | undefined {
  const known =
    types === INTEGER ? ['int32', 'int64'] : types === STRING || types === 0 ? ['ipv4', 'ipv6', 'byte'] : [];
  return format !== undefined && known.includes(format) ? format : undefined;
}

function nodesOf(schemas: unknown): readonly SchemaNode[] {
  return listOf(schemas).map((schema) => new SchemaNode(fieldsOf(schema)));
}
