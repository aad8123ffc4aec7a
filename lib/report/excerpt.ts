import type { Source } from '../check/finding';

/** A line of a text, and what of it is meant. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  /** How many characters stand before the marked ones, and how many these are. */
  readonly start: number;
  readonly length: number;
}

/** Finds lines in the texts that were read. Where the lines of a text begin is looked up once. */
export class Excerpts {
  private readonly starts = new Map<string, readonly number[]>();

  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly width: number,
  ) {}

  /** What stands at a place, without its indentation. Nothing for a place that the text does not have. */
  at(source: Source | undefined): Excerpt | undefined {
    if (source?.line === undefined || source.column === undefined) return undefined;
    const text = this.lineOf(source.file ?? '', source.line);
    if (text === undefined || text.trim() === '') return undefined;
    const indent = text.length - text.trimStart().length;
    // A long line, as of JSON that was written without breaks, is cut around what is meant.
    const from = Math.max(indent, source.column - 1 - Math.floor(this.width / 2));
    const shown = text.slice(from, from + this.width).trimEnd();
    const start = Math.min(Math.max(source.column - 1 - from, 0), shown.length);
    return { line: source.line, text: shown, start, length: Math.max(1, wordAt(shown.slice(start))) };
  }

  private lineOf(file: string, line: number): string | undefined {
    const whole = this.texts.get(file);
    if (whole === undefined) return undefined;
    const starts = this.starts.get(file) ?? startsOf(whole);
    this.starts.set(file, starts);
    const start = starts[line - 1];
    return start === undefined ? undefined : whole.slice(start, starts[line]).replace(/\r?\n$/, '');
  }
}

function startsOf(whole: string): readonly number[] {
  const starts = [0];
  for (let at = whole.indexOf('\n'); at !== -1; at = whole.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** As far as the value goes: a quoted text, or up to a comment or what ends a value in a flow. */
function wordAt(text: string): number {
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text);
  if (quoted) return quoted[0].length;
  if (/^[[{]/.test(text)) return 1;
  return /^.*?(?=\s+#|:\s|:$|[,\]}]|\s*$)/.exec(text)![0].length;
}
