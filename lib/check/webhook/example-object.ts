import type { KubeObject } from '../../manifest/document';
import { isFields } from '../../manifest/fields';
import { readText } from '../../manifest/read';
import { WEBHOOK_KINDS, type Example, type WebhookKind } from './rule';

/** The kinds that have no v1. */
const VERSIONS: Partial<Record<WebhookKind, string>> = {
  EnvoyFilter: 'v1alpha3',
  ProxyConfig: 'v1beta1',
  WasmPlugin: 'v1alpha1',
  TrafficExtension: 'v1alpha1',
};

/** The object of an example, as a user would write it. */
export function exampleObject({ kind, spec, metadata = '{}' }: Example): KubeObject {
  const apiVersion = `${WEBHOOK_KINDS[kind]}/${VERSIONS[kind] ?? 'v1'}`;
  const text = `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: example}, more: ${metadata}, spec: ${spec}}`;
  const [document] = readText(text).documents;
  if (!document) throw new Error(`an example must be YAML, got ${text}`);
  const { more, ...object } = document.object;
  return { ...object, metadata: { ...object.metadata, ...(isFields(more) ? more : {}) } };
}
