import type { Manifests } from '../../manifest/document';
import type { Answers } from '../edit';
import type { Finding } from '../finding';
import type { Excerpt } from './excerpt';
import { Harm, keyOf } from './harm';
import { editOnce } from './round';
import { Sources } from './sources';

/** A finding whose edits were made. */
export interface Applied extends Excerpt {
  readonly finding: Finding;
}

/** A finding whose edits could not be made where it was written. */
export interface Refused {
  readonly finding: Finding;
  readonly reason: string;
}

export interface Repaired {
  /** What is there now. */
  readonly manifests: Manifests;
  /** What is still to be said about it. */
  readonly findings: readonly Finding[];
  /** The texts that manifests were read from, in their order. */
  readonly texts: readonly RepairedText[];
  readonly applied: readonly Applied[];
  readonly refused: readonly Refused[];
}

export interface RepairedText {
  readonly file: string | undefined;
  readonly before: string;
  readonly after: string;
}

const MOST_ROUNDS = 20;

/**
 * Makes the edits of findings, judges again, and goes on until there is nothing left to edit: one edit may bring to light
 * what another one hid. An edit after which what it wrote is wrong is taken back.
 */
export function repair(
  manifests: Manifests,
  judge: (manifests: Manifests) => readonly Finding[],
  answers: Answers = {},
): Repaired {
  const sources = new Sources(manifests);
  const applied: Applied[] = [];
  const refused = new Map<string, Refused>();
  let findings = judge(sources.manifests);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = findings.filter((finding) => finding.edits && !refused.has(keyOf(finding)));
    const edited = editOnce(sources, open, answers);
    for (const one of edited.refused) refused.set(keyOf(one.finding), one);
    if (edited.applied.length === 0) break;
    const next = judge(sources.manifests);
    const harms = new Harm(findings, next);
    const bad = edited.applied.flatMap(({ finding }) => {
      const harm = harms.of(finding);
      return harm ? [{ finding, reason: `then ${harm.message}` }] : [];
    });
    if (bad.length > 0) {
      edited.undo();
      for (const one of bad) refused.set(keyOf(one.finding), one);
      findings = judge(sources.manifests);
    } else {
      applied.push(...edited.applied);
      findings = next;
    }
  }
  return {
    manifests: sources.manifests,
    findings,
    texts: sources.texts.map(({ file, original, text }) => ({ file, before: original, after: text })),
    applied,
    refused: findings.flatMap((finding) => {
      const one = refused.get(keyOf(finding));
      return one ? [{ finding, reason: one.reason }] : [];
    }),
  };
}
