import { isFields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import { ALIASES } from './proto/messages';

/** A path of fields by their usual names, with the other name of each where the object is written with that. */
export function asWritten(object: unknown, path: Path): Path {
  if (!path.some((step) => ALIASES.has(String(step)))) return path;
  let node = object;
  return path.map((step) => {
    const name = nameIn(node, step);
    node =
      Array.isArray(node) || isFields(node) ? (node as Readonly<Record<string, unknown>>)[name] : undefined;
    return name;
  });
}

function nameIn(node: unknown, step: string | number): string | number {
  const alias = ALIASES.get(String(step));
  if (alias === undefined || !isFields(node) || !Object.hasOwn(node, alias)) return step;
  const usual = Object.hasOwn(node, step) ? node[step] : undefined;
  return usual === undefined || usual === null ? alias : step;
}
