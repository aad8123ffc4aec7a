/** A replacement in a text; offsets are those before any change. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why an edit is not made: said to people. */
export class Refusal extends Error {}

/** The text with all of the changes, which do not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let changed = '';
  let from = 0;
  for (const { start, end, text: by } of sorted(changes)) {
    changed += text.slice(from, start) + by;
    from = end;
  }
  return changed + text.slice(from);
}

/** Whether they cannot both be made: they touch the same characters, or put something into the same place. */
export function isConflict(one: Change, other: Change): boolean {
  if (one.start === other.start && one.end === other.end) return one.text !== other.text;
  if (one.start === one.end && other.start === other.end) return false;
  return one.start < other.end && other.start < one.end;
}

/** In the order of the text, each once. */
export function sorted(changes: readonly Change[]): readonly Change[] {
  const unique = new Map(changes.map((change) => [`${change.start} ${change.end} ${change.text}`, change]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function moved(change: Change, by: number): Change {
  return { ...change, start: change.start + by, end: change.end + by };
}
