import { findingOf, type Finding, type RuleInfo } from '../check/finding';
import type { Document } from '../manifest/document';
import { ACKNOWLEDGEMENT } from './own-rules';
import { isMeant, unknownRule } from './rule-names';
import { objectKey } from './object-name';

/** The annotation by which YAML acknowledges findings about its object: a line `rule: reason` for each. */
export const ANNOTATION = 'cdk8s-mesh.io/acknowledge';

/** Somebody knows of the findings of a rule, and says why they stay. */
export interface Acknowledgement {
  readonly rule: string;
  readonly reason: string;
  readonly covers: (finding: Finding) => boolean;
  /** What to say about the acknowledgement itself. */
  readonly complain: (message: string) => Finding;
}

/** Those of an object's annotations. */
export function annotated(document: Document): readonly Acknowledgement[] {
  const { annotations } = document.object.metadata;
  if (typeof annotations !== 'object' || annotations === null || !Object.hasOwn(annotations, ANNOTATION))
    return [];
  const text: unknown = (annotations as Record<string, unknown>)[ANNOTATION];
  if (typeof text !== 'string') return []; // the API server refuses it anyway
  const { apiVersion, kind, metadata } = document.object;
  const { name, namespace } = metadata;
  const key = objectKey({ apiVersion, kind, name, ...(typeof namespace === 'string' && { namespace }) });
  const path = ['metadata', 'annotations', ANNOTATION];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, rule = line.trim(), reason = ''] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
      return {
        rule,
        reason,
        covers: ({ object }) => objectKey(object) === key,
        complain: (message) => findingOf(ACKNOWLEDGEMENT, document, { message, path }),
      };
    });
}

/** What is wrong with an acknowledgement, once it is known whether there was something to acknowledge. */
export function complaint(
  { rule, reason, complain }: Acknowledgement,
  isUsed: boolean,
  rules: readonly RuleInfo[],
): Finding | undefined {
  if (reason === '')
    return complain(
      `the acknowledgement of ${rule} must give a reason, got none; write ${rule}: why it stays`,
    );
  if (isUsed) return undefined;
  const unknown = unknownRule(rule, rules);
  return complain(
    unknown === undefined
      ? `the acknowledgement of ${rule} must be about a finding, got none of that rule; remove it`
      : `the rule of an acknowledgement ${unknown}`,
  );
}

export function isAcknowledged(finding: Finding, { rule, reason, covers }: Acknowledgement): boolean {
  return reason !== '' && isMeant(rule, finding) && covers(finding);
}
