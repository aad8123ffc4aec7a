import type { ObjectRef, Step } from '../decision';
import type { Facts, Policy } from './facts';
import { matchCondition, matchRule, voidReason, type Alternative, type Rule } from './rule';
import type { Truth } from './truth';

/** Steps of the explanation, or none where nobody wants them. */
export type Steps = readonly Step[];

export function refOf({ kind, namespace, name, ref }: Policy): ObjectRef {
  return ref?.() ?? { kind, namespace, name };
}

export function titleOf({ kind, namespace, name }: Policy): string {
  return `${kind} ${namespace}/${name}`;
}

export function step(
  verdict: Step['verdict'],
  text: string,
  policy?: Policy,
  rest: Partial<Step> = {},
): Step {
  return { stage: 'security', verdict, text, ...(policy && { object: refOf(policy) }), steps: [], ...rest };
}

/** How each rule of a policy fared. */
export function ruleSteps(policy: Policy, rules: readonly Rule[], facts: Facts, isAllow: boolean): Steps {
  return rules.map((rule, i) => {
    const at = `spec.rules[${i}]`;
    const truth = matchRule(rule, facts, isAllow);
    const void_ = voidReason(rule, facts, isAllow);
    const text = void_ ? `rule ${i} does nothing: ${void_}` : `rule ${i} ${inWords(truth)}`;
    const steps = truth || void_ ? [] : failures(policy, rule, facts, at);
    return step(verdictOf(truth), text, policy, { at, steps });
  });
}

export function inWords(truth: Truth): string {
  if (truth === undefined) return 'may match';
  return truth ? 'matches' : 'does not match';
}

export function verdictOf(truth: Truth): Step['verdict'] {
  if (truth === undefined) return 'noted';
  return truth ? 'chosen' : 'rejected';
}

/** The conditions that do not hold: of each alternative of a part that has none that holds, and of `when`. */
function failures(policy: Policy, rule: Rule, facts: Facts, at: string): Steps {
  const parts = [rule.from, rule.to, [rule.when]];
  return parts
    .filter((part) => part.every((alternative) => failing(alternative, facts).length > 0))
    .flat()
    .flatMap((alternative) => failing(alternative, facts))
    .map(([condition, truth]) => {
      const { at: within, values, isNegative, attribute } = condition;
      const wanted = `${isNegative ? 'none' : 'one'} of ${values.join(', ')}`;
      return step(verdictOf(truth), `${within} wants ${wanted}: ${attribute.got(facts)}`, policy, {
        at: `${at}.${within}`,
      });
    });
}

function failing(alternative: Alternative, facts: Facts) {
  return alternative
    .map((condition) => [condition, matchCondition(condition, facts)] as const)
    .filter(([, truth]) => !truth);
}
