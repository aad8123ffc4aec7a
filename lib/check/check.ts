import type { Document } from '../manifest/document';
import { loadManifests, type ManifestInput } from '../manifest/load';
import { acknowledge, type Acknowledged } from './acknowledge';
import { CATALOGUE, RULE_FAILED } from './catalogue';
import type { Finding, Severity } from './finding';
import { judgeMesh } from './judge-mesh';
import type { Known } from './mesh/known';
import { Mesh } from './mesh/mesh';
import { MESH_RULES } from './rules/all';
import { lendEdits } from './lend';
import { sayOnce } from './once';
import { checkSchema } from './schema/check';
import { UNKNOWN_FIELD } from './schema/kinds';
import { aboutRule, aboutUnread } from './unread';
import { checkWebhook } from './webhook/index';

export interface CheckOptions {
  /** What is declared elsewhere. Without, references to what is not here are findings of `declared-elsewhere`. */
  readonly known?: Known;
  /** Other severities, by the id of the rule; `off` is as good as `off: [id]`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Ids of rules that are not asked for. */
  readonly off?: readonly string[];
  /**
   * From which severity on `isFailed` is true.
   * @default 'error'
   */
  readonly failOn?: Severity | 'never';
  /**
   * Which CRDs of the Gateway API the cluster has.
   * @default 'standard'
   */
  readonly gatewayChannel?: 'standard' | 'experimental';
}

export interface Findings {
  /** In the order of the manifests. */
  readonly findings: readonly Finding[];
  /** What somebody has said about, and why it may stay. */
  readonly acknowledged: readonly Acknowledged[];
  /** How many objects were judged. */
  readonly objects: number;
  /** Whether there is any finding as bad as `failOn` says. */
  readonly isFailed: boolean;
}

const RANK = { info: 0, warning: 1, error: 2, never: 3 } as const;

/**
 * Says what the API server, Istio’s webhook, its analyzers and Kiali would say, from manifests alone: a cdk8s App or
 * Chart, YAML or JSON text, the path of a file or folder, objects, a Simulator of them, or a list of these.
 * @throws if a path cannot be read
 */
export function check(input: ManifestInput, options: CheckOptions = {}): Findings {
  const manifests = loadManifests(input);
  const failures: Finding[] = [];
  const fail = (rule: string, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    failures.push(aboutRule(RULE_FAILED, rule, `rule ${rule} must finish, got ${reason}`));
  };
  const isOn = settings(options);
  const judged = judgeAll(
    () =>
      judgeMesh(
        new Mesh(manifests, options.known),
        MESH_RULES.filter(({ id }) => isOn(id)),
        ({ id }, error) => fail(id, error),
      ),
    (error) => fail('mesh', error),
  );
  const findings: Finding[] = [];
  const acknowledged: Acknowledged[] = [];
  for (const document of manifests.documents) {
    const all = together(judgeObject(document, options, fail), judged.get(document) ?? []);
    const sorted = acknowledge(document, all, { rules: CATALOGUE, isOn });
    findings.push(...sorted.findings.flatMap((finding) => tuned(finding, options)));
    for (const { finding, reason } of sorted.acknowledged)
      acknowledged.push(...tuned(finding, options).map((one) => ({ finding: one, reason })));
  }
  const all = [...aboutUnread(manifests), ...failures]
    .flatMap((finding) => tuned(finding, options))
    .concat(findings);
  const limit = RANK[options.failOn ?? 'error'];
  return Object.freeze({
    findings: Object.freeze(all),
    acknowledged: Object.freeze(acknowledged),
    objects: manifests.documents.length,
    isFailed: all.some(({ severity }) => RANK[severity] >= limit),
  });
}

/** What is said of an object, by itself and as a part of the app: one mistake, one finding. */
function together(ofObject: readonly Finding[], ofApp: readonly Finding[]): readonly Finding[] {
  if (ofApp.length === 0) return ofObject;
  const said = new Set(sayOnce(ofApp, [...ofObject, ...ofApp]));
  const unsaid = ofApp.filter((finding) => !said.has(finding));
  return lendEdits([...ofObject, ...said], unsaid);
}

/** What is said of the object alone: by the API server, and by the webhook, which sees what the API server stores. */
function judgeObject(
  document: Document,
  { gatewayChannel = 'standard' }: CheckOptions,
  fail: (rule: string, error: unknown) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  let admitted = document;
  try {
    const verdict = checkSchema(document, { gatewayChannel });
    findings.push(...verdict.findings);
    admitted = { ...document, object: verdict.admitted };
  } catch (error) {
    fail('schema', error);
  }
  try {
    // What the API server refuses never reaches the webhook; fields that it does not know, it may drop.
    if (!findings.some(({ severity, id }) => severity === 'error' && id !== UNKNOWN_FIELD.id))
      findings.push(...checkWebhook(admitted));
  } catch (error) {
    fail('webhook', error);
  }
  return findings;
}

function judgeAll(
  judge: () => Map<Document, Finding[]>,
  fail: (error: unknown) => void,
): Map<Document, Finding[]> {
  try {
    return judge();
  } catch (error) {
    fail(error);
    return new Map();
  }
}

function settings({ off = [], severities = {} }: CheckOptions): (id: string) => boolean {
  return (id) => !off.includes(id) && (!Object.hasOwn(severities, id) || severities[id] !== 'off');
}

/** The finding as it is wanted, or nothing. */
function tuned(finding: Finding, options: CheckOptions): readonly Finding[] {
  const { severities = {} } = options;
  if (!settings(options)(finding.id)) return [];
  const severity = Object.hasOwn(severities, finding.id) ? severities[finding.id] : undefined;
  if (severity === undefined || severity === 'off' || severity === finding.severity) return [finding];
  // The source is looked up when it is asked for: a copy by spreading would do so at once.
  return [
    Object.freeze(
      Object.defineProperties(
        {},
        { ...Object.getOwnPropertyDescriptors(finding), severity: { value: severity, enumerable: true } },
      ) as Finding,
    ),
  ];
}
