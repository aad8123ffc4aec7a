// Objects with one value on an edge of what its schema takes, in any field of any kind, and the least around it.
import { put } from '../changes.mjs';
import { fitting } from './invent.mjs';
import { strangeMetadata } from './strange-metadata.mjs';
import { DURATIONS, NUMBERS, anyText, anyValue } from './values.mjs';

/** Deeper than that, schemas repeat themselves. */
const MAX_DEPTH = 15;

export function onAnEdge({ apiVersion, kind, schema }, choose) {
  const spec = schema.properties.spec ?? {};
  const { way } = choose.pick(fieldsOf(spec));
  const object = { apiVersion, kind, metadata: { name: 'edge' }, spec: around(spec, way, choose) };
  if (choose.chance(0.2)) Object.assign(object.metadata, strangeMetadata(choose));
  if (choose.chance(0.05)) object.status = fitting(schema.properties.status ?? {}, 'status', choose);
  return object;
}

const FIELDS = new WeakMap();

/** The ways to all fields of a schema: names, and * for elements. */
function fieldsOf(spec) {
  if (!FIELDS.has(spec)) FIELDS.set(spec, [...walk(spec, [])]);
  return FIELDS.get(spec);
}

function* walk(schema, way) {
  yield { way };
  if (way.length >= MAX_DEPTH) return;
  for (const [name, child] of Object.entries(schema.properties ?? {})) yield* walk(child, [...way, name]);
  const element = elementOf(schema);
  if (element) yield* walk(element, [...way, '*']);
}

function elementOf({ items, additionalProperties }) {
  return items ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}

function around(schema, [step, ...way], choose, name = '') {
  if (step === undefined) return edge(schema, name, choose);
  if (schema.items) {
    const element = () => around(schema.items, way, choose, name);
    return choose.chance(0.15) ? [element(), element()] : [element()];
  }
  const made = {};
  for (const needed of schema.required ?? [])
    if (needed !== step) made[needed] = fitting(schema.properties?.[needed] ?? {}, needed, choose);
  const child = step === '*' ? elementOf(schema) : schema.properties[step];
  put(made, step === '*' ? anyText(choose) : step, around(child, way, choose, step));
  if (choose.chance(0.2)) neighbour(made, schema, choose);
  return made;
}

/** Rules are about fields beside each other. */
function neighbour(made, { properties = {} }, choose) {
  const name = choose.pick(Object.keys(properties));
  if (name !== undefined && !Object.hasOwn(made, name)) made[name] = fitting(properties[name], name, choose);
}

function edge(schema, name, choose) {
  if (choose.chance(0.25)) return anyValue(choose);
  if (choose.chance(0.15)) return fitting(schema, name, choose);
  const { type, minimum = 0, maximum = 100, minLength = 1, maxLength = 63 } = schema;
  if (schema.enum)
    return choose.pick([...schema.enum, `${schema.enum[0]}`.toLowerCase(), `${schema.enum[0]} `]);
  if (type === 'integer' || type === 'number')
    return choose.pick([minimum - 1, minimum, maximum, maximum + 1, minimum + 0.5, choose.pick(NUMBERS)]);
  if (type === 'string') {
    const length = choose.pick([minLength - 1, minLength, maxLength, maxLength + 1]);
    const long = choose.pick(['x', 'é', '\u{1F600}']).repeat(Math.max(0, Math.min(length, 5000)));
    return choose.pick([long, anyText(choose), anyText(choose), choose.pick(DURATIONS)]);
  }
  if (type === 'array') return someElements(schema, name, choose);
  return choose.pick([{}, null, fitting(schema, name, choose)]);
}

function someElements({ items = {}, minItems = 0, maxItems = 64 }, name, choose) {
  const length = choose.pick([minItems - 1, minItems, maxItems, maxItems + 1]);
  return Array.from({ length: Math.max(0, Math.min(length, 70)) }, () => fitting(items, name, choose));
}
