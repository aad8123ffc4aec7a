import type { Finding, RuleInfo } from '../check/finding';
import { checkSchema } from '../check/schema/check';
import { KINDS } from '../check/schema/kinds';
import type { Channel } from '../check/schema/versions';
import { checkWebhook, WEBHOOK_RULES } from '../check/webhook/index';
import type { Manifests } from '../manifest/document';
import type { Known } from './known';
import { OWN_RULES } from './own-rules';

/** What manifests do not say of the cluster that they are for. */
export interface Surroundings {
  readonly known?: Known;
  /** Which CRDs of the Gateway API it has. */
  readonly channel?: Channel;
}

/** All that the checks have to say, unsorted. */
export function findAll({ documents }: Manifests, { channel }: Surroundings): readonly Finding[] {
  return documents.flatMap((document) => [
    ...checkSchema(document, { ...(channel && { gatewayChannel: channel }) }).findings,
    ...checkWebhook(document),
  ]);
}

/** All rules, sorted by id. */
export function allRules(): readonly RuleInfo[] {
  return [...KINDS, ...WEBHOOK_RULES, ...OWN_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
}
