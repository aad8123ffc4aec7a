// Looking into objects that anybody may have written: a field of another type than expected is as good as none.

export type Fields = Readonly<Record<string, unknown>>;

const NO_FIELDS: Fields = Object.freeze({});
const NO_ELEMENTS: readonly never[] = Object.freeze([]);
const NO_TEXTS: ReadonlyMap<string, string> = new Map<string, string>();

/** Whether it is a mapping. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping, or an empty one. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

/** The mapping, or nothing. */
export function optionalFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

/** The elements, or none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_ELEMENTS;
}

/** The elements, with an empty mapping for each that is none. */
export function fieldsList(value: unknown): readonly Fields[] {
  const list = listOf(value);
  return list.every(isFields) ? list : list.map(fieldsOf); // hardly any list needs a copy
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts among the elements. */
export function textsOf(value: unknown): readonly string[] {
  const list = listOf(value);
  return list.every(isText) ? list : list.filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The texts in a mapping, such as labels. A `Map`, so that no name is special. */
export function textMap(value: unknown): ReadonlyMap<string, string> {
  if (!isFields(value)) return NO_TEXTS; // most objects have no labels, and an empty map is not small
  const map = new Map<string, string>();
  for (const name of Object.keys(value)) {
    const text = value[name];
    if (typeof text === 'string') map.set(name, text);
  }
  return map;
}

/** The field of the mapping itself, not one that every JavaScript object has. */
export function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
