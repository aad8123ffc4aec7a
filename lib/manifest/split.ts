import { splitJson } from './json-stream';
import type { TextRange } from './document';

/**
 * The documents of a text. A line that starts with `---` ends a document whatever is going on in it, as for kubectl, so
 * that one broken document does not spoil the others; objects in JSON may follow each other without.
 */
export function splitDocuments(whole: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  for (let at = nextMarker(whole, 0); at !== -1; at = nextMarker(whole, at + 3)) {
    if (at > start && !isBare(whole, start, at)) ranges.push({ whole, start, end: at });
    start = at;
  }
  ranges.push({ whole, start, end: whole.length });
  return ranges.flatMap(splitJson);
}

function nextMarker(text: string, from: number): number {
  for (let at = text.indexOf('---', from); at !== -1; at = text.indexOf('---', at + 1)) {
    if (isLineStart(text, at)) return at;
  }
  return -1;
}

/** Whether there is a marker and nothing else: many of them are no documents. */
function isBare(text: string, start: number, end: number): boolean {
  return end - start <= 5 && /^---\r?\n$/.test(text.slice(start, end));
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 10 || isByteOrderMark(text, at);
}

function isByteOrderMark(text: string, at: number): boolean {
  return at === 1 && text.charCodeAt(0) === 0xfeff;
}
