import { writeFileSync } from 'node:fs';
import type { Format } from '../report/formats';
import { paint, type Text } from '../report/marked';
import type { FailLevel } from '../verdict/severity';
import type { Verdict } from '../verdict/verdict';
import { widthFor, type Io } from './io';
import { print } from './print';
import { UsageError } from './usage-error';
import { versionOfPackage } from './version';

export interface VerdictOutput {
  readonly format: 'text' | Format;
  readonly failOn: FailLevel;
  /** Standard output if absent. */
  readonly file?: string;
}

/** Writes a report. With one in a file, how many findings there are is said beside it. */
export async function writeVerdict(
  verdict: Verdict,
  { format, failOn, file }: VerdictOutput,
  io: Io,
): Promise<void> {
  if (format === 'text') {
    const { presentVerdict } = await import('../report/text');
    const lines = presentVerdict(verdict, widthFor(io));
    if (file === undefined) return print(lines, io);
    save(file, plain(lines));
  } else {
    const { writeReport } = await import('../report/formats');
    const report = writeReport(format, verdict, { failOn, version: versionOfPackage() });
    if (file === undefined) return io.out.write(report);
    save(file, report);
  }
  const { summary } = await import('../report/words');
  io.err.write(`${summary(verdict)}; see ${file}\n`);
}

function plain(lines: readonly Text[]): string {
  return lines.map((line) => `${paint(line, false).trimEnd()}\n`).join('');
}

function save(file: string, report: string): void {
  try {
    writeFileSync(file, report);
  } catch (error) {
    throw new UsageError(
      `--out must be a file that can be written, got ${file} (${(error as Error).message}); check the path`,
    );
  }
}
