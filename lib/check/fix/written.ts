import { parseDocument } from '../../manifest/parse';
import { Refusal } from './change';
import { Lines } from './lines';
import { treeOf, type Node } from './tree';
import type { Style } from './write';

/** A document as it is written. */
export interface Written {
  readonly source: string;
  /** What it says. */
  readonly value: unknown;
  readonly root: Node;
  readonly lines: Lines;
  readonly isJson: boolean;
  /** How far the first thing that stands below another one is indented. */
  readonly step: string;
}

/** @throws Refusal if nobody can tell what stands where */
export function readWritten(source: string): Written {
  const value = readOne(source);
  const root = attempt(() => treeOf(source));
  if (value === undefined || !root) throw new Refusal('the document cannot be read piece by piece');
  return { source, value, root, lines: new Lines(source), isJson: isJson(source), step: stepOf(source) };
}

/** What a text with a single document says; nothing if it is not one. */
export function readOne(source: string): unknown {
  const parsed = parseDocument({ whole: source, start: 0, end: source.length });
  return 'values' in parsed && parsed.values.length === 1 ? parsed.values[0] : undefined;
}

export function styleOf({ isJson: isIt, source }: Written): Style {
  return { isJson: isIt, colon: isIt && !/":\s/.test(source) ? ':' : ': ' };
}

function stepOf(source: string): string {
  return /^ +(?=[^\s#-])/m.exec(source)?.[0] ?? '  ';
}

function isJson(source: string): boolean {
  return /^\s*\{/.test(source) && attempt(() => JSON.parse(source) as unknown) !== undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
