/**
 * What of an answer is not as expected: maps are compared by key, lists from their beginning, `>1` and `<1` by number,
 * and null means absent.
 */
export function unmet(expected: unknown, got: unknown, where = 'answer'): string[] {
  if (Array.isArray(expected)) {
    return expected.flatMap((item, i) =>
      unmet(item, Array.isArray(got) ? got[i] : undefined, `${where}.${i}`),
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, inner]) =>
      unmet(inner, (got as Record<string, unknown> | null | undefined)?.[key], `${where}.${key}`),
    );
  }
  return meets(expected, got)
    ? []
    : [`${where} must be ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`];
}

function meets(expected: unknown, got: unknown): boolean {
  const bound = typeof expected === 'string' ? /^([<>])([\d.]+)$/.exec(expected) : null;
  if (!bound) return (got ?? null) === expected;
  const limit = Number(bound[2]);
  return typeof got === 'number' && (bound[1] === '<' ? got < limit : got > limit);
}
