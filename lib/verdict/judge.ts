import type { Finding, Severity } from '../check/finding';
import type { Manifests, Origin } from '../manifest/document';
import { annotated, complaint, isAcknowledged, type Acknowledgement } from './acknowledgement';
import { allRules, findAll, type Surroundings } from './ask';
import { inOrder } from './order';
import { isMeant, unknownRule } from './rule-names';
import { withSeverity } from './severity';
import { unreadableFinding } from './unreadable';
import type { Acknowledged, Verdict } from './verdict';

/** What a project thinks of findings. */
export interface Policy extends Surroundings {
  /** Rules by id, by a code such as `IST0101`, or by a beginning such as `webhook-*`. All of them if absent. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** Beside those in annotations. */
  readonly acknowledgements?: readonly Acknowledgement[];
  /** How serious a finding is here. */
  readonly severityOf?: (finding: Finding) => Severity | 'off';
}

/**
 * Judges manifests.
 * @throws if the policy names rules that there are not
 */
export function judge(manifests: Manifests, policy: Policy = {}): Verdict {
  checkNames(policy);
  const found = [...findAll(manifests, policy), ...manifests.unreadable.map(unreadableFinding)];
  const acknowledgements = [...manifests.documents.flatMap(annotated), ...(policy.acknowledgements ?? [])];
  const isWanted = wanted(policy);
  const used = new Set<Acknowledgement>();
  const open: Finding[] = [];
  const acknowledged: Acknowledged[] = [];
  for (const finding of found) {
    const by = acknowledgements.filter((one) => isAcknowledged(finding, one));
    for (const one of by) used.add(one);
    if (!isWanted(finding)) continue;
    const [first] = by;
    if (first) acknowledged.push({ finding, reason: first.reason });
    else open.push(finding);
  }
  const rules = allRules();
  for (const one of acknowledgements) {
    const finding = complaint(one, used.has(one), rules);
    if (finding && isWanted(finding)) open.push(finding);
  }
  const { severityOf } = policy;
  const rated = open.flatMap((finding) => {
    const severity = severityOf ? severityOf(finding) : finding.severity;
    return severity === 'off' ? [] : [withSeverity(finding, severity)];
  });
  return {
    findings: inOrder(rated),
    acknowledged: sorted(acknowledged),
    documents: manifests.documents,
    texts: textsOf(manifests),
  };
}

function checkNames({ only = [], skip = [] }: Policy): void {
  const rules = allRules();
  for (const name of [...only, ...skip]) {
    const message = unknownRule(name, rules);
    if (message !== undefined) throw new Error(`the name of a rule ${message}`);
  }
}

function wanted({ only, skip = [] }: Policy): (finding: Finding) => boolean {
  return (finding) =>
    (only === undefined || only.some((name) => isMeant(name, finding))) &&
    !skip.some((name) => isMeant(name, finding));
}

function sorted(acknowledged: readonly Acknowledged[]): readonly Acknowledged[] {
  const by = new Map(acknowledged.map((one) => [one.finding, one]));
  return inOrder([...by.keys()]).map((finding) => by.get(finding)!);
}

function textsOf({ documents, unreadable }: Manifests): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const ambiguous = new Set<string>();
  const add = ({ file = '', text }: Origin): void => {
    if (!text) return;
    const known = texts.get(file);
    if (known !== undefined && known !== text.whole) ambiguous.add(file);
    texts.set(file, text.whole);
  };
  for (const { origin } of documents) add(origin);
  for (const { origin } of unreadable) add(origin);
  for (const file of ambiguous) texts.delete(file);
  return texts;
}
