import type { TextRange } from './document';

/**
 * The documents of a text, by their markers: a line that starts with `---` ends a document whatever is going on in
 * it, so that one broken document does not spoil the others.
 */
export function splitDocuments(whole: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  for (let at = nextMarker(whole, 0); at !== -1; at = nextMarker(whole, at + 3)) {
    if (at > start) ranges.push({ whole, start, end: at });
    start = at;
  }
  ranges.push({ whole, start, end: whole.length });
  return ranges;
}

function nextMarker(text: string, from: number): number {
  for (let at = text.indexOf('---', from); at !== -1; at = text.indexOf('---', at + 1)) {
    if (isLineStart(text, at) && isMarkerEnd(text.charCodeAt(at + 3))) return at;
  }
  return -1;
}

function isLineStart(text: string, at: number): boolean {
  return (
    at === 0 || text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13 || isByteOrderMark(text, at)
  );
}

function isByteOrderMark(text: string, at: number): boolean {
  return at === 1 && text.charCodeAt(0) === 0xfeff;
}

/** Blank, end of line, or end of text. */
function isMarkerEnd(code: number): boolean {
  return Number.isNaN(code) || code === 10 || code === 13 || code === 32 || code === 9;
}
