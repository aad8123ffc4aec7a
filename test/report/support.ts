import { findingOf, type Complaint, type Finding, type RuleInfo } from '../../lib/check/finding';
import type { Document } from '../../lib/manifest/document';
import { readText } from '../../lib/manifest/read';
import type { Verdict } from '../../lib/verdict/verdict';

const RULE: RuleInfo = {
  id: 'some-rule',
  title: 'Something is wrong',
  severity: 'error',
  why: 'Requests fail.',
  fix: 'Write it right.',
  links: ['https://example.com/rule'],
  upstream: ['IST0001'],
};

export function documentIn(yaml: string, file?: string): Document {
  return readText(yaml, file).documents[0]!;
}

export function found(
  document: Document,
  complaint: Partial<Complaint>,
  rule: Partial<RuleInfo> = {},
): Finding {
  return findingOf({ ...RULE, ...rule }, document, {
    message: 'a thing must be another, got this',
    path: [],
    ...complaint,
  });
}

export function verdictOf(
  document: Document,
  findings: readonly Finding[],
  more: Partial<Verdict> = {},
): Verdict {
  const { file = '', text } = document.origin;
  const texts = new Map(text ? [[file, text.whole]] : []);
  return { findings, acknowledged: [], documents: [document], texts, ...more };
}
