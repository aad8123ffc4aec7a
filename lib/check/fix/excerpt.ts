import { positionIn } from '../../manifest/position';
import { applyChanges, moved, type Change } from './change';
import { Lines } from './lines';

/** What a change made of what. */
export interface Excerpt {
  /** From 1, in the text as it was then. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

const MOST = 60;

/** The lines that the changes are in, without what is far from them. */
export function quoteChange(text: string, changes: readonly Change[]): Excerpt {
  const lines = new Lines(text);
  const first = Math.min(...changes.map(({ start }) => start));
  const last = Math.max(
    ...changes.map(({ start, end }) => (end > start ? contentEnd(text, start, end) : end)),
  );
  const from = Math.max(lines.startOf(first), first - MOST);
  const to = Math.max(last, Math.min(lines.endOf(last), last + MOST));
  const before = text.slice(from, to);
  const within = changes.map((change) => moved({ ...change, end: Math.min(change.end, to) }, -from));
  return {
    line: positionIn(text, first).line,
    before: shown(before),
    after: shown(applyChanges(before, within)),
  };
}

/** Line ends are no part of what is said. */
function shown(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n');
}

/** The end of what is replaced, without the line break that may go with it. */
function contentEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
