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
        withKind(item, value),
        { ...origin, within: `${origin.within ? `${origin.within}.` : ''}items[${i}]` },
        into,
      );
    });
    return;
  }
  const object = withName(value, into.documents.length);
  const message = complaint(object);
  if (message)
    into.unreadable.push({ origin, message, ...(!isMeantAsObject(value) && { isNoObject: true }) });
  else into.documents.push({ object: object as KubeObject, origin });
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

/** What a list says of all its objects, it needs not say of each: `VirtualServiceList`. */
function withKind(item: unknown, { apiVersion, kind }: Fields): unknown {
  if (!isFields(item) || item.kind || item.apiVersion) return item;
  return { ...item, apiVersion, kind: textOf(kind)!.slice(0, -'List'.length) };
}

/** With `generateName` and no name, the API server makes one up; so do we, always the same. */
function withName(object: Fields, count: number): Fields {
  const { metadata } = object;
  if (!isFields(metadata) || (metadata.name ?? '') !== '') return object;
  const { generateName } = metadata;
  if (typeof generateName !== 'string' || generateName === '') return object;
  const name = `${generateName}${count.toString(36).padStart(5, '0')}`;
  return { ...object, metadata: { ...metadata, name } };
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
