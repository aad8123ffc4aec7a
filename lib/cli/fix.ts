import type { Answers } from '../check/edit';
import type { Finding } from '../check/finding';
import type { Repaired } from '../check/fix/repair';
import type { Manifests } from '../manifest/document';
import type { Verdict } from '../verdict/verdict';
import { about } from './about';
import { widthFor, type Io, type Output } from './io';
import { print } from './print';
import type { Progress } from './progress';
import { PIPE, PIPED } from './read';
import { saveTexts } from './save';
import { UsageError } from './usage-error';

export interface FixOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly faultPercentage?: string;
}

/** How manifests are to be fixed. */
export interface FixPlan {
  readonly answers: Answers;
  readonly isDry: boolean;
  /** Standard output is for the YAML that came in, or for the difference. */
  readonly isOutTaken: boolean;
}

/**
 * @throws UsageError if an option makes no sense, or if nobody says what is to be fixed: `dist` is written by cdk8s, and
 * what is wrong there is to be mended where it is declared
 */
export async function planFix(options: FixOptions, inputs: readonly string[]): Promise<FixPlan | undefined> {
  const { fix, dryRun = false, faultPercentage } = options;
  if (!fix) {
    if (!dryRun && faultPercentage === undefined) return undefined;
    const option = dryRun ? '--dry-run' : '--fault-percentage';
    throw new UsageError(`${option} must stand beside --fix, got it alone; add --fix`);
  }
  if (inputs.length === 0)
    throw new UsageError('the files to fix must be named, got none; name files or folders, or - for a pipe');
  const { checkAnswers } = await import('../check/fix/answers');
  const answers = faultPercentage === undefined ? {} : { faultPercentage: Number(faultPercentage || 'x') };
  about(() => checkAnswers(answers));
  return { answers, isDry: dryRun, isOutTaken: dryRun || inputs.includes(PIPE) };
}

/** Fixes what can be fixed, writes it and says so; the verdict is on what there is then. */
export async function fixAll(
  manifests: Manifests,
  judge: (manifests: Manifests) => Verdict,
  plan: FixPlan,
  output: { readonly io: Io; readonly changes: Output; readonly progress: Progress },
): Promise<Verdict> {
  const { repair } = await import('../check/fix/repair');
  let verdict: Verdict | undefined;
  const judged = (one: Manifests): readonly Finding[] => (verdict = judge(one)).findings;
  const repaired = repair(manifests, judged, plan.answers);
  const { io, progress } = output;
  progress.done();
  if (plan.isDry) await writeDifference(repaired, io);
  else write(repaired, io);
  const { presentFixes } = await import('./present/fixed');
  const files = repaired.texts.filter(({ before, after }) => before !== after).length;
  const lines = presentFixes({ ...repaired, files, isDry: plan.isDry }, widthFor(io));
  print(lines, { ...io, out: output.changes });
  return { ...verdict!, refused: new Set(repaired.refused.map(({ finding }) => finding)) };
}

function write({ texts }: Repaired, { out }: Io): void {
  const piped = texts.find(({ file }) => file === PIPED);
  if (piped?.before.includes('\uFFFD') === true)
    throw new UsageError('standard input must be UTF-8 to be fixed, got other bytes; convert it');
  saveTexts(texts.filter((text) => text !== piped));
  if (piped) out.write(piped.after);
}

async function writeDifference({ texts }: Repaired, io: Io): Promise<void> {
  const { presentDiff, unifiedDiff } = await import('./present/diff');
  const lines = texts.flatMap(({ file = '', before, after }) => unifiedDiff(file, before, after));
  if (io.out.isTerminal) print(presentDiff(lines), io);
  else io.out.write(lines.join(''));
}
