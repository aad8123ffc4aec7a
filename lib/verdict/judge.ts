import type { Acknowledged } from '../check/acknowledge';
import { RULE_FAILED, UNREADABLE } from '../check/catalogue';
import type { Finding, RuleInfo, Severity } from '../check/finding';
import type { Manifests, Origin } from '../manifest/document';
import { isAcknowledged, unused, type Acknowledgement } from './acknowledgement';
import { allRules, findAll, type Surroundings } from './ask';
import { inOrder } from './order';
import { isMeant, unknownRule } from '../check/rule-names';
import { withSeverity } from './severity';
import type { Verdict } from './verdict';

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
  const rules = allRules();
  checkNames(policy, rules);
  const { acknowledgements = [], severityOf } = policy;
  const isWanted = wanted(policy);
  const asked = findAll(manifests, policy);
  const used = new Set<Acknowledgement>();
  const open: Finding[] = [];
  const acknowledged: Acknowledged[] = [];
  const reasonFor = (finding: Finding): string | undefined => {
    const by = acknowledgements.filter((one) => isAcknowledged(finding, one));
    for (const one of by) used.add(one);
    return by[0]?.reason;
  };
  // An object's own words come first; what a construct says beside them is no less in use.
  for (const { finding, reason } of asked.acknowledged) {
    reasonFor(finding);
    acknowledged.push({ finding, reason });
  }
  for (const finding of asked.findings) {
    const reason = reasonFor(finding);
    if (reason === undefined) open.push(finding);
    else acknowledged.push({ finding, reason });
  }
  for (const one of acknowledgements) if (!used.has(one)) open.push(...unused(one, rules));
  const rated = (finding: Finding): readonly Finding[] => {
    const severity = severityOf ? severityOf(finding) : finding.severity;
    return severity === 'off' || !isWanted(finding) ? [] : [withSeverity(finding, severity)];
  };
  return {
    findings: inOrder(open.flatMap(rated)),
    acknowledged: sorted(
      acknowledged.flatMap(({ finding, reason }) => rated(finding).map((one) => ({ finding: one, reason }))),
    ),
    documents: manifests.documents,
    texts: textsOf(manifests),
  };
}

function checkNames({ only = [], skip = [] }: Policy, rules: readonly RuleInfo[]): void {
  for (const name of [...only, ...skip]) {
    const message = unknownRule(name, rules);
    if (message !== undefined) throw new Error(`the name of a rule ${message}`);
  }
}

function wanted({ only, skip = [] }: Policy): (finding: Finding) => boolean {
  return (finding) =>
    (only === undefined || isGap(finding) || only.some((name) => isMeant(name, finding))) &&
    !skip.some((name) => isMeant(name, finding));
}

/** Something was not judged: then whoever asks for one rule has not got the answer. */
function isGap({ id }: Finding): boolean {
  return id === UNREADABLE.id || id === RULE_FAILED.id;
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
