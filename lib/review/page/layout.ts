import { visible } from '../render/visible';
import type { Diagram } from '../words/blocks';

// Where things stand in a diagram: callers to the left, rules in the middle, and to the right where they lead.
// Letters all have one width there, so that texts can be broken without measuring them.

/** The width of a letter, the height of a line, and the space around texts. */
export const CHARACTER = 7.25;
export const LINE = 16;
export const PADDING = 11;

const MOST_LINES = 5;
const GAP = 14;
/** Between two lines that begin or end at one box. */
const STEP = 20;
const COLUMNS = { caller: 24, rule: 30, receiver: 26, answer: 26 } as const;

export interface Box {
  readonly id: string;
  readonly shape: Diagram['nodes'][number]['shape'];
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly text: string;
  readonly isCopy: boolean;
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

type Node = Diagram['nodes'][number];

export function layOut({ nodes, arrows }: Diagram): Layout {
  const columns = [
    nodes.filter(({ shape }) => shape === 'caller'),
    nodes.filter(({ shape }) => shape === 'rule'),
    nodes.filter(({ shape }) => shape === 'receiver' || shape === 'answer'),
  ];
  const isRule = new Set(columns[1]!.map(({ id }) => id));
  const gaps = [false, true].map(
    (isSecond) => longest(arrows.filter(({ from }) => isRule.has(from) === isSecond)) * CHARACTER + 64,
  );
  const sized = columns.map((column) => column.map((node) => sizeOf(node, arrows)));
  const heights = sized.map((column) => column.reduce((sum, { height }) => sum + height + GAP, -GAP));
  const height = Math.max(...heights);
  const boxes = new Map<string, Box>();
  let x = 1;
  sized.forEach((column, i) => {
    const width = Math.max(0, ...column.map((box) => box.width));
    let y = 1 + (height - heights[i]!) / 2;
    for (const box of column) {
      boxes.set(box.id, { ...box, x, y, width });
      y += box.height + GAP;
    }
    x += width + (gaps[i] ?? 0);
  });
  return { boxes, width: Math.ceil(x + 1), height: Math.ceil(height + 2) };
}

/** The lines between boxes, each with a place of its own where it begins and ends. */
export function edgesOf({ arrows }: Diagram, boxes: ReadonlyMap<string, Box>): readonly Edge[] {
  const used = new Map<string, number>();
  const place = (id: string, side: 'from' | 'to'): Point => {
    const { x, y, width, height } = boxes.get(id)!;
    const all = arrows.filter((arrow) => arrow[side] === id).length;
    const i = used.get(`${side} ${id}`) ?? 0;
    used.set(`${side} ${id}`, i + 1);
    const step = Math.min(STEP, height / all);
    return { x: side === 'from' ? x + width : x, y: y + height / 2 + (i - (all - 1) / 2) * step };
  };
  return arrows.map(({ from, to, text, isCopy }) => ({
    from: place(from, 'from'),
    to: place(to, 'to'),
    text,
    isCopy,
  }));
}

function longest(arrows: Diagram['arrows']): number {
  return Math.max(0, ...arrows.map(({ text }) => text.length));
}

function sizeOf({ id, text, shape }: Node, arrows: Diagram['arrows']): Omit<Box, 'x' | 'y'> {
  const lines = broken(visible(text), COLUMNS[shape]);
  const leaving = shape === 'rule' ? arrows.filter(({ from }) => from === id).length : 0;
  return {
    id,
    shape,
    lines,
    width: Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER + 2 * PADDING),
    height: Math.max(lines.length * LINE + PADDING, leaving * STEP + 8),
  };
}

/** Breaks a text at blanks, and long words behind a sign. What is too much is in the table anyway. */
export function broken(text: string, width: number): readonly string[] {
  const lines = [''];
  const piece = new RegExp(`.{1,${width - 1}}[/=.,:-]|.{1,${width}}`, 'gsu');
  const words = text.split(' ').flatMap((word) => (word.length > width ? (word.match(piece) ?? []) : [word]));
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MOST_LINES) return lines;
  const last = lines[MOST_LINES - 1]!;
  return [...lines.slice(0, MOST_LINES - 1), `${last.slice(0, width - 1)}…`];
}
