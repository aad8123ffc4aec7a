// Whether an answer is as expected: maps by key, lists from their beginning, `>1` and `<1` by number, null for absent.

/** What is not as expected, in words; nothing if all is. */
export function unmet(expected, got, where = '') {
  const path = (key) => (where ? `${where}.${key}` : key);
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length < expected.length) return [complaint(where, expected, got)];
    return expected.flatMap((item, i) => unmet(item, got[i], path(i)));
  }
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, inner]) => unmet(inner, got?.[key], path(key)));
  }
  const [, sign, bound] = /^([<>])([\d.]+)$/.exec(expected) ?? [];
  if (sign === '<' ? got < Number(bound) : sign === '>' ? got > Number(bound) : (got ?? null) === expected)
    return [];
  return [complaint(where, expected, got)];
}

function complaint(where, expected, got) {
  return `${where}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
}
