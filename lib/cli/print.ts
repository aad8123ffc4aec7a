import type { Io } from './io';
import { wantsColor } from './present/color';
import { paint, type Text } from '../report/marked';

export function print(lines: readonly Text[], { out, env }: Io): void {
  const inColor = wantsColor(env, out.isTerminal);
  out.write(lines.map((line) => `${paint(line, inColor).trimEnd()}\n`).join(''));
}
