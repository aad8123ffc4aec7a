import { loadManifests, type ManifestInput } from '../../manifest/load';
import { readText } from '../../manifest/read';
import { check, type CheckOptions } from '../check';
import type { Answers } from '../edit';
import { originOf, type Finding } from '../finding';
import { checkAnswers } from './answers';
import { repair, type Applied, type Refused } from './repair';

export interface FixOptions extends CheckOptions, Answers {
  /** Manifests that are judged together with the text, and stay as they are. */
  readonly beside?: ManifestInput;
}

export interface Fixed {
  /** The text with the edits made; as it was if there was nothing to do. */
  readonly text: string;
  /** What was found, and is right now. */
  readonly applied: readonly Applied[];
  /** What has edits that cannot be made where it is written, and why. */
  readonly refused: readonly Refused[];
  /** What is still to be said about the text. */
  readonly findings: readonly Finding[];
}

/**
 * Corrects YAML or JSON where it is certain what was meant, and touches nothing else of it: comments, order, quotes and
 * blanks stay. What it cannot read it leaves alone.
 * @param text what a file holds, not its path
 * @throws if `faultPercentage` is not above 0 and at most 100, or a path in `beside` cannot be read
 */
export function fix(text: string, options: FixOptions = {}): Fixed {
  const { beside, faultPercentage, ...checked } = options;
  const answers: Answers = { ...(faultPercentage !== undefined && { faultPercentage }) };
  checkAnswers(answers);
  const others = beside === undefined ? undefined : loadManifests(beside);
  const isOurs = (finding: Finding): boolean => !others || originOf(finding)?.file === OURS;
  const file = others && OURS;
  const { texts, applied, refused, findings } = repair(
    readText(text, file),
    (manifests) => check(others ? [others, manifests] : manifests, checked).findings.filter(isOurs),
    answers,
  );
  return { text: texts[0]?.after ?? text, applied, refused, findings };
}

/** Tells the text from files beside it. */
const OURS = '<text>';
