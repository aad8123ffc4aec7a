import { mark, widthOf, wrap, type Text } from '../../report/marked';

/** Texts on lines of their own. */
export type Cell = readonly Text[];

const GAP = 2;
const INDENT = '  ';
const NARROWEST = 12;

/** Lays out cells in columns below their titles. Columns get what they need, or equal parts of what there is. */
export function drawTable(
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): Text[] {
  const header: readonly Cell[] = titles.map((title) => [[mark('faint', title)]]);
  const all = [header, ...rows];
  const needed = titles.map((_, i) => Math.max(...all.flatMap((row) => row[i]!.map(widthOf))));
  const widths = share(needed, width - GAP * (titles.length - 1));
  return all.flatMap((row) => drawRow(row, widths));
}

function drawRow(row: readonly Cell[], widths: readonly number[]): Text[] {
  const columns = row.map((cell, i) => cell.flatMap((text) => hang(text, widths[i]!)));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, n) =>
    columns.flatMap((lines, i) => {
      const line = lines[n] ?? [];
      const rest = i < columns.length - 1 ? widths[i]! + GAP - widthOf(line) : 0;
      return rest > 0 ? [...line, ' '.repeat(rest)] : [...line, ...(i < columns.length - 1 ? ['  '] : [])];
    }),
  );
}

/** The lines of a text, those after the first a little to the right, so that one sees where the next text begins. */
function hang(text: Text, width: number): readonly Text[] {
  const isLong = widthOf(text) > width;
  return wrap(text, isLong ? width - INDENT.length : width).map((line, i) =>
    i === 0 ? line : [INDENT, ...line],
  );
}

/** The narrow ones first: what they leave is for the others. */
function share(needed: readonly number[], width: number): readonly number[] {
  const widths = [...needed];
  let left = width;
  const order = needed.map((_, i) => i).sort((a, b) => needed[a]! - needed[b]!);
  order.forEach((column, n) => {
    const fair = Math.max(NARROWEST, Math.floor(left / (order.length - n)));
    widths[column] = Math.min(needed[column]!, fair);
    left -= widths[column];
  });
  return widths;
}
