import type { Document } from '../manifest/document';
import { fieldsOf, own, textOf } from '../manifest/fields';
import { findingOf, type Finding, type RuleInfo } from './finding';

/** On an object: what is known about it, and why it is as it should be. One line a rule: `rule-id: reason`. */
export const ACKNOWLEDGE = 'cdk8s-mesh/acknowledge';

const FORM = `Write one line for each rule: rule-id: why this is as it should be.`;

const WITHOUT_REASON: RuleInfo = {
  id: 'acknowledge-without-reason',
  title: 'An acknowledgement without a reason',
  severity: 'error',
  why: 'Nobody can tell later whether it still holds. The finding stays.',
  fix: FORM,
};

const UNUSED: RuleInfo = {
  id: 'acknowledge-unused',
  title: 'An acknowledgement of nothing',
  severity: 'warning',
  why: 'The rule has nothing to say about the object: if it ever has, nobody would see it.',
  fix: 'Remove the line, or correct the id of the rule.',
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

/** Sets aside what the object acknowledges, and complains about acknowledgements. */
export function acknowledge(document: Document, findings: readonly Finding[]): Sorted {
  const text = textOf(own(fieldsOf(own(document.object.metadata, 'annotations')), ACKNOWLEDGE));
  if (text === undefined) return { findings, acknowledged: [] };
  const path = ['metadata', 'annotations', ACKNOWLEDGE];
  const open = new Set(findings);
  const acknowledged: Acknowledged[] = [];
  const complaints: Finding[] = [];
  const complain = (rule: RuleInfo, message: string): unknown =>
    complaints.push(findingOf(rule, document, { path, message }));
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, id = '', reason = ''] = /^([^\s:]+)\s*:?\s*(.*)$/.exec(line) ?? [];
    if (reason === '') {
      complain(WITHOUT_REASON, `acknowledgement must give a reason, got ${JSON.stringify(line)}`);
      continue;
    }
    const found = [...open].filter((finding) => finding.id === id);
    if (found.length === 0)
      complain(UNUSED, `acknowledgement must be of something that was found, got ${id}`);
    for (const finding of found) {
      open.delete(finding);
      acknowledged.push({ finding, reason });
    }
  }
  return { findings: [...open, ...complaints], acknowledged };
}
