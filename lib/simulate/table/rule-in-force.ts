import type { ObjectRef } from '../decision';
import { objectRef } from '../explain/trace';
import type { Scope } from '../scope/scope';

/** What DestinationRules say of a host to a caller, after those for the same host were merged. */
export interface RuleInForce {
  /** As they say it: `*.example.com` may stand for the host that was asked for. */
  readonly host: string;
  /** The first one counts, as far as it says anything. */
  readonly objects: readonly ObjectRef[];
  /** The names of subsets. */
  readonly subsets: readonly string[];
  /** The `trafficPolicy` that is used: that of the first object that has one. */
  readonly trafficPolicy?: object;
}

export function ruleInForce(scope: Scope, host: string): RuleInForce | undefined {
  const rule = scope.destinationRule(host);
  if (!rule) return undefined;
  const { subsets, policy, from } = rule;
  return Object.freeze({
    host: rule.host,
    objects: Object.freeze(from.map(({ document }) => objectRef(document))),
    subsets: Object.freeze(subsets.map(({ name }) => name)),
    ...(policy && { trafficPolicy: policy }),
  });
}
