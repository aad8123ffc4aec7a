import type { Document, KubeObject, Origin, Unreadable } from './document';
import { isFields, listOf, textOf, type Fields } from './fields';

/** The objects in one value: itself, or those of a `List`, which may hold lists. */
export function collectObjects(value: unknown, origin: Origin, into: Collected): void {
  if (value === null || value === undefined) return; // an empty document
  if (!isFields(value)) {
    const message = `a document must be an object, got ${describe(value)}`;
    into.unreadable.push({ origin, message, isNoObject: true });
    return;
  }
  if (isList(value)) {
    listOf(value.items).forEach((item, i) => {
      collectObjects(
        item,
        { ...origin, within: `${origin.within ? `${origin.within}.` : ''}items[${i}]` },
        into,
      );
    });
    return;
  }
  const message = complaint(value);
  if (message)
    into.unreadable.push({ origin, message, ...(!isMeantAsObject(value) && { isNoObject: true }) });
  else into.documents.push({ object: value as KubeObject, origin });
}

export interface Collected {
  readonly documents: Document[];
  readonly unreadable: Unreadable[];
}

function isList(value: Fields): boolean {
  return textOf(value.kind)?.endsWith('List') === true && Array.isArray(value.items);
}

/** Groups of which all kinds are stored by the API server, and so need a name. */
const STORED =
  /^(v1|apps\/.*|(networking|security|telemetry|extensions)\.istio\.io\/.*|gateway\.networking\.k8s\.io\/.*)$/;

/** Whether somebody forgot or misspelt a part. Values and descriptions of charts, kustomizations and the like have other parts. */
function isMeantAsObject({ apiVersion, kind, metadata }: Fields): boolean {
  if (metadata !== undefined) return apiVersion !== undefined || kind !== undefined;
  return kind !== undefined && (apiVersion === undefined || STORED.test(textOf(apiVersion) ?? ''));
}

function complaint({ apiVersion, kind, metadata }: Fields): string | undefined {
  if (typeof kind !== 'string' || kind === '') return `kind must be a text, got ${describe(kind)}`;
  if (typeof apiVersion !== 'string' || apiVersion === '')
    return `apiVersion of a ${kind} must be a text, got ${describe(apiVersion)}`;
  if (!isFields(metadata)) return `metadata of a ${kind} must be an object, got ${describe(metadata)}`;
  const { name, namespace } = metadata;
  if (typeof name !== 'string' || name === '')
    return `metadata.name of a ${kind} must be a text, got ${describe(name)}`;
  if (namespace !== undefined && namespace !== null && typeof namespace !== 'string')
    return `metadata.namespace of ${kind} ${name} must be a text, got ${describe(namespace)}`;
  return undefined;
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
