import { formatPath, type Finding } from '../check/finding';
import { loadManifests } from '../manifest/load';
import { judge } from '../verdict/judge';
import { objectName } from '../verdict/object-name';
import { countOf, failsAt } from '../verdict/severity';
import type { Verdict } from '../verdict/verdict';
import { policyOf } from './plugin-properties';

/** What cdk8s-cli gives to a validation plugin, as far as it is used here. */
export interface PluginContext {
  /** The paths of files. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata: { readonly [key: string]: string }): void;
  };
}

interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly Resource[];
}

interface Resource {
  readonly resourceName: string;
  readonly locations: readonly string[];
  readonly manifestPath: string;
}

/** Judges the files of an app, and passes what is found to the report of cdk8s-cli. */
export function validateFiles({ manifests, report }: PluginContext, properties: object): void {
  const { policy, failOn } = policyOf(properties);
  const verdict = judge(loadManifests([...manifests]), policy);
  const nameOf = namer(verdict);
  for (const findings of byRule(verdict.findings)) report.addViolation(violation(findings, nameOf));
  const { error, warning, info } = countOf(verdict.findings);
  report.submit(verdict.findings.some((finding) => failsAt(failOn, finding)) ? 'failure' : 'success', {
    Objects: `${verdict.documents.length}`,
    Errors: `${error}`,
    Warnings: `${warning}`,
    Infos: `${info}`,
    Acknowledged: `${verdict.acknowledged.length}`,
  });
}

/** Findings of one rule, with one advice: that is what a violation has room for. */
function byRule(findings: readonly Finding[]): Iterable<readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { id, severity, why, fix } = finding;
    const key = JSON.stringify([id, severity, why, fix]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups.values();
}

function violation(findings: readonly Finding[], nameOf: (finding: Finding) => string): Violation {
  const { id, severity, title, why, fix } = findings[0]!;
  return {
    ruleName: `${id} (${severity})`,
    recommendation: `${title}. ${why}`,
    fix,
    violatingResources: findings.map((finding) => ({
      resourceName: nameOf(finding),
      locations: [locationOf(finding)],
      manifestPath: finding.source?.file ?? 'unknown',
    })),
  };
}

function locationOf({ object, path, source, message }: Finding): string {
  const { line, column } = source ?? {};
  const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
  return `${objectName(object)}${path.length > 0 ? `, ${formatPath(path)}` : ''}${place}: ${message}`;
}

/**
 * cdk8s-cli looks up constructs by the bare names of objects, and so takes a VirtualService for the DestinationRule of
 * the same name. Where a name is that of several objects, they are named in full: no construct rather than a wrong one.
 */
function namer({ documents }: Verdict): (finding: Finding) => string {
  const counts = new Map<string, number>();
  for (const { object } of documents) {
    const { name } = object.metadata;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return ({ object }) => (counts.get(object.name) === 1 ? object.name : objectName(object));
}
