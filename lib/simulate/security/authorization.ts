import { fieldsList, fieldsOf, textOf } from '../../manifest/fields';
import type { ObjectRef, Step } from '../decision';
import { attached, byNamespace, type ByNamespace } from './attachment';
import type { Facts, Policy, SecurityMesh, Workload } from './facts';
import { compileRule, matchRule, type Rule } from './rule';
import { inWords, refOf, ruleSteps, step, titleOf, verdictOf, type Steps } from './step';
import { anyOf, type Truth } from './truth';

/** An AuthorizationPolicy, read once. */
export interface AuthorizationPolicy extends Policy {
  readonly action: string;
  readonly rules: readonly Rule[];
  /** Only its effect on telemetry is real. */
  readonly isDryRun: boolean;
  /** Whom a CUSTOM policy asks. */
  readonly provider: string;
}

/** What the policies say about a request. */
export interface AuthorizationVerdict {
  /** `undefined`: it depends on what the request does not tell. */
  readonly allowed: Truth;
  readonly reason: string;
  /** The policy that decided, and the number of its rule. */
  readonly policy?: ObjectRef;
  readonly rule?: number;
  readonly steps: Steps;
}

export type Authorizations = ByNamespace<AuthorizationPolicy>;

/** @param policies all AuthorizationPolicies, oldest first */
export function readAuthorizations(policies: readonly Policy[], mesh: SecurityMesh): Authorizations {
  return byNamespace(
    policies.map((policy) => ({
      ...policy,
      action: textOf(policy.spec.action) ?? 'ALLOW',
      rules: fieldsList(policy.spec.rules).map((rule) =>
        compileRule(rule, { namespace: policy.namespace, mesh }),
      ),
      isDryRun: TRUE.has(policy.annotations.get('istio.io/dry-run') ?? ''),
      provider: textOf(fieldsOf(policy.spec.provider).name) ?? '',
    })),
  );
}

/** What Go's `strconv.ParseBool` takes for true. */
const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);

/** The policies of one proxy. Those of a dry run are in no list but the first, except for CUSTOM. */
export interface Enforced {
  readonly all: readonly AuthorizationPolicy[];
  readonly custom: readonly AuthorizationPolicy[];
  readonly denying: readonly AuthorizationPolicy[];
  readonly allowing: readonly AuthorizationPolicy[];
}

/** The policies that a proxy enforces: those of the root namespace and of its own. */
export function authorizationsOf(policies: Authorizations, workload: Workload, mesh: SecurityMesh): Enforced {
  const all = attached(policies, [mesh.rootNamespace, workload.namespace], workload);
  const real = all.filter(({ isDryRun }) => !isDryRun);
  return {
    all,
    custom: all.filter(({ action }) => action === 'CUSTOM'),
    denying: real.filter(({ action }) => action === 'DENY'),
    allowing: real.filter(({ action }) => action === 'ALLOW'),
  };
}

/**
 * Whether the policies let the request in: no DENY policy matches, and an ALLOW policy does, if there is any.
 * @see https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export function authorize(
  { all, denying, allowing }: Enforced,
  facts: Facts,
  explain: boolean,
): AuthorizationVerdict {
  const steps = explain ? all.flatMap((policy) => explainPolicy(policy, facts)) : [];
  const denied = find(denying, facts);
  if (denied.matches) return decided(false, `${titleOf(denied.policy!)} denies it`, denied, steps);
  const allowed = allowing.length > 0 ? find(allowing, facts) : ANYBODY;
  if (allowed.matches === false) return decided(false, noAllow(allowing), allowed, steps);
  if (denied.matches === undefined || allowed.matches === undefined)
    return decided(undefined, 'it depends on what the request does not tell', denied, steps);
  const reason = allowed.policy ? `${titleOf(allowed.policy)} allows it` : 'no policy is against it';
  return decided(true, reason, allowed, steps);
}

const ANYBODY: Found = Object.freeze({ matches: true });

interface Found {
  readonly matches: Truth;
  readonly policy?: AuthorizationPolicy;
  readonly rule?: number;
}

function find(policies: readonly AuthorizationPolicy[], facts: Facts): Found {
  let matches: Truth = false;
  for (const policy of policies) {
    for (const [rule, compiled] of policy.rules.entries()) {
      const truth = matchRule(compiled, facts, policy.action === 'ALLOW');
      if (truth) return { matches: true, policy, rule };
      if (truth === undefined) matches = undefined;
    }
  }
  return { matches };
}

function decided(
  allowed: Truth,
  reason: string,
  { policy, rule }: Found,
  steps: Steps,
): AuthorizationVerdict {
  return {
    allowed,
    reason,
    ...(policy && { policy: refOf(policy) }),
    ...(rule !== undefined && { rule }),
    steps,
  };
}

function noAllow(policies: readonly AuthorizationPolicy[]): string {
  return `none of the policies that allow something allows it: ${policies.map(titleOf).join(', ')}`;
}

function explainPolicy(policy: AuthorizationPolicy, facts: Facts): readonly Step[] {
  const { action, rules, isDryRun } = policy;
  if (action === 'CUSTOM') return []; // explained where it is asked, before the tokens are looked at
  const matches = anyOf(rules, (rule) => matchRule(rule, facts, action === 'ALLOW'));
  const result = rules.length === 0 ? 'has no rules and never matches' : inWords(matches);
  const effect = isDryRun ? ', as a dry run' : action === 'AUDIT' ? ', which changes nothing' : '';
  return [
    step(verdictOf(matches), `${titleOf(policy)} (${action}) ${result}${effect}`, policy, {
      steps: ruleSteps(policy, rules, facts, action === 'ALLOW'),
    }),
  ];
}
