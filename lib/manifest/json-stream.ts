import type { TextRange } from './document';

const OPEN = '{'.charCodeAt(0);
const CLOSE = '}'.charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/** Objects in JSON that follow each other, as `kubectl get -o json` and `jq` write them: each a document of its own. */
export function splitJson(range: TextRange): readonly TextRange[] {
  const { whole, end } = range;
  const ranges: TextRange[] = [];
  let { start } = range;
  while (isObjectAt(whole, start)) {
    const next = endOfObject(whole, start, end);
    if (!isObjectAt(whole, next) || nextWord(whole, next) >= end) break;
    ranges.push({ whole, start, end: next });
    start = next;
  }
  if (ranges.length === 0 || !ranges.every(isJson)) return [range];
  return [...ranges, { whole, start, end }];
}

function isObjectAt(text: string, at: number): boolean {
  return text.charCodeAt(nextWord(text, at)) === OPEN;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

/** Behind the brace that closes the first one. */
function endOfObject(text: string, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at, end);
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
  }
  return end;
}

function endOfText(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function isJson({ whole, start, end }: TextRange): boolean {
  try {
    JSON.parse(whole.slice(start, end));
    return true;
  } catch {
    return false;
  }
}
