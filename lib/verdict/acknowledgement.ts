import { UNUSED, whyUnused } from '../check/acknowledge';
import { findingOf, type Finding, type RuleInfo } from '../check/finding';
import { isMeant } from '../check/rule-names';

/** Somebody knows of the findings of a rule, and says why they stay. What annotations say is known to the checks. */
export interface Acknowledgement {
  readonly rule: string;
  readonly reason: string;
  readonly covers: (finding: Finding) => boolean;
  /** Who says so. */
  readonly by: { readonly kind: string; readonly name: string; readonly construct?: string };
}

export function isAcknowledged(finding: Finding, { rule, covers }: Acknowledgement): boolean {
  return isMeant(rule, finding) && covers(finding);
}

/** What to say about one that acknowledges nothing. */
export function unused({ rule, by }: Acknowledgement, rules: readonly RuleInfo[]): readonly Finding[] {
  const message = whyUnused(rule, { rules, isOn: () => true });
  if (message === undefined) return [];
  const { kind, name, construct } = by;
  const object = { apiVersion: 'cdk8s-mesh', kind, metadata: { name } };
  const origin = { index: 0, ...(construct !== undefined && { construct }) };
  return [findingOf(UNUSED, { object, origin }, { message, path: [] })];
}
