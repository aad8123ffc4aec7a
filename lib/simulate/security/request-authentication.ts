import { fieldsList, textOf, type Fields } from '../../manifest/fields';
import { attached, byNamespace, type ByNamespace } from './attachment';
import { principalOf } from './claim';
import type { HttpFacts, Policy, SecurityMesh, Workload } from './facts';
import { step, titleOf, type Steps } from './step';
import { claimsOf, isMeantFor, issuerOf, locationsOf, readAt, type Token, type TokenLocation } from './token';

/** What becomes of the tokens of a request. */
export interface TokenVerdict {
  readonly isAccepted: boolean;
  /** What the client gets if not: `403` for a token that is meant for somebody else, else `401`. */
  readonly status?: 401 | 403;
  readonly reason: string;
  /** The claims that policies see. Absent: there is no token that a rule looks at. */
  readonly claims?: Fields;
  /** `issuer/subject`. */
  readonly principal?: string;
  readonly steps: Steps;
}

export type RequestAuthentications = ByNamespace<Policy>;

/** @param policies all RequestAuthentications, oldest first */
export function readRequestAuthentications(policies: readonly Policy[]): RequestAuthentications {
  return byNamespace(policies);
}

/** The rules that a proxy enforces, in the order in which it looks at them. */
export function tokenRules(
  policies: RequestAuthentications,
  workload: Workload,
  { rootNamespace }: SecurityMesh,
): readonly TokenRule[] {
  return attached(policies, [workload.namespace, rootNamespace], workload)
    .flatMap((policy) => fieldsList(policy.spec.jwtRules).map((rule, i) => readRule(policy, rule, i)))
    .sort((a, b) => (a.issuer < b.issuer ? -1 : a.issuer > b.issuer ? 1 : 0));
}

export interface TokenRule {
  readonly policy: Policy;
  readonly at: string;
  readonly issuer: string;
  readonly locations: readonly TokenLocation[];
  readonly rule: Fields;
}

function readRule(policy: Policy, rule: Fields, index: number): TokenRule {
  const issuer = textOf(rule.issuer) ?? '';
  return { policy, at: `spec.jwtRules[${index}]`, issuer, locations: locationsOf(rule), rule };
}

/**
 * Checks the tokens: none is fine, one that a rule looks at has to be right. The first rule whose token is right
 * decides, and its claims are all that policies see, whatever other tokens there are.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 */
export function authenticate(
  rules: readonly TokenRule[],
  http: HttpFacts | undefined,
  tokens: readonly Token[],
  explain: boolean,
): TokenVerdict {
  if (!http || rules.length === 0) return pass('no RequestAuthentication holds', []);
  if (isPreflight(http)) return pass('a CORS preflight request needs no token', []);
  const checks = rules.map((rule) => check(rule, seenBy(rule, rules, tokens)));
  const steps = explain ? checks.map(explainCheck) : [];
  const right = checks.find(({ result }) => result === 'right');
  if (right?.token) {
    const claims = claimsOf(right.rule.rule, right.token);
    const principal = principalOf(claims);
    return {
      ...pass(`${titleOf(right.rule.policy)} accepts the token`, steps),
      claims,
      ...(principal && { principal }),
    };
  }
  const wrong = checks.filter(({ result }) => result !== 'missing');
  // A rule about another issuer says less than the rule about this one.
  const worst = wrong.find(({ result }) => result !== 'other issuer') ?? wrong[0];
  if (!worst) return pass('there is no token', steps);
  const status = worst.result === 'other audience' ? 403 : 401;
  return {
    isAccepted: false,
    status,
    reason: `${titleOf(worst.rule.policy)}: ${REASONS[worst.result]}`,
    steps,
  };
}

type Result = 'right' | 'missing' | 'other issuer' | 'other audience' | 'not valid';

interface Check {
  readonly rule: TokenRule;
  readonly result: Result;
  readonly token?: Token;
}

function check(rule: TokenRule, tokens: readonly Token[]): Check {
  const results = tokens.map((token): Check => ({ rule, token, result: resultOf(rule, token) }));
  return results.find(({ result }) => result !== 'right') ?? results.at(-1) ?? { rule, result: 'missing' };
}

function resultOf({ issuer, rule }: TokenRule, token: Token): Result {
  const other = issuerOf(token);
  if (other !== undefined && other !== issuer) return 'other issuer';
  if (other === undefined) return 'not valid';
  if (!isMeantFor(rule, token)) return 'other audience'; // looked at before the signature
  return token.isValid ? 'right' : 'not valid';
}

/**
 * The tokens at the places where the rule looks, the last place first, as Envoy takes them. One that does not say where
 * it is, is where its own issuer's rule looks first.
 */
function seenBy(
  { locations }: TokenRule,
  rules: readonly TokenRule[],
  tokens: readonly Token[],
): readonly Token[] {
  return locations
    .flatMap((location) => tokens.map((token) => readAt(token, placeOf(token, rules), location)))
    .filter((token) => token !== undefined)
    .reverse();
}

function placeOf(token: Token, rules: readonly TokenRule[]): TokenLocation {
  const own = rules.find(({ issuer }) => issuer === issuerOf(token)) ?? rules[0]!;
  return token.at ?? own.locations[0]!;
}

function isPreflight({ method, headers }: HttpFacts): boolean {
  return method === 'OPTIONS' && !!headers.get('origin') && !!headers.get('access-control-request-method');
}

function pass(reason: string, steps: Steps): TokenVerdict {
  return { isAccepted: true, reason, steps };
}

const REASONS: Readonly<Record<Result, string>> = {
  right: 'the token is right',
  missing: 'there is no token where it looks',
  'other issuer': 'the token is of an issuer that no rule is about',
  'other audience': 'the token is meant for another audience',
  'not valid': 'the token is not valid',
};

function explainCheck({ rule: { policy, at, issuer, rule }, result }: Check) {
  const header = textOf(rule.outputPayloadToHeader);
  const output = result === 'right' && header ? `; the workload gets the claims in the header ${header}` : '';
  const verdict = result === 'right' ? 'chosen' : result === 'missing' ? 'noted' : 'rejected';
  return step(verdict, `${titleOf(policy)} for ${issuer}: ${REASONS[result]}${output}`, policy, { at });
}
