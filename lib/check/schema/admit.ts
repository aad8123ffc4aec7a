import { isFields, own, type Fields } from '../../manifest/fields';
import type { SchemaNode } from './node';
import type { Report } from './report';

/** No schema is that deep: below are lists in lists, which are wrong already. */
const MAX_DEPTH = 500;

/** What every object has, whatever its schema says. */
const COMMON = ['apiVersion', 'kind', 'metadata'];

/**
 * The object as the API server would store it: without the fields that it does not know, without nulls, and with
 * defaults. What is given stays as it is; the parts that do not change are shared.
 */
export function admit(schema: SchemaNode, object: Fields, report: Report): Fields {
  return admitFields(schema, object, report, COMMON);
}

function admitValue(node: SchemaNode | undefined, value: unknown, report: Report): unknown {
  if (Array.isArray(value)) return admitList(node, value, report);
  return isFields(value) ? admitFields(node, value, report, []) : value;
}

function admitFields(
  node: SchemaNode | undefined,
  value: Fields,
  report: Report,
  common: readonly string[],
): Fields {
  let admitted: Record<string, unknown> | undefined;
  const { path } = report;
  for (const name of Object.keys(value)) {
    if (common.includes(name)) continue;
    const before = value[name];
    if (before === undefined) continue;
    const child = node?.child(name);
    if (!child) {
      if (node?.keepsUnknown) continue;
      reportUnknown(node, value, name, report);
      admitted ??= { ...value };
      Reflect.deleteProperty(admitted, name);
      continue;
    }
    path.push(name);
    const isNull = before === null && !child.nullable;
    const after = isNull ? undefined : admitValue(child, before, report);
    path.pop();
    if (after === before) continue;
    admitted ??= { ...value };
    if (isNull) Reflect.deleteProperty(admitted, name);
    else put(admitted, name, after);
  }
  for (const [name, child] of node?.defaults ?? []) {
    if (own(admitted ?? value, name) !== undefined) continue;
    admitted ??= { ...value };
    put(admitted, name, admitValue(child, child.default, report));
  }
  return admitted ?? value;
}

function admitList(
  node: SchemaNode | undefined,
  value: readonly unknown[],
  report: Report,
): readonly unknown[] {
  const items = node?.items;
  if ((!items && node?.keepsUnknown) || report.path.length > MAX_DEPTH) return value;
  let admitted: unknown[] | undefined;
  const { path } = report;
  for (let i = 0; i < value.length; i++) {
    path.push(i);
    const after = admitValue(items, value[i], report);
    path.pop();
    if (after !== value[i]) (admitted ??= [...value])[i] = after;
  }
  return admitted ?? value;
}

/** An assignment to `__proto__` would be to the prototype. */
function put(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

function reportUnknown(node: SchemaNode | undefined, value: Fields, name: string, report: Report): void {
  const known = [...(node?.properties.keys() ?? [])].filter((other) => own(value, other) === undefined);
  report.addUnknown(name, known);
}
