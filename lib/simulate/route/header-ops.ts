import type { HeaderChanges } from '../decision';
import type { HeaderOps } from '../virtual-service/model';

/** The changes that are made of headers. Nothing if there are none. Names are as written. */
export function headerChanges(...all: readonly (HeaderOps | undefined)[]): HeaderChanges | undefined {
  const set: Record<string, string> = Object.create(null) as Record<string, string>;
  const add: Record<string, string> = Object.create(null) as Record<string, string>;
  const remove: string[] = [];
  for (const ops of all) {
    if (!ops) continue;
    for (const [name, text] of ops.set) if (!isInternal(name)) set[name] = text;
    for (const [name, text] of ops.add) if (!isInternal(name)) add[name] = text;
    for (const name of ops.remove) if (!isInternal(name)) remove.push(name);
  }
  if (remove.length === 0 && Object.keys(set).length === 0 && Object.keys(add).length === 0) return undefined;
  return Object.freeze({
    set: Object.freeze({ ...set }),
    add: Object.freeze({ ...add }),
    remove: Object.freeze(remove),
  });
}

/** Changing the host header is a rewrite: `set` before `add`. */
export function authorityIn(ops: HeaderOps | undefined): string | undefined {
  if (!ops) return undefined;
  for (const changes of [ops.set, ops.add]) {
    let found: string | undefined;
    for (const [name, text] of changes) if (isAuthority(name)) found = text;
    if (found) return found;
  }
  return undefined;
}

/** Pseudo headers cannot be changed. */
function isInternal(name: string): boolean {
  return name.startsWith(':') || name.toLowerCase() === 'host';
}

function isAuthority(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === ':authority' || lower === 'host';
}
