import { isFields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import type { Edit, EditValue } from '../edit';

type Container = Record<string | number, unknown>;

/**
 * The value with its edits made, or nothing if one of them cannot be. What is given stays as it is; whatever it shares
 * by aliases is written out.
 */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  const root: unknown = JSON.parse(JSON.stringify(value));
  const isDone = inOrder(edits).every((edit) => applyEdit(root, edit));
  return isDone ? root : undefined;
}

/** Paths are those of before: so what moves others comes last, and the deepest and last of it first. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const rank = { set: 0, quote: 0, insert: 0, rename: 1, remove: 1 };
  return [...edits].sort(
    (a, b) =>
      rank[a.kind] - rank[b.kind] ||
      b.path.length - a.path.length ||
      Number(b.path.at(-1)) - Number(a.path.at(-1)) ||
      0,
  );
}

function applyEdit(root: unknown, edit: Edit): boolean {
  const parent = follow(root, edit.path.slice(0, -1));
  const last = edit.path.at(-1);
  if (parent === undefined || last === undefined) return false;
  const isThere = Object.hasOwn(parent, last);
  if (isThere === (edit.kind === 'insert')) return false;
  switch (edit.kind) {
    case 'set':
      put(parent, last, edit.value);
      return true;
    case 'insert':
      put(parent, last, edit.value);
      return isFields(parent);
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else Reflect.deleteProperty(parent, last);
      return true;
    case 'rename': {
      if (Object.hasOwn(parent, edit.to)) return false;
      const { [last]: field } = parent;
      Reflect.deleteProperty(parent, last);
      put(parent, edit.to, field as EditValue);
      return true;
    }
    case 'quote':
      return false; // the text says what the value is: see `resolve`
  }
}

function follow(root: unknown, path: Path): Container | undefined {
  let at: unknown = root;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Container)[step];
  }
  return typeof at === 'object' && at !== null ? (at as Container) : undefined;
}

/** An assignment to `__proto__` would be to the prototype. */
function put(container: Container, key: string | number, value: EditValue): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}
