import { ACKNOWLEDGE_RULES } from '../check/acknowledge';
import { findingOf, type Finding, type RuleInfo } from '../check/finding';
import { isMeant, unknownRule } from './rule-names';

/** Somebody knows of the findings of a rule, and says why they stay. What annotations say is known to the checks. */
export interface Acknowledgement {
  readonly rule: string;
  readonly reason: string;
  readonly covers: (finding: Finding) => boolean;
  /** Who says so. */
  readonly by: { readonly kind: string; readonly name: string; readonly construct?: string };
}

const UNUSED = ACKNOWLEDGE_RULES.find(({ id }) => id === 'acknowledge-unused')!;

export function isAcknowledged(finding: Finding, { rule, covers }: Acknowledgement): boolean {
  return isMeant(rule, finding) && covers(finding);
}

/** What to say about one that acknowledges nothing. */
export function unused({ rule, by }: Acknowledgement, rules: readonly RuleInfo[]): Finding {
  const { kind, name, construct } = by;
  const unknown = unknownRule(rule, rules);
  const message =
    unknown === undefined
      ? `the acknowledgement of ${rule} must be of something that was found, got nothing of that rule`
      : `the rule of an acknowledgement ${unknown}`;
  const object = { apiVersion: 'cdk8s-mesh', kind, metadata: { name } };
  const origin = { index: 0, ...(construct !== undefined && { construct }) };
  return findingOf(UNUSED, { object, origin }, { message, path: [] });
}
