import type { Document, Origin } from '../manifest/document';
import { positionOf, type Path } from '../manifest/position';
import type { Edit } from './edit';

/** What an error stops, a warning asks about, and an info mentions. */
export type Severity = 'error' | 'warning' | 'info';

/** What all findings of one rule have in common. The id is never given to another rule. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** What happens on the cluster. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  readonly links?: readonly string[];
  /** What other tools call it: `IST0101`, `KIA1104`. */
  readonly upstream?: readonly string[];
  /** Whether some of its findings have edits. */
  readonly isFixable?: true;
}

/** What is wrong in one place. What is said here replaces what the rule says in general. */
export interface Complaint {
  /** With the actual values: `<thing> must be <allowed>, got <value>`. */
  readonly message: string;
  /** The way to what is wrong: `['spec', 'http', 0, 'route']`; empty for the object as a whole. */
  readonly path: Path;
  readonly severity?: Severity;
  readonly why?: string;
  readonly fix?: string;
  readonly links?: readonly string[];
  readonly upstream?: readonly string[];
  /** What makes it right, only where that is certain. */
  readonly edits?: readonly Edit[];
}

/** Something that a check has to say: plain, frozen data, which may be printed as JSON. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly object: ObjectReference;
  readonly path: Path;
  /** Where it was written; looked up when it is read for the first time. Nothing for what came from no file or text. */
  readonly source?: Source;
  /** The path of the construct that made the object. */
  readonly construct?: string;
  readonly links: readonly string[];
  readonly upstream: readonly string[];
  /** What `fix` does about it. Absent where there is more than one way to make it right. */
  readonly edits?: readonly Edit[];
}

export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A place in a file, or in a text without a name. Line and column count from 1. */
export interface Source {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a rule has to say about a document. */
export function findingOf(rule: RuleInfo, { object, origin }: Document, complaint: Complaint): Finding {
  const { apiVersion, kind, metadata } = object;
  const path = Object.freeze([...complaint.path]);
  let source: Source | undefined;
  let isLocated = false;
  const finding: Finding = {
    id: rule.id,
    title: rule.title,
    severity: complaint.severity ?? rule.severity,
    message: complaint.message,
    why: complaint.why ?? rule.why,
    fix: complaint.fix ?? rule.fix,
    object: Object.freeze({
      apiVersion,
      kind,
      ...(typeof metadata.namespace === 'string' && { namespace: metadata.namespace }),
      name: metadata.name,
    }),
    path,
    // Most findings are counted, filtered or compared only: finding the line means to parse the text again.
    get source() {
      if (!isLocated) source = locate(origin, path);
      isLocated = true;
      return source;
    },
    ...(origin.construct !== undefined && { construct: origin.construct }),
    links: Object.freeze([...(complaint.links ?? rule.links ?? [])]),
    upstream: Object.freeze([...(complaint.upstream ?? rule.upstream ?? [])]),
    ...(complaint.edits && complaint.edits.length > 0 && { edits: Object.freeze([...complaint.edits]) }),
  };
  // Beside the data: who prints, compares or spreads a finding does not see it.
  return Object.freeze(Object.defineProperty(finding, ORIGIN, { value: origin }));
}

const ORIGIN = Symbol.for('cdk8s-mesh.origin');

/** Where the object that the finding is about was written. Nothing for a finding that was made in another way. */
export function originOf(finding: Finding): Origin | undefined {
  return (finding as { readonly [ORIGIN]?: Origin })[ORIGIN];
}

function locate(origin: Origin, path: Path): Source | undefined {
  const position = positionOf(origin, path);
  if (!position && origin.file === undefined) return undefined;
  return Object.freeze({ ...(origin.file !== undefined && { file: origin.file }), ...position });
}

/** A path as the API server writes it: `spec.http[0].match`, and `labels[a.b/c]` for keys that are no names. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${step}]`;
  }
  return text;
}

/** A value in a message: as JSON, and cut if it is long, deep or wide. */
export function show(value: unknown): string {
  const text = preview(value, 3);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function preview(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 200));
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) return `${value as number | boolean | null}`;
  if (depth === 0) return '…';
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, 20)
      .map((item) => preview(item, depth - 1))
      .join(',')}]`;
  }
  const fields = Object.entries(value).slice(0, 20);
  return `{${fields.map(([name, field]) => `${preview(name, 1)}:${preview(field, depth - 1)}`).join(',')}}`;
}
