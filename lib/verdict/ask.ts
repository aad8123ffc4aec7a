import { CATALOGUE } from '../check/catalogue';
import { check, type Findings } from '../check/check';
import type { RuleInfo } from '../check/finding';
import type { Known } from '../check/mesh/known';
import type { Manifests } from '../manifest/document';

/** What manifests do not say of the cluster that they are for. */
export interface Surroundings {
  readonly known?: Known;
  /** Which CRDs of the Gateway API it has. */
  readonly channel?: 'standard' | 'experimental';
}

/** All that the checks have to say. */
export function findAll(manifests: Manifests, { known, channel }: Surroundings): Findings {
  return check(manifests, { ...(known && { known }), ...(channel && { gatewayChannel: channel }) });
}

/** All rules, sorted by id. */
export function allRules(): readonly RuleInfo[] {
  return [...CATALOGUE].sort((a, b) => (a.id < b.id ? -1 : 1));
}
