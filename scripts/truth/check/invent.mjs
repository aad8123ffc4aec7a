// Objects made up from their schema: fields that no example uses are used, too.
import { copyOf, put } from '../changes.mjs';
import { ADDRESSES, DURATIONS, EDGES, NUMBERS, PATHS, URLS, anyText, anyValue } from './values.mjs';

/**
 * An object of a kind. The types of a calm one are right, and its texts have the required form: only the rules between
 * the fields may not like it.
 */
export function invented({ apiVersion, kind, schema }, choose) {
  const inventor = new Inventor(choose, choose.chance(0.7));
  const metadata = choose.chance(0.1) ? inventor.value(METADATA, 0) : { name: 'made-up' };
  const object = { apiVersion, kind, metadata, spec: inventor.value(schema.properties.spec, 0) };
  if (choose.chance(0.02)) object.status = inventor.value(schema.properties.status ?? {}, 0);
  return object;
}

/** A value that a schema takes, as far as one can see without its rules. */
export function fitting(schema, name, choose) {
  return new Inventor(choose, true).value(schema, DEEP, name);
}

/** Below here, lists are short. */
const DEEP = 5;

const TEXT = { type: 'string' };
const TIME = {
  type: 'string',
  enum: ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678+01:00', '2026-01-02', '', null],
};

/** What metadata is: no CRD says so. */
const METADATA = {
  type: 'object',
  required: ['name'],
  properties: {
    name: TEXT,
    generateName: { enum: ['a-', '-', 'A-', 'a.-', 'a', '', 'a--', 5] },
    namespace: TEXT,
    uid: TEXT,
    generation: { type: 'integer', minimum: -1 },
    creationTimestamp: TIME,
    labels: { type: 'object', additionalProperties: TEXT },
    annotations: { type: 'object', additionalProperties: TEXT },
    finalizers: {
      type: 'array',
      items: { enum: ['orphan', 'foregroundDeletion', 'a', 'a.com/b', 'a/b/c', '', 'A b'] },
    },
    ownerReferences: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          apiVersion: { enum: ['v1', 'apps/v1', 'a/b/c', '', '/'] },
          kind: { enum: ['Pod', 'Event', ''] },
          name: TEXT,
          uid: TEXT,
          controller: { type: 'boolean' },
          blockOwnerDeletion: { type: 'boolean' },
        },
        required: ['apiVersion', 'kind', 'name', 'uid'],
      },
    },
    managedFields: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          manager: TEXT,
          operation: { enum: ['Apply', 'Update', 'Create', ''] },
          time: TIME,
          fieldsType: { enum: ['FieldsV1', 'FieldsV2', ''] },
          fieldsV1: { enum: [{}, { 'f:a': {} }] },
          subresource: TEXT,
        },
      },
    },
  },
};

class Inventor {
  #choose;
  #isCalm;

  constructor(choose, isCalm) {
    this.#choose = choose;
    this.#isCalm = isCalm;
  }

  value(schema, depth, name = '') {
    const choose = this.#choose;
    if (!this.#isCalm && choose.chance(0.01)) return anyValue(choose);
    if (schema.nullable && choose.chance(0.1)) return null;
    if (schema.enum && (this.#isCalm || choose.chance(0.95))) return choose.pick(schema.enum);
    if (schema.properties || schema.additionalProperties || schema.type === 'object')
      return this.#object(schema, depth);
    if (schema.type === 'array') return this.#list(schema, depth, name);
    if (schema.type === 'boolean') return choose.chance(0.5);
    if (schema.type === 'integer' || schema.type === 'number') return this.#number(schema);
    return this.#text(schema, name);
  }

  #object(schema, depth) {
    const choose = this.#choose;
    const made = {};
    const names = Object.keys(schema.properties ?? {});
    const share = Math.min(1, choose.pick([0.3, 1.5, 3, 6]) / names.length);
    const excluded = this.#isCalm ? this.#losers(schema) : [];
    for (const name of names) {
      const isRequired = schema.required?.includes(name);
      const isWanted = isRequired ? this.#isCalm || choose.chance(0.97) : choose.chance(share);
      if (isWanted && !excluded.includes(name))
        made[name] = this.value(schema.properties[name], depth + 1, name);
    }
    if (typeof schema.additionalProperties === 'object') {
      for (let count = choose.below(4); count > 0; count--) {
        const name = choose.chance(0.5)
          ? choose.pick(['app', 'version', '80', 'a.com/b', ''])
          : anyText(choose);
        put(made, name, this.value(schema.additionalProperties, depth + 1, 'label'));
      }
    }
    return made;
  }

  /** Of fields that exclude each other, all but one. */
  #losers({ oneOf, allOf = [] }) {
    const groups = [oneOf, ...allOf.map((part) => part.oneOf)].filter(Boolean);
    return groups.flatMap((group) => {
      const names = group.flatMap(({ required = [] }) => required);
      const winner = names.length > 0 && this.#choose.pick(names);
      return names.filter((name) => name !== winner);
    });
  }

  #list({ items = {}, minItems = 0, maxItems = 100 }, depth, name) {
    const choose = this.#choose;
    const isTooMany = !this.#isCalm && choose.chance(0.01);
    const wanted = isTooMany
      ? maxItems + 1
      : Math.max(minItems, choose.pick(depth > 3 ? [0, 1, 1, 2] : [1, 1, 1, 2, 2, 3]));
    const length = Math.min(wanted, isTooMany ? 70 : maxItems);
    const made = Array.from({ length }, () => this.value(items, depth + 1, name));
    if (length > 1 && choose.chance(0.3)) {
      const [one, two] = [choose.below(length), choose.below(length)];
      made[one] = copyOf(made[two]);
      if (choose.chance(0.5)) this.#alter(made[one], items, depth);
    }
    return made;
  }

  /** Two elements that are nearly the same are what rules about lists are for. */
  #alter(element, { properties }, depth) {
    if (!properties || typeof element !== 'object' || element === null) return;
    const name = this.#choose.pick(Object.keys(properties));
    if (name in element && this.#choose.chance(0.3)) delete element[name];
    else element[name] = this.value(properties[name], depth + 1, name);
  }

  #number({ type, minimum = 0, maximum = 100 }) {
    const choose = this.#choose;
    if (!this.#isCalm && choose.chance(0.2)) return choose.pick(NUMBERS);
    if (!this.#isCalm && choose.chance(0.1)) return choose.pick([minimum, maximum, minimum - 1, maximum + 1]);
    if (choose.chance(0.1)) return choose.pick([minimum, maximum]);
    const whole = minimum + choose.below(Math.min(maximum - minimum, 100) + 1);
    return type === 'number' && whole < maximum && choose.chance(0.3) ? whole + 0.5 : whole;
  }

  #text({ minLength = 0, maxLength = 300, pattern = '' }, name) {
    const choose = this.#choose;
    if (this.#isCalm) {
      const form = new RegExp(pattern);
      const fits = (text) => text.length >= minLength && text.length <= maxLength && form.test(text);
      const usual = choose.chance(0.7) && FITTING.find(([names]) => names.test(name))?.[1];
      const some = usual || (choose.chance(0.3) ? USUAL : choose.pick(EDGES));
      const fitting = [some, USUAL, ...EDGES]
        .map((texts) => texts.filter(fits))
        .find((texts) => texts.length > 0);
      return fitting ? choose.pick(fitting) : 'a';
    }
    const lengths = [minLength, maxLength, maxLength + 1, minLength - 1, 3].filter(
      (length) => length >= 0 && length < 5000,
    );
    if (choose.chance(0.5)) return anyText(choose);
    return choose.chance(0.7) ? choose.pick(USUAL) : 'x'.repeat(choose.pick(lengths));
  }
}

const USUAL = ['a', 'b', '10s', 'a.com', 'Service', 'https://a', '', 'HTTP', '1m'];

/** What fields of some names are usually about. */
const FITTING = [
  [/^address(es)?$/, ADDRESSES],
  [/ur[li]$/i, URLS],
  [/time|duration|interval|delay|backoff|^request$|backendRequest|maxAge/i, DURATIONS],
  [/^(value|path|prefix)$/, PATHS],
  [/^label$/, ['*', 'a', '', 'a*', 'b']],
  [
    /host/i,
    ['*.a.com', 'a.com', '*', 'a.*', '1.2.3.4', '::1', 'A.com', '*.*.a', '*a.com', 'a.cluster.local'],
  ],
  [/^allow/, ['*', 'GET', 'a', 'https://a.com']],
  [/^(name|sectionName|key)$/, ['a', 'b', '']],
];
