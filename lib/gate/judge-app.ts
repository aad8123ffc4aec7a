import type { IConstruct } from 'constructs';
import type { Finding } from '../check/finding';
import { readConstructs } from '../manifest/app';
import { findingLines } from '../report/lines';
import type { Acknowledgement } from '../verdict/acknowledgement';
import { allRules, type Surroundings } from '../verdict/ask';
import { judge, type Policy } from '../verdict/judge';
import { isMeant, unknownRule } from '../check/rule-names';
import { failsAt } from '../verdict/severity';
import { isMadeBelow, type ScopedAcknowledgement, type Settings } from './settings';

/** What the construct with this path has to say. */
export interface Failure {
  readonly path: string;
  readonly message: string;
}

export interface AppJudgement {
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
}

/** Judges all objects below a construct. */
export function judgeApp(
  root: IConstruct,
  settings: readonly Settings[],
  acknowledgements: readonly ScopedAcknowledgement[],
): AppJudgement {
  const misnamed = namesNobodyHas(settings);
  if (misnamed.length > 0) return { failures: misnamed, warnings: [] };
  const nearest = nearestFirst(settings);
  const policy = appPolicy(settings, acknowledgements);
  const { findings } = judge(readConstructs(root.node.findAll()), policy);
  const failures: Failure[] = [];
  const warnings: string[] = [];
  for (const finding of findings) {
    const path = finding.construct?.split(', ')[0] ?? '';
    const failOn =
      nearest.find((one) => one.failOn && isMadeBelow(finding.construct, one.path))?.failOn ?? 'error';
    const message = findingLines(finding).join('\n      ');
    if (failsAt(failOn, finding)) failures.push({ path, message });
    else if (finding.severity !== 'info') warnings.push(`[${path}] ${message}`);
  }
  return { failures, warnings };
}

/** What the constructs of an app say about findings. */
export function appPolicy(
  settings: readonly Settings[],
  acknowledgements: readonly ScopedAcknowledgement[],
): Policy {
  const nearest = nearestFirst(settings);
  return {
    ...surroundings(settings),
    acknowledgements: acknowledgements.map(scoped),
    severityOf: (finding) => severityOf(finding, nearest),
  };
}

/** The nearest construct that says something wins, and there the last word. */
function nearestFirst(settings: readonly Settings[]): readonly Settings[] {
  return [...settings].reverse().sort((a, b) => b.path.length - a.path.length);
}

/** Rules are looked for by exact names before those that stand for many. */
function severityOf(finding: Finding, nearest: readonly Settings[]): Finding['severity'] | 'off' {
  for (const { path, severities } of nearest) {
    const names = Object.keys(severities).filter((name) => isMeant(name, finding));
    const name = names.find((one) => one === finding.id) ?? names.sort((a, b) => b.length - a.length)[0];
    if (name !== undefined && isMadeBelow(finding.construct, path)) return severities[name]!;
  }
  return finding.severity;
}

function surroundings(settings: readonly Settings[]): Surroundings {
  const lists = (field: keyof Settings['known']): readonly string[] | undefined => {
    const all = settings.flatMap(({ known }) => known[field] ?? []);
    return settings.some(({ known }) => known[field]) ? [...new Set(all)] : undefined;
  };
  const [hosts, gateways, namespaces, serviceAccounts] = [
    lists('hosts'),
    lists('gateways'),
    lists('namespaces'),
    lists('serviceAccounts'),
  ];
  const mesh = settings.findLast((one) => one.mesh)?.mesh;
  const channel = settings.findLast((one) => one.channel)?.channel;
  return {
    known: {
      ...(hosts && { hosts }),
      ...(gateways && { gateways }),
      ...(namespaces && { namespaces }),
      ...(serviceAccounts && { serviceAccounts }),
      ...(mesh && { mesh }),
    },
    ...(channel && { channel }),
  };
}

function scoped({ path, rule, reason }: ScopedAcknowledgement): Acknowledgement {
  return {
    rule,
    reason,
    covers: (finding) => isMadeBelow(finding.construct, path),
    by: { kind: 'Construct', name: path || 'the app', construct: path },
  };
}

function namesNobodyHas(settings: readonly Settings[]): readonly Failure[] {
  const rules = allRules();
  return settings.flatMap(({ path, severities }) =>
    Object.keys(severities).flatMap((name) => {
      const unknown = unknownRule(name, rules);
      return unknown === undefined
        ? []
        : [{ path, message: `a rule in the severities of checks ${unknown}` }];
    }),
  );
}
