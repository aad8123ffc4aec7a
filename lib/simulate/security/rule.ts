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
  const when = fieldsList(rule.when);
  const unknown = when.find(({ key }) => !conditionAttribute(textOf(key) ?? '', scope));
  return {
    from: fieldsList(rule.from).map(({ source }, i) =>
      compile(source, `from[${i}].source`, SOURCE_FIELDS, scope),
    ),
    to: fieldsList(rule.to).map(({ operation }, i) =>
      compile(operation, `to[${i}].operation`, OPERATION_FIELDS, scope),
    ),
    when: when.flatMap((condition, i) => {
      const found = conditionAttribute(textOf(condition.key) ?? '', scope);
      return found ? pair(condition, `when[${i}]`, ['values', 'notValues'], found) : [];
    }),
    ...(unknown && { fault: `there is no attribute ${textOf(unknown.key) ?? ''}` }),
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
  return allOf([() => anyOr(rule.from), () => anyOr(rule.to), () => all(rule.when)], (part) => part());

  function anyOr(alternatives: readonly Alternative[]): Truth {
    return alternatives.length === 0 || anyOf(alternatives, all);
  }

  function all(alternative: Alternative): Truth {
    return allOf(alternative, (condition) => matchCondition(condition, facts));
  }
}

export function matchCondition({ attribute, tests, isNegative }: Condition, facts: Facts): Truth {
  if (tests.length === 0 || (attribute.needsHttp && !facts.http)) return true;
  const found = anyOf(tests, (test) => test(facts));
  return isNegative ? not(found) : found;
}

/** Why the rule does nothing at all for such a request, if it does not. */
export function voidReason(rule: Rule, facts: Facts, isAllow: boolean): string | undefined {
  if (rule.fault) return rule.fault;
  if (!isAllow) return undefined;
  for (const { at, attribute, tests, values } of conditionsOf(rule)) {
    if (attribute.needsHttp && !facts.http) return `${at} asks for HTTP, which a TCP connection has not`;
    if (tests.length < values.length) return `${at} has a value that is none`;
  }
  return undefined;
}

function* conditionsOf({ from, to, when }: Rule): Iterable<Condition> {
  for (const alternative of from) yield* alternative;
  for (const alternative of to) yield* alternative;
  yield* when;
}
