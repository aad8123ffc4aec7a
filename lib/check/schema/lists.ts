import { isFields, own, type Fields } from '../../manifest/fields';
import { show } from '../finding';
import { DUPLICATE } from './kinds';
import type { SchemaNode } from './node';
import type { Report } from './report';

/** Lists that are sets, or maps by some of the fields of their elements: no two may be the same. */
export function checkLists(node: SchemaNode, value: unknown, report: Report): void {
  if (!node.hasUniqueLists) return;
  const { path } = report;
  if (Array.isArray(value)) {
    if (node.listType === 'set' || node.listType === 'map') checkUnique(node, value, report);
    if (!node.items) return;
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      checkLists(node.items, value[i], report);
      path.pop();
    }
  } else if (isFields(value)) {
    for (const name of Object.keys(value)) {
      const child = node.child(name);
      if (!child?.hasUniqueLists) continue;
      path.push(name);
      checkLists(child, value[name], report);
      path.pop();
    }
  }
}

function checkUnique({ listType, listKeys }: SchemaNode, value: readonly unknown[], report: Report): void {
  const isMap = listType === 'map';
  if (isMap) {
    const other = value.findIndex((item) => item !== null && !isFields(item));
    if (other !== -1) {
      report.addBelow(other, DUPLICATE, `must be an object, got ${show(value[other])}`);
      return;
    }
  }
  if (value.length < 2) return;
  const seen = new Map<string, { readonly first: number; isReported: boolean }>();
  value.forEach((item, i) => {
    const key = isMap ? keyOf(item as Fields | null, listKeys) : item;
    const text = identity(key) ?? `${i}`;
    const known = seen.get(text);
    if (!known) seen.set(text, { first: i, isReported: false });
    else if (!known.isReported) {
      known.isReported = true; // the API server names the second one only
      report.addBelow(i, DUPLICATE, `must differ from element ${known.first}, got ${show(key)} in both`);
    }
  });
}

/** The fields by which the elements are told apart. */
function keyOf(item: Fields | null, names: readonly string[]): Fields {
  const present = names.filter((name) => item && own(item, name) !== undefined);
  return Object.fromEntries(present.map((name) => [name, item![name]]));
}

/**
 * Fields in one order: two objects are the same whatever order they were written in. Nothing for what is too deep, or
 * contains itself.
 */
function identity(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, part: unknown) =>
      isFields(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
    );
  } catch {
    return undefined;
  }
}
