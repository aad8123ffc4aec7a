// Values made up from the types of Istio's API.
import { library } from './library.mjs';
import { NUMBERS, TEXTS } from './values.mjs';

const MAX_DEPTH = 3;

/** The messages in a spec, and the fields that each can have. */
export function typedPlaces(type, node, places = []) {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return places;
  const { fieldsOfMessage, isMessage } = library('check/webhook/proto/messages');
  const fields = fieldsOfMessage(type);
  if (fields.length > 0) places.push({ node, fields });
  for (const { name, shape, type: inner } of fields) {
    const value = Object.hasOwn(node, name) ? node[name] : undefined;
    if (!isMessage(inner) || typeof value !== 'object' || value === null) continue;
    const elements = shape === 'one' ? [value] : Object.values(value);
    for (const element of elements) typedPlaces(inner, element, places);
  }
  return places;
}

/** A value of the field's type; of a text or number, often one that fields of this name have elsewhere. */
export function invented(field, fields, choose, depth) {
  const known = fields.get(field.name);
  if (known && choose.below(3) === 0) return JSON.parse(JSON.stringify(choose.pick(known)));
  const element = () => single(field, fields, choose, depth);
  const count = choose.pick([0, 1, 1, 1, 2, 2, 3]);
  if (field.shape === 'list') return Array.from({ length: count }, element);
  if (field.shape === 'one') return element();
  const key = () => (field.isNumberKeyed ? String(choose.pick(NUMBERS)) : choose.pick(TEXTS));
  return Object.fromEntries(Array.from({ length: count }, () => [key(), element()]));
}

function single(field, fields, choose, depth) {
  const { fieldsOfMessage, isEnum, isMessage } = library('check/webhook/proto/messages');
  const { ENUMS } = library('check/webhook/proto/schema/enums');
  const { type } = field;
  if (isMessage(type)) {
    const message = {};
    if (depth >= MAX_DEPTH) return message;
    const all = fieldsOfMessage(type);
    for (const inner of all) {
      if (choose.below(all.length) < 3) message[inner.name] = invented(inner, fields, choose, depth + 1);
    }
    return message;
  }
  if (isEnum(type))
    return choose.below(20) === 0 ? choose.pick([0, 1, 9, 'NO']) : choose.pick(Object.keys(ENUMS[type]));
  if (type === 'bool') return choose.below(2) === 0;
  if (type === 'duration')
    return choose.pick(['1s', '0s', '1.5s', '1ms', '0.5ms', '1.0005s', '1h', '-1s', '1500ms', '1', '1d']);
  if (type === 'struct') return {};
  if (type === 'bytes') return choose.pick(['YQ==', 'YQ', '', 'a']);
  if (type === 'string') return choose.pick(TEXTS);
  return choose.below(4) === 0 ? choose.pick(NUMBERS) : choose.pick([0, 1, 2, 80, 100, 443, 8080, -1]);
}
