import { questionsOf } from '../check/edit';
import { originOf, type Finding } from '../check/finding';
import type { Acknowledged } from '../check/acknowledge';
import type { Verdict } from '../verdict/verdict';
import { countOf } from '../verdict/severity';

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 || what === 'info' ? '' : 's'}`;
}

/** `2 errors and 1 warning in 12 objects, 3 acknowledged` */
export function summary({ findings, acknowledged, documents }: Verdict): string {
  const { error, warning, info } = countOf(findings);
  const parts = [
    ...(error > 0 ? [count(error, 'error')] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
    ...(info > 0 ? [count(info, 'info')] : []),
  ];
  const what = parts.length > 0 ? listing(parts) : 'no findings';
  return `${what} in ${count(documents.length, 'object')}${known(acknowledged)}`;
}

/**
 * How to have a finding corrected. Nothing for one that has no edits, or whose object is not written in a text, or if it
 * has been tried.
 */
export function howToFix(finding: Finding, { refused }: Verdict): string | undefined {
  if (!finding.edits || !originOf(finding)?.text || refused?.has(finding)) return undefined;
  const isAsked = questionsOf(finding.edits).length > 0;
  return isAsked ? 'Can be fixed by --fix --fault-percentage <percent>.' : 'Can be fixed by --fix.';
}

function known(acknowledged: readonly Acknowledged[]): string {
  return acknowledged.length > 0 ? `, ${acknowledged.length} acknowledged` : '';
}

function listing(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
