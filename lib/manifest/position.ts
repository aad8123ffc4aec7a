import type { Origin, TextRange } from './document';
import { inOneLine } from './flow';
import { Layout } from './layout';

/** A place in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A way into an object: `['spec', 'http', 2]`. */
export type Path = readonly (string | number)[];

/**
 * Where something stands in the text that it was read from: what the path leads to, or the last thing on its way that
 * is there. Nothing for what did not come from a text. Looks it up each time: ask for what is shown only.
 */
export function positionOf({ text, within }: Origin, path: Path = []): Position | undefined {
  if (!text) return undefined;
  return positionIn(text.whole, offsetOf(text, [...wayTo(within), ...path]));
}

/** The way to an object in a `List`, such as `items[3].items[0]`. */
export function wayTo(within: string | undefined): Path {
  if (within === undefined || within === '') return [];
  return within.split('.').flatMap((part) => {
    const [name, index] = part.split(/[[\]]/);
    return [name!, Number(index)];
  });
}

function offsetOf(text: TextRange, way: Path): number {
  const { start, layout } = layoutOf(text);
  return start + (layout?.find(way) ?? firstWord(text.whole.slice(start, text.end)));
}

interface Known {
  readonly whole: string;
  readonly start: number;
  readonly end: number;
  readonly layout: Layout | undefined;
}

let last: Known | undefined;

/** Who asks for one place of a document asks for others: the last one is kept. Nothing for what is no YAML. */
function layoutOf({ whole, start, end }: TextRange): Known {
  if (last?.whole !== whole || last.start !== start || last.end !== end) {
    const source = whole.slice(start, end);
    last = { whole, start, end, layout: attempt(source) ?? attempt(inOneLine(source)) };
  }
  return last;
}

function attempt(source: string): Layout | undefined {
  try {
    return new Layout(source);
  } catch {
    return undefined;
  }
}

/** Behind the marker, blank lines and comments. */
function firstWord(source: string): number {
  return /^(---[^\n]*\n|\s*(#[^\n]*)?\n)*/.exec(source)![0].length;
}

const lineStarts = { whole: '', starts: [0] };

/** Line and column of an offset. The same text is asked for again and again, so its lines are kept. */
export function positionIn(whole: string, offset: number): Position {
  if (lineStarts.whole !== whole) {
    const starts = [0];
    for (let at = whole.indexOf('\n'); at !== -1; at = whole.indexOf('\n', at + 1)) starts.push(at + 1);
    Object.assign(lineStarts, { whole, starts });
  }
  const { starts } = lineStarts;
  let low = 0;
  for (let high = starts.length; low + 1 < high;) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}
