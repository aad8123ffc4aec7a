import { mark, visible, type Text } from '../../report/marked';

/** So many equal lines are shown around those that differ. */
const CONTEXT = 3;

interface Block {
  /** Where it begins in each of the texts, from 0. */
  readonly before: number;
  readonly after: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The difference of two versions of a file, as `patch -p1` and `git apply` take it. Lines keep their ends. */
export function unifiedDiff(file: string, before: string, after: string): readonly string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const path = file.replaceAll('\\', '/');
  const [from, to] = path.startsWith('/') ? [path, path] : [`a/${path}`, `b/${path}`];
  const hunks = grouped(blocksOf(old, now)).flatMap((blocks) => hunk(blocks, old));
  return hunks.length === 0 ? [] : [`--- ${from}\n`, `+++ ${to}\n`, ...hunks];
}

/** The same for a terminal. */
export function presentDiff(lines: readonly string[]): readonly Text[] {
  return lines.map((line) => {
    const text = visible(line.replace(/\r?\n$/, ''));
    if (line.startsWith('+')) return [mark('good', text)];
    return [line.startsWith('-') ? mark('bad', text) : line.startsWith('@') ? mark('faint', text) : text];
  });
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Finds where the texts go together again: little differs, so that the nearest such place is not far. */
function blocksOf(old: readonly string[], now: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let before = 0;
  let after = 0;
  while (before < old.length || after < now.length) {
    if (old[before] === now[after]) {
      before++;
      after++;
      continue;
    }
    const [removed, added] = apart(old, before, now, after);
    blocks.push({
      before,
      after,
      removed: old.slice(before, before + removed),
      added: now.slice(after, after + added),
    });
    before += removed;
    after += added;
  }
  return blocks;
}

function apart(
  old: readonly string[],
  before: number,
  now: readonly string[],
  after: number,
): readonly [number, number] {
  const [left, right] = [old.length - before, now.length - after];
  for (let total = 1; total < left + right; total++) {
    for (let removed = Math.min(total, left); removed >= Math.max(0, total - right); removed--) {
      const [i, j] = [before + removed, after + total - removed];
      if (old[i] === now[j] && (isTelling(old[i]) || old[i + 1] === now[j + 1]))
        return [removed, total - removed];
    }
  }
  return [left, right];
}

/** Blank lines and braces are the same everywhere. */
function isTelling(line: string | undefined): boolean {
  return line !== undefined && line.trim().length > 3;
}

/** Blocks whose contexts touch are shown together. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1)?.at(-1);
    if (last && block.before - (last.before + last.removed.length) <= 2 * CONTEXT) groups.at(-1)!.push(block);
    else groups.push([block]);
  }
  return groups;
}

function hunk(blocks: readonly Block[], old: readonly string[]): readonly string[] {
  const [first, last] = [blocks[0]!, blocks.at(-1)!];
  const start = Math.max(0, first.before - CONTEXT);
  const end = Math.min(old.length, last.before + last.removed.length + CONTEXT);
  const lines: string[] = [];
  let at = start;
  for (const { before, removed, added } of blocks) {
    lines.push(...old.slice(at, before).map((line) => ` ${line}`));
    lines.push(...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`));
    at = before + removed.length;
  }
  lines.push(...old.slice(at, end).map((line) => ` ${line}`));
  const size = end - start;
  const grown = blocks.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
  const newStart = start + first.after - first.before;
  const header = `@@ -${range(start, size)} +${range(newStart, size + grown)} @@\n`;
  return [
    header,
    ...lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)),
  ];
}

function range(start: number, size: number): string {
  return `${size === 0 ? start : start + 1},${size}`;
}
