import { EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml';
import type { Origin, TextRange } from './document';
import { inOneLine } from './flow';

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
  return positionAt(text.whole, offsetOf(text, [...wayTo(within), ...path]));
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
  const source = text.whole.slice(text.start, text.end);
  const offset = attempt(source, way) ?? attempt(inOneLine(source), way) ?? firstWord(source);
  return text.start + offset;
}

function attempt(source: string, way: Path): number | undefined {
  try {
    return find(parseEvents(source, {}), source, way);
  } catch {
    return undefined;
  }
}

/** Walks the events of the first document down the path. */
function find(events: readonly Event[], source: string, way: Path): number {
  let at = 1; // behind the start of the document
  let offset = startOf(events[at]) ?? firstWord(source);
  for (const step of way) {
    const child = childOf(events, source, at, step);
    if (child === undefined) break;
    at = child.at;
    offset = child.offset;
  }
  return offset;
}

function childOf(
  events: readonly Event[],
  source: string,
  at: number,
  step: string | number,
): { at: number; offset: number } | undefined {
  const parent = events[at];
  if (parent?.type === EVENT_ID.SEQUENCE) {
    let i = 0;
    for (let child = at + 1; events[child]?.type !== EVENT_ID.POP; child = after(events, child)) {
      if (i++ === step) return { at: child, offset: startOf(events[child]) ?? 0 };
    }
  }
  if (parent?.type === EVENT_ID.MAPPING) {
    let found: { at: number; offset: number } | undefined;
    for (let key = at + 1; events[key]?.type !== EVENT_ID.POP;) {
      const value = after(events, key);
      const event = events[key]!;
      // The last of equal keys counts.
      if (event.type === EVENT_ID.SCALAR && getScalarValue(source, event) === String(step)) {
        found = { at: value, offset: event.valueStart };
      }
      key = after(events, value);
    }
    return found;
  }
  return undefined;
}

/** The event behind a node and all that is in it. */
function after(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let i = at; i < events.length; i++) {
    const { type } = events[i]!;
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth++;
    else if (type === EVENT_ID.POP) depth--;
    if (depth === 0) return i + 1;
  }
  return events.length;
}

function startOf(event: Event | undefined): number | undefined {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) return event.start;
  return undefined;
}

/** Behind the marker, blank lines and comments. */
function firstWord(source: string): number {
  return /^(---[^\n]*\n|\s*(#[^\n]*)?\n)*/.exec(source)![0].length;
}

const lineStarts = { whole: '', starts: [0] };

/** The same text is asked for again and again, so its lines are kept. */
function positionAt(whole: string, offset: number): Position {
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
