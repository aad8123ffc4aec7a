import { structuredPatch } from 'diff';
import { mark, visible, type Text } from '../../report/marked';

/** The difference of two versions of a file, as `patch -p1` and `git apply` take it. Lines keep their ends. */
export function unifiedDiff(file: string, before: string, after: string): readonly string[] {
  const path = file.replaceAll('\\', '/');
  const [from, to] = path.startsWith('/') ? [path, path] : [`a/${path}`, `b/${path}`];
  const { hunks } = structuredPatch(from, to, before, after, undefined, undefined, { context: 3 });
  if (hunks.length === 0) return [];
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: own }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...own,
  ]);
  return [`--- ${from}`, `+++ ${to}`, ...lines].map((line) => `${line}\n`);
}

/** The same for a terminal. */
export function presentDiff(lines: readonly string[]): readonly Text[] {
  return lines.map((line) => {
    const text = visible(line.replace(/\r?\n$/, ''));
    if (line.startsWith('+')) return [mark('good', text)];
    return [line.startsWith('-') ? mark('bad', text) : line.startsWith('@') ? mark('faint', text) : text];
  });
}
