import type { Document, KubeObject } from '../../../lib/manifest/document';
import { checkSchema, type SchemaOptions, type SchemaVerdict } from '../../../lib/check/schema/check';

/** A document as it would be read from a file. */
export function document(object: object): Document {
  return { object: object as KubeObject, origin: { index: 0 } };
}

export function virtualService(spec: unknown, metadata: object = {}): KubeObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'reviews', namespace: 'shop', ...metadata },
    spec,
  };
}

export function check(object: object, options?: SchemaOptions): SchemaVerdict {
  return checkSchema(document(object), options);
}

/** What is said, each as `id path`. */
export function said(object: object, options?: SchemaOptions): readonly string[] {
  return check(object, options)
    .findings.map(({ id, path }) => `${id} ${path.join('.')}`)
    .sort();
}
