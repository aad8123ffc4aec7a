/** More nodes than any honest document has, once its aliases are written out. */
const MAX_NODES = 2_000_000;
const MAX_DEPTH = 200;

/**
 * What is wrong with a document that would blow up whoever walks it: aliases of aliases grow exponentially, and an
 * alias of what surrounds it never ends. Nothing if it is fine.
 */
export function excess(root: unknown): string | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const measure = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) throw new ExcessError('an alias must not stand inside of what it stands for');
    if (open.size >= MAX_DEPTH) throw new ExcessError(`the nesting must be at most ${MAX_DEPTH} levels deep`);
    open.add(node);
    let size = 1;
    for (const child of Object.values(node)) size += measure(child);
    if (size > MAX_NODES)
      throw new ExcessError(`the document must have at most ${MAX_NODES} nodes with its aliases written out`);
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
