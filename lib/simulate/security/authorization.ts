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
      kind: policy.kind,
      namespace: policy.namespace,
      name: policy.name,
      annotations: policy.annotations,
      spec: policy.spec,
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

/** The policies that a proxy enforces: those of the root namespace and of its own. */
export function authorizationsOf(
  policies: Authorizations,
  workload: Workload,
  mesh: SecurityMesh,
): readonly AuthorizationPolicy[] {
  return attached(policies, [mesh.rootNamespace, workload.namespace], workload);
}

/**
 * Whether the policies let the request in: no DENY policy matches, and an ALLOW policy does, if there is any.
 * @see https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export function authorize(
  policies: readonly AuthorizationPolicy[],
  facts: Facts,
  explain: boolean,
): AuthorizationVerdict {
  const enforced = policies.filter(({ isDryRun }) => !isDryRun);
  const denying = enforced.filter(({ action }) => action === 'DENY');
  const allowing = enforced.filter(({ action }) => action === 'ALLOW');
  const steps = explain ? policies.flatMap((policy) => explainPolicy(policy, facts)) : [];

  const denied = find(denying, facts);
  if (denied.matches) return decided(false, `${titleOf(denied.policy!)} denies it`, denied, steps);
  const allowed = allowing.length > 0 ? find(allowing, facts) : { matches: true };
  if (allowed.matches === false) return decided(false, noAllow(allowing), {}, steps);
  if (denied.matches === undefined || allowed.matches === undefined)
    return decided(undefined, 'it depends on what the request does not tell', {}, steps);
  const reason = allowed.policy ? `${titleOf(allowed.policy)} allows it` : 'no policy is against it';
  return decided(true, reason, allowed, steps);
}

interface Found {
  readonly matches?: Truth;
  readonly policy?: AuthorizationPolicy;
  readonly rule?: number;
}

function find(policies: readonly AuthorizationPolicy[], facts: Facts): Found {
  let found: Found = {};
  const matches = anyOf(policies, (policy) =>
    anyOf([...policy.rules.keys()], (rule) => {
      const truth = matchRule(policy.rules[rule]!, facts, policy.action === 'ALLOW');
      if (truth) found = { policy, rule };
      return truth;
    }),
  );
  return { matches, ...found };
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
