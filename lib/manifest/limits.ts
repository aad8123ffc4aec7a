/** By how much a document may grow when its aliases are written out, in characters: no honest one does. */
const MAX_GROWTH = 4_000_000;
const MAX_DEPTH = 200;
/** A node takes a character at least, and something to part it from the next one. */
const NODE = 2;

/**
 * What is wrong with a document that would blow up whoever walks it: aliases of aliases grow exponentially, and an
 * alias of what surrounds it never ends. Nothing if it is fine. `length` is that of its text.
 */
export function excess(root: unknown, length: number): string | undefined {
  const most = MAX_GROWTH + NODE * length;
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const measure = (node: unknown): number => {
    if (typeof node === 'string') return NODE + node.length;
    if (typeof node !== 'object' || node === null) return NODE;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) throw new ExcessError('an alias must not stand inside of what it stands for');
    if (open.size >= MAX_DEPTH) throw new ExcessError(`the nesting must be at most ${MAX_DEPTH} levels deep`);
    open.add(node);
    let size = NODE;
    if (Array.isArray(node)) for (const child of node) size += measure(child);
    else for (const [name, child] of Object.entries(node)) size += name.length + measure(child);
    if (size > most)
      throw new ExcessError(`the document must have at most ${most} characters with its aliases written out`);
    open.delete(node);
    sizes.set(node, size);
    return size;
  };
  try {
    measure(root);
    return undefined;
  } catch (error) {
    if (error instanceof ExcessError) return error.message;
    throw error;
  }
}

class ExcessError extends Error {}
