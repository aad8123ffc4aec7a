import type { NotModelled } from '../decision';
import type { AuthorizationPolicy, AuthorizationVerdict, Enforced } from './authorization';
import type { Facts, SecurityMesh } from './facts';
import { matchRule } from './rule';
import { inWords, refOf, ruleSteps, step, titleOf, verdictOf } from './step';
import { anyOf, type Truth } from './truth';

/** What policies with the action CUSTOM say: no, or nothing that the simulation could know. */
export interface ExternalVerdict extends AuthorizationVerdict {
  /** The policies whose authorizer is asked. */
  readonly notModelled: readonly NotModelled[];
}

/**
 * Whether the request comes past the policies that ask somebody else. They go first, before tokens are looked at.
 * Somebody who does not exist, or several for one workload, lets nothing through.
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
 */
export function authorizeExternally(
  { custom }: Enforced,
  facts: Facts,
  { extensionProviders }: SecurityMesh,
  explain: boolean,
): ExternalVerdict {
  if (custom.length === 0) return NOBODY;
  const providers = new Set(custom.map(({ provider }) => provider));
  const asked = custom.filter((policy) => isAsked(policy, facts) !== false);
  const steps = explain ? custom.map((policy) => explainCustom(policy, facts)) : [];
  const refuse = (policy: AuthorizationPolicy, why: string): ExternalVerdict => ({
    allowed: isAsked(policy, facts) ? false : undefined,
    reason: `${titleOf(policy)} denies it: ${why}`,
    policy: refOf(policy),
    steps,
    notModelled: [],
  });
  for (const policy of asked) {
    if (policy.isDryRun) continue;
    if (providers.size > 1)
      return refuse(policy, `a workload has one provider, not ${[...providers].join(' and ')}`);
    if (!extensionProviders.includes(policy.provider))
      return refuse(policy, `there is no extension provider ${policy.provider}`);
  }
  const notModelled = asked.map((policy) => ({
    object: refOf(policy),
    why: `the external authorizer ${policy.provider} may deny the request`,
  }));
  return { allowed: true, reason: 'no policy is against it', steps, notModelled };
}

const NOBODY: ExternalVerdict = Object.freeze({
  allowed: true,
  reason: 'no policy is against it',
  steps: [],
  notModelled: [],
});

function isAsked({ rules }: AuthorizationPolicy, facts: Facts): Truth {
  return anyOf(rules, (rule) => matchRule(rule, facts, false));
}

function explainCustom(policy: AuthorizationPolicy, facts: Facts) {
  const truth = isAsked(policy, facts);
  return step(verdictOf(truth), `${titleOf(policy)} (CUSTOM) ${inWords(truth)}`, policy, {
    steps: ruleSteps(policy, policy.rules, facts, false),
  });
}
