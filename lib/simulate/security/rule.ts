import { fieldsList, fieldsOf, textOf, textsOf, type Fields } from '../../manifest/fields';
import {
  attribute,
  conditionAttribute,
  OPERATION_FIELDS,
  SOURCE_FIELDS,
  type Attribute,
  type FactsTest,
  type FieldName,
  type Scope,
} from './attribute';
import type { Facts } from './facts';
import { allOf, anyOf, not, type Truth } from './truth';

/** A rule of an AuthorizationPolicy: one of `from`, one of `to`, and all of `when`. */
export interface Rule {
  readonly from: readonly Alternative[];
  readonly to: readonly Alternative[];
  readonly when: Alternative;
  /** Why Istio leaves the rule out, whatever the action. */
  readonly fault?: string;
  /** Why it allows nothing. */
  readonly allowFault?: string;
  /** Why it allows nothing on a connection that is not HTTP. */
  readonly tcpFault?: string;
}

/** Conditions that have to hold together. */
export type Alternative = readonly Condition[];

export interface Condition {
  /** Where in the rule: `from[0].source.principals`. */
  readonly at: string;
  readonly values: readonly string[];
  readonly isNegative: boolean;
  readonly attribute: Attribute;
  readonly tests: readonly FactsTest[];
}

export function compileRule(rule: Fields, scope: Scope): Rule {
  const from = fieldsList(rule.from).map(({ source }, i) =>
    compile(source, `from[${i}].source`, SOURCE_FIELDS, scope),
  );
  const to = fieldsList(rule.to).map(({ operation }, i) =>
    compile(operation, `to[${i}].operation`, OPERATION_FIELDS, scope),
  );
  const asked = fieldsList(rule.when).map((condition) => ({
    condition,
    found: conditionAttribute(textOf(condition.key) ?? '', scope),
  }));
  const when = asked.flatMap(({ condition, found }, i) =>
    found ? pair(condition, `when[${i}]`, ['values', 'notValues'], found) : [],
  );
  const unknown = asked.find(({ found }) => !found);
  return {
    from,
    to,
    when,
    ...(unknown && { fault: `there is no attribute ${textOf(unknown.condition.key) ?? ''}` }),
    ...faultsOf([...from.flat(), ...to.flat(), ...when]),
  };
}

function compile(value: unknown, at: string, names: readonly FieldName[], scope: Scope): Alternative {
  const fields = fieldsOf(value);
  return names.flatMap(([positive, negative, name]) =>
    fields[positive] === undefined && fields[negative] === undefined
      ? []
      : pair(fields, at, [positive, negative], attribute(name, scope)!),
  );
}

function pair(fields: Fields, at: string, names: readonly [string, string], found: Attribute): Alternative {
  return names.flatMap((name, i) => {
    const values = textsOf(fields[name]);
    if (values.length === 0) return [];
    const tests = values.map(found.test).filter((test) => test !== undefined);
    return [{ at: `${at}.${name}`, values, isNegative: i === 1, attribute: found, tests }];
  });
}

/**
 * Whether the rule matches. What cannot be asked (HTTP of a TCP connection, a value that is none) narrows what is
 * allowed and widens what is denied: the whole rule allows nothing, but denies as if the condition were not there.
 */
export function matchRule(rule: Rule, facts: Facts, isAllow: boolean): Truth {
  if (voidReason(rule, facts, isAllow)) return false;
  const from = matchAny(rule.from, facts);
  const to = from === false ? false : matchAny(rule.to, facts);
  const when = to === false ? false : matchAll(rule.when, facts);
  return when && to && from;
}

function matchAny(alternatives: readonly Alternative[], facts: Facts): Truth {
  return alternatives.length === 0 || anyOf(alternatives, (alternative) => matchAll(alternative, facts));
}

function matchAll(alternative: Alternative, facts: Facts): Truth {
  return allOf(alternative, (condition) => matchCondition(condition, facts));
}

export function matchCondition({ attribute, tests, isNegative }: Condition, facts: Facts): Truth {
  if (tests.length === 0 || (attribute.needsHttp && !facts.http)) return true;
  const found = anyOf(tests, (test) => test(facts));
  return isNegative ? not(found) : found;
}

/** Why the rule does nothing at all for such a request, if it does not. */
export function voidReason(rule: Rule, facts: Facts, isAllow: boolean): string | undefined {
  if (rule.fault !== undefined || !isAllow) return rule.fault;
  return facts.http ? rule.allowFault : (rule.allowFault ?? rule.tcpFault);
}

/** Istio leaves out the whole rule, also for what it says besides. */
function faultsOf(conditions: readonly Condition[]): Pick<Rule, 'allowFault' | 'tcpFault'> {
  const wrong = conditions.find(({ tests, values }) => tests.length < values.length);
  const http = conditions.find(({ attribute }) => attribute.needsHttp);
  return {
    ...(wrong && { allowFault: `${wrong.at} has a value that is none` }),
    ...(http && { tcpFault: `${http.at} asks for HTTP, which a TCP connection has not` }),
  };
}
