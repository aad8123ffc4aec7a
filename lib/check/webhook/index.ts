import { groupOf, namespaceOf } from '../../manifest/catalog';
import type { Document, KubeObject } from '../../manifest/document';
import { fieldsOf, isFields, own } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import type { Edit } from '../edit';
import { findingOf, show, type Finding } from '../finding';
import { asWritten } from './as-written';
import { WEBHOOK_RULES } from './catalogue';
import { decode } from './proto/decode';
import { WEBHOOK_KINDS, type WebhookKind, type WebhookRule } from './rule';
import { DECODING_RULES } from './rules/decoding';
import { Rulebook } from './walk';

export { WEBHOOK_RULES };

const RULEBOOK = new Rulebook(WEBHOOK_RULES);

/**
 * What Istio's validating webhook says about an object: errors and warnings. Nothing about other kinds.
 *
 * Where the webhook refuses an object it says no warnings; these are said here all the same.
 */
export function checkWebhook(document: Document): readonly Finding[] {
  const { object } = document;
  const kind = kindOf(object);
  if (!kind) return [];
  const findings: Finding[] = [];
  const say = (rule: WebhookRule, message: string, usual: Path, usualEdits?: readonly Edit[]): void => {
    const path = asWritten(object, usual);
    const edits = usualEdits?.map((edit) => ({ ...edit, path: asWritten(object, edit.path) }));
    findings.push(findingOf(rule, document, { message, path, ...(edits && { edits }) }));
  };
  const labels = textsOf(object, 'labels');
  const annotations = textsOf(object, 'annotations');
  for (const [path, value] of [...labels.wrong, ...annotations.wrong])
    say(DECODING_RULES.type, `${path.at(-1)} must be a text, got ${show(value)}`, path);
  const { message, misfits } = decode(kind, own(object, 'spec'), ['spec']);
  for (const { kind: rule, message: text, path } of misfits) say(DECODING_RULES[rule], text, path);
  if (findings.length > 0) return findings;
  RULEBOOK.judge(
    {
      kind,
      name: object.metadata.name,
      namespace: namespaceOf(document),
      labels: labels.texts,
      annotations: annotations.texts,
      spec: message,
    },
    say,
  );
  return findings;
}

/** The webhook does not look at the version. */
function kindOf({ apiVersion, kind }: KubeObject): WebhookKind | undefined {
  const isKnown = Object.hasOwn(WEBHOOK_KINDS, kind);
  return isKnown && WEBHOOK_KINDS[kind as WebhookKind] === groupOf(apiVersion)
    ? (kind as WebhookKind)
    : undefined;
}

interface Texts {
  readonly texts: ReadonlyMap<string, string>;
  readonly wrong: readonly [string[], unknown][];
}

/** Labels or annotations. */
function textsOf({ metadata }: KubeObject, field: 'labels' | 'annotations'): Texts {
  const given = own(metadata, field) ?? {};
  const texts = new Map<string, string>();
  const wrong: [string[], unknown][] = [];
  if (!isFields(given)) wrong.push([['metadata', field], given]);
  for (const [key, value] of Object.entries(fieldsOf(given))) {
    if (typeof value === 'string' || value === null) texts.set(key, value ?? '');
    else wrong.push([['metadata', field, key], value]);
  }
  return { texts, wrong };
}
