/** The one of the names that was probably meant. */
export function similar(name: string, names: readonly string[]): string | undefined {
  if (name.length > 100) return undefined;
  const key = plain(name);
  const same = names.find((other) => plain(other) === key);
  if (same !== undefined) return same;
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(name.length / 3)); // a short name is similar to everything
  for (const other of names) {
    const edits = distance(key, plain(other));
    if (edits < least) [best, least] = [other, edits];
  }
  return best;
}

/** The only one of the names that is the same but for case and separators. */
export function sameName(name: string, names: readonly string[]): string | undefined {
  if (name.length > 100) return undefined;
  const key = plain(name);
  const same = names.filter((other) => plain(other) === key);
  return same.length === 1 && same[0] !== name ? same[0] : undefined;
}

/** `perTryTimeout` is `per_try_timeout`, and in another case. */
function plain(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

/** How many letters have to be added, removed or replaced. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}
