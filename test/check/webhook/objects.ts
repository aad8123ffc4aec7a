import type { Document, KubeObject } from '../../../lib/manifest/document';
import type { Finding } from '../../../lib/check/finding';
import { checkWebhook } from '../../../lib/check/webhook';

export function documentOf(object: KubeObject): Document {
  return { object, origin: { index: 0 } };
}

export function judge(object: unknown): readonly Finding[] {
  return checkWebhook(documentOf(object as KubeObject));
}

export function idsOf(object: unknown): string[] {
  return [...new Set(judge(object).map(({ id }) => id))].sort();
}
