/** Whether one is probably a slip of the other: two letters wrong, missing or too many. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  return distance(a.toLowerCase(), b.toLowerCase()) <= Math.min(2, Math.floor(b.length / 2));
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = row[j]! + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
