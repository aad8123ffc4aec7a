import type { Edit, EditValue } from '../check/edit';
import { formatPath, type Finding, type ObjectReference, type Severity, type Source } from '../check/finding';
import { countOf } from '../verdict/severity';
import type { Verdict } from '../verdict/verdict';

/** What `--format json` prints. Fields are added, and never change what they mean without another version. */
export interface JsonReport {
  readonly version: 1;
  readonly summary: {
    readonly objects: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly acknowledged: number;
  };
  readonly findings: readonly JsonFinding[];
  readonly acknowledged: readonly JsonAcknowledged[];
}

export interface JsonFinding {
  /** The rule. `cdk8s-mesh check --explain` has more about it. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly object: ObjectReference;
  /** The way to what is wrong: `spec.http[0].route`. Empty for the object as a whole. */
  readonly path: string;
  /** File, line and column, as far as they are known. */
  readonly source?: Source;
  /** The path of the construct that made the object. */
  readonly construct?: string;
  readonly links: readonly string[];
  /** What other tools call it. */
  readonly upstream: readonly string[];
  /** What `--fix` does about it; absent if there is more than one way to make it right. */
  readonly edits?: readonly JsonEdit[];
}

export interface JsonEdit {
  readonly kind: 'rename' | 'set' | 'insert' | 'remove' | 'quote';
  readonly path: string;
  /** The new name of a field. */
  readonly to?: string;
  /** `{"asked": "faultPercentage"}` in it stands for what `--fault-percentage` says. */
  readonly value?: EditValue;
}

export interface JsonAcknowledged extends JsonFinding {
  readonly reason: string;
}

export function jsonReport({ findings, acknowledged, documents }: Verdict): JsonReport {
  const { error, warning, info } = countOf(findings);
  return {
    version: 1,
    summary: {
      objects: documents.length,
      errors: error,
      warnings: warning,
      infos: info,
      acknowledged: acknowledged.length,
    },
    findings: findings.map(jsonFinding),
    acknowledged: acknowledged.map(({ finding, reason }) => ({ ...jsonFinding(finding), reason })),
  };
}

function jsonFinding(finding: Finding): JsonFinding {
  const { source, construct } = finding;
  return {
    id: finding.id,
    title: finding.title,
    severity: finding.severity,
    message: finding.message,
    why: finding.why,
    fix: finding.fix,
    object: finding.object,
    path: formatPath(finding.path),
    ...(source && { source }),
    ...(construct !== undefined && { construct }),
    links: finding.links,
    upstream: finding.upstream,
    ...(finding.edits && { edits: finding.edits.map(jsonEdit) }),
  };
}

function jsonEdit(edit: Edit): JsonEdit {
  return {
    kind: edit.kind,
    path: formatPath(edit.path),
    ...('to' in edit && { to: edit.to }),
    ...('value' in edit && { value: edit.value }),
  };
}
