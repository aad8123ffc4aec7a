// Objects made up from their schema: fields that no example uses are used, too.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { put } from './mutate.mjs';
import { NUMBERS, anyText, anyValue } from './values.mjs';

const CRDS = fileURLToPath(new URL('../../../imports/crds', import.meta.url));

/** What there is to know about each kind. */
export function kinds() {
  return readdirSync(CRDS, { recursive: true })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const { spec } = parse(readFileSync(join(CRDS, file), 'utf8'));
      const [{ name, schema }] = spec.versions;
      return {
        channel: file.includes('experimental') ? 'experimental' : 'standard',
        apiVersion: `${spec.group}/${name}`,
        kind: spec.names.kind,
        schema: schema.openAPIV3Schema,
      };
    });
}

export function invented({ apiVersion, kind, schema }, choose) {
  const object = { apiVersion, kind, metadata: { name: 'made-up' }, spec: value(schema.properties.spec, choose, 0) };
  if (choose.chance(0.02)) object.status = value(schema.properties.status ?? {}, choose, 0);
  return object;
}

function value(schema, choose, depth) {
  if (choose.chance(0.01)) return anyValue(choose);
  if (schema.nullable && choose.chance(0.1)) return null;
  if (schema.enum && choose.chance(0.95)) return choose.pick(schema.enum);
  if (schema.properties || schema.additionalProperties || schema.type === 'object') return object(schema, choose, depth);
  if (schema.type === 'array') return list(schema, choose, depth);
  if (schema.type === 'boolean') return choose.chance(0.5);
  if (schema.type === 'integer' || schema.type === 'number') return number(schema, choose);
  return choose.chance(0.5) ? plain(schema, choose) : anyText(choose);
}

function object(schema, choose, depth) {
  const made = {};
  const names = Object.keys(schema.properties ?? {});
  const share = Math.min(1, choose.pick([0.3, 1.5, 3, 6]) / names.length) * (depth > 6 ? 0.5 : 1);
  for (const name of names) {
    const isWanted = schema.required?.includes(name) ? choose.chance(0.97) : choose.chance(share);
    if (isWanted) made[name] = value(schema.properties[name], choose, depth + 1);
  }
  if (typeof schema.additionalProperties === 'object') {
    for (let count = choose.below(4); count > 0; count--) {
      const name = choose.chance(0.5) ? choose.pick(['app', 'version', '80', 'a.com/b']) : anyText(choose);
      put(made, name, value(schema.additionalProperties, choose, depth + 1));
    }
  }
  return made;
}

function list(schema, choose, depth) {
  const few = depth > 6 ? [0, 1] : [1, 1, 2, 2, 3, 4];
  const length = choose.chance(0.01) ? (schema.maxItems ?? 8) + 1 : choose.pick(few);
  const items = Array.from({ length: Math.min(length, 70) }, () => value(schema.items ?? {}, choose, depth + 1));
  if (items.length > 1 && choose.chance(0.2)) items[1] = structuredClone(items[0]);
  return items;
}

function number({ type, minimum = 0, maximum = 100 }, choose) {
  if (choose.chance(0.2)) return choose.pick(NUMBERS);
  if (choose.chance(0.1)) return choose.pick([minimum, maximum, minimum - 1, maximum + 1]);
  return minimum + choose.below(Math.min(maximum - minimum, 100) + 1) + (type === 'number' && choose.chance(0.3) ? 0.5 : 0);
}

function plain({ minLength = 0, maxLength = 300 }, choose) {
  const lengths = [minLength, maxLength, maxLength + 1, minLength - 1, 3].filter((length) => length >= 0 && length < 5000);
  return choose.chance(0.7) ? choose.pick(['a', 'b', '10s', 'a.com', 'Service', 'https://a']) : 'x'.repeat(choose.pick(lengths));
}
