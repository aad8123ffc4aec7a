import type { Document } from '../manifest/document';
import { fieldsOf, own, textOf } from '../manifest/fields';
import { findingOf, type Finding, type RuleInfo } from './finding';
import { isMeant, unknownRule } from './rule-names';

/**
 * On an object: what is known about it, and why it is as it should be. One line a rule: `rule: reason`, where the rule is
 * named by its id, or as another tool calls it.
 */
export const ACKNOWLEDGE = 'cdk8s-mesh/acknowledge';

const FORM = 'Write one line for each rule: rule-id: why this is as it should be.';

const WITHOUT_REASON: RuleInfo = {
  id: 'acknowledge-without-reason',
  title: 'An acknowledgement without a reason',
  severity: 'error',
  why: 'Nobody can tell later whether it still holds. The finding stays.',
  fix: FORM,
};

export const UNUSED: RuleInfo = {
  id: 'acknowledge-unused',
  title: 'An acknowledgement of nothing',
  severity: 'warning',
  why: 'The rule has nothing to say about the object: if it ever has, nobody would see it.',
  fix: 'Remove it, or correct the name of the rule.',
};

export const ACKNOWLEDGE_RULES: readonly RuleInfo[] = [WITHOUT_REASON, UNUSED];

/** A finding that somebody knows about, and why it may stay. */
export interface Acknowledged {
  readonly finding: Finding;
  readonly reason: string;
}

export interface Sorted {
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly Acknowledged[];
}

/** The rules that there are, and which of them are asked for. */
export interface Asked {
  readonly rules: readonly RuleInfo[];
  readonly isOn: (id: string) => boolean;
}

/** Sets aside what the object acknowledges, and complains about acknowledgements. */
export function acknowledge(document: Document, findings: readonly Finding[], asked: Asked): Sorted {
  const text = textOf(own(fieldsOf(own(document.object.metadata, 'annotations')), ACKNOWLEDGE));
  if (text === undefined) return { findings, acknowledged: [] };
  const path = ['metadata', 'annotations', ACKNOWLEDGE];
  const reasons = new Map<Finding, string>();
  const complaints: Finding[] = [];
  const complain = (rule: RuleInfo, message: string): unknown =>
    complaints.push(findingOf(rule, document, { path, message }));
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, name = '', reason = ''] = /^([^\s:]+)\s*:?\s*(.*)$/.exec(line) ?? [];
    if (reason === '') {
      complain(WITHOUT_REASON, `acknowledgement must give a reason, got ${JSON.stringify(line)}`);
      continue;
    }
    const found = findings.filter((finding) => isMeant(name, finding));
    const message = found.length === 0 && whyUnused(name, asked);
    if (message) complain(UNUSED, message);
    for (const finding of found) if (!reasons.has(finding)) reasons.set(finding, reason);
  }
  return {
    findings: [...findings.filter((finding) => !reasons.has(finding)), ...complaints],
    acknowledged: [...reasons].map(([finding, reason]) => ({ finding, reason })),
  };
}

/** What to say about an acknowledgement of nothing. Nothing if the rule was not asked. */
export function whyUnused(name: string, { rules, isOn }: Asked): string | undefined {
  const unknown = unknownRule(name, rules);
  if (unknown !== undefined) return `the rule of an acknowledgement ${unknown}`;
  if (rules.some((rule) => isMeant(name, rule) && !isOn(rule.id))) return undefined;
  return `the acknowledgement of ${name} must be of something that was found, got nothing of that rule`;
}
