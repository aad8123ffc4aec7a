// Small changes of an object, each a mistake that somebody may make.
import { copyOf, drop, nothing, put, repeat } from '../changes.mjs';
import { NUMBERS, anyText, anyValue } from './values.mjs';

/** A copy with one to three changes. `others` holds the values that fields of a name have elsewhere. */
export function mutant(object, others, choose) {
  const copy = copyOf(object);
  for (let count = 1 + choose.below(3); count > 0; count--) change(copy, others, choose);
  return copy;
}

const MUTATIONS = [
  drop,
  drop,
  retype,
  retype,
  edge,
  edge,
  edge,
  unknown,
  typo,
  repeat,
  graft,
  graft,
  graft,
  nothing,
  proto,
];

function change(object, others, choose) {
  const places = [];
  collect(object, places, 0);
  const place = choose.pick(
    places.filter(({ key }) => choose.chance(0.1) || !['apiVersion', 'kind', 'name'].includes(key)),
  );
  if (place) choose.pick(MUTATIONS)(place, others, choose);
}

function collect(node, places, depth) {
  if (typeof node !== 'object' || node === null || depth > 20) return;
  for (const key of Object.keys(node)) {
    // Metadata and status matter less than what is said in between.
    const isAside = depth === 0 && (key === 'metadata' || key === 'status');
    if (!isAside || places.length % 7 === 0) {
      places.push({ parent: node, key: Array.isArray(node) ? Number(key) : key });
      collect(node[key], places, depth + 1);
    }
  }
}

function retype({ parent, key }, _, choose) {
  put(parent, key, anyValue(choose));
}

/** A value of the same type, but on an edge. */
function edge({ parent, key }, _, choose) {
  const value = parent[key];
  if (typeof value === 'string') put(parent, key, anyText(choose));
  else if (typeof value === 'number') put(parent, key, choose.pick(NUMBERS));
  else if (typeof value === 'boolean') put(parent, key, !value);
  else if (Array.isArray(value))
    put(
      parent,
      key,
      choose.pick([
        [],
        [...value, ...value],
        Array.from({ length: choose.pick([17, 65, 257]) }, () => value[0] ?? 'a'),
      ]),
    );
  else if (typeof value === 'object' && value !== null) put(value, anyText(choose), anyValue(choose));
}

function unknown({ parent }, _, choose) {
  if (!Array.isArray(parent))
    put(parent, choose.pick(['foo', 'snake_case', 'Spec', 'a.b', 'a/b', 'x y', '']), anyValue(choose));
}

function typo({ parent, key }, _, choose) {
  if (Array.isArray(parent)) return;
  const at = choose.below(key.length);
  const wrong = choose.pick([
    key.toUpperCase(),
    key.slice(0, at) + key.slice(at + 1),
    `${key}s`,
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ]);
  const value = parent[key];
  delete parent[key];
  put(parent, wrong, value);
}

/** What a field of this name, or of a name that some object has, holds elsewhere. */
function graft({ parent, key }, others, choose) {
  if (Array.isArray(parent)) {
    put(parent, key, copyOf(choose.pick(others.get(choose.pick([...others.keys()])))));
    return;
  }
  const name = choose.chance(0.5) ? key : choose.pick([...others.keys()]);
  if (others.has(name)) put(parent, name, copyOf(choose.pick(others.get(name))));
}

function proto({ parent }, _, choose) {
  if (!Array.isArray(parent))
    put(parent, choose.pick(['__proto__', 'constructor', 'toString']), anyValue(choose));
}
