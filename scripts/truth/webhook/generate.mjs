// Small changes of objects, each a mistake that somebody may make, or a value that some rule asks about.
import { copyOf, drop, nothing, put, repeat } from '../changes.mjs';
import { choices } from '../check/random.mjs';
import { invented, typedPlaces } from './invent.mjs';
import { NUMBERS, TEXTS } from './values.mjs';

/** A copy with one to three changes, the same for the same seed. */
export function mutant(objects, fields, seed) {
  const choose = choices(seed);
  const object = copyOf(choose.pick(objects));
  for (let count = 1 + choose.below(3); count > 0; count--) change(object, fields, choose);
  return object;
}

const WAYS = [
  drop,
  drop,
  retype,
  text,
  text,
  text,
  number,
  number,
  graft,
  graft,
  graft,
  graft,
  repeat,
  empty,
  nothing,
  strange,
];

function change(object, fields, choose) {
  const places = [];
  collect(object.spec, places, 0);
  if (choose.below(12) === 0) return aside(object, choose);
  if (choose.below(2) === 0) return grow(object, fields, choose);
  const place = choose.pick(places);
  if (place) choose.pick(WAYS)(place, fields, choose);
  else object.spec = choose.pick([{}, null, [], 'a', undefined]);
}

/** Gives a message a field that it can have, whatever its value. */
function grow(object, fields, choose) {
  const place = choose.pick(typedPlaces(object.kind, object.spec));
  if (!place) return;
  const field = choose.pick(place.fields);
  put(place.node, field.name, invented(field, fields, choose, 0));
}

function collect(node, places, depth) {
  if (typeof node !== 'object' || node === null || depth > 20) return;
  for (const key of Object.keys(node)) {
    places.push({ parent: node, key: Array.isArray(node) ? Number(key) : key });
    collect(node[key], places, depth + 1);
  }
}

function retype({ parent, key }, _, choose) {
  put(
    parent,
    key,
    choose.pick([null, true, false, 0, 1, -1, 'a', '', [], {}, [null], [{}], { a: null }, ['a'], '80', 1.5]),
  );
}

function text(place, _, choose) {
  const { parent, key } = place;
  const value = parent[key];
  if (Array.isArray(value)) value.push(choose.pick(TEXTS));
  else if (typeof value === 'string') put(parent, key, choose.pick(TEXTS));
  else if (typeof value === 'object' && value !== null) put(value, choose.pick(TEXTS), choose.pick(TEXTS));
}

function number({ parent, key }, fields, choose) {
  if (typeof parent[key] === 'number') put(parent, key, choose.pick(NUMBERS));
  else graft({ parent, key }, fields, choose);
}

/** What a field of this name, or one beside it, holds elsewhere. */
function graft({ parent, key }, fields, choose) {
  if (Array.isArray(parent)) return;
  const name = choose.below(3) === 0 ? key : choose.pick([...fields.keys()]);
  const values = fields.get(name);
  if (values) put(parent, name, copyOf(choose.pick(values)));
}

function empty({ parent, key }) {
  const value = parent[key];
  if (typeof value === 'object' && value !== null) put(parent, key, Array.isArray(value) ? [] : {});
}

function strange({ parent }, _, choose) {
  if (!Array.isArray(parent))
    put(parent, choose.pick(['__proto__', 'constructor', 'toString', 'foo']), choose.pick([1, 'a', {}, []]));
}

const ANNOTATIONS = [
  'istio.io/dry-run',
  'internal.istio.io/webhook-always-reject',
  'internal.istio.io/parents',
  'internal.istio.io/parent-namespace',
  'internal.istio.io/route-semantics',
  'internal.istio.io/gateway-semantics',
];
const LABELS = ['istio.io/use-waypoint', 'networking.istio.io/enable-autoallocate-ip', 'app'];

function aside(object, choose) {
  object.metadata ??= {};
  const field = choose.pick(['annotations', 'labels', 'namespace', 'name']);
  if (field === 'name') object.metadata.name = choose.pick(['a.b', 'a', 'a-b']);
  else if (field === 'namespace') object.metadata.namespace = choose.pick(['a', 'b', 'istio-system', 'shop']);
  else {
    if (typeof object.metadata[field] !== 'object') object.metadata[field] = {};
    const name = choose.pick(field === 'labels' ? LABELS : ANNOTATIONS);
    object.metadata[field][name] = choose.pick(['true', 'false', 'gateway', 'none', 'a', '', 'maybe']);
  }
}
