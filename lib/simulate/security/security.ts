import type { NotModelled } from '../decision';
import {
  authorizationsOf,
  authorize,
  readAuthorizations,
  type Authorizations,
  type Enforced,
} from './authorization';
import { authorizeExternally } from './external';
import type { Facts, Policy, SecurityMesh, Workload } from './facts';
import { readPeerAuthentications, type PeerAuthentications } from './peer-authentication';
import type { Reception } from './reception';
import {
  authenticate,
  readRequestAuthentications,
  tokenRules,
  type RequestAuthentications,
  type TokenRule,
} from './request-authentication';
import { step, type Steps } from './step';
import type { Token } from './token';
import type { Truth } from './truth';

/** All that the manifests say about security, read once. */
export interface Security {
  readonly mesh: SecurityMesh;
  readonly peers: PeerAuthentications;
  readonly authorizations: Authorizations;
  readonly tokens: RequestAuthentications;
}

/** The objects of each kind, oldest first. */
export interface SecurityPolicies {
  readonly peerAuthentications: readonly Policy[];
  readonly requestAuthentications: readonly Policy[];
  readonly authorizationPolicies: readonly Policy[];
}

export function readSecurity(policies: SecurityPolicies, mesh: SecurityMesh): Security {
  return {
    mesh,
    peers: readPeerAuthentications(policies.peerAuthentications),
    authorizations: readAuthorizations(policies.authorizationPolicies, mesh),
    tokens: readRequestAuthentications(policies.requestAuthentications),
  };
}

/** What one proxy enforces on everything that comes to it. */
export interface Guard {
  readonly mesh: SecurityMesh;
  readonly policies: Enforced;
  readonly rules: readonly TokenRule[];
}

export function guardOf({ mesh, authorizations, tokens }: Security, workload: Workload): Guard {
  return {
    mesh,
    policies: authorizationsOf(authorizations, workload, mesh),
    rules: tokenRules(tokens, workload, mesh),
  };
}

/** Whether a proxy lets a request in. */
export interface Admission {
  /** `undefined`: it depends on what the request does not tell. */
  readonly allowed: Truth;
  /** What the client gets if not: 401, 403, or 503 if there is no connection. Absent: the connection is closed. */
  readonly status?: number;
  /** The flag that the client's proxy reports with 503. */
  readonly flag?: string;
  readonly reason: string;
  /** `issuer/subject` of the accepted token. */
  readonly principal?: string;
  readonly notModelled: readonly NotModelled[];
  readonly steps: Steps;
}

/**
 * Asks everything that stands between a connection and the application, in the proxy's order: TLS, external
 * authorizers, tokens, what is denied, what is allowed.
 * @param facts what the client sends; what the proxy cannot see for how it comes is left out here
 */
export function admit(
  { mesh, policies, rules }: Guard,
  reception: Reception,
  facts: Facts,
  tokens: readonly Token[],
  explain: boolean,
): Admission {
  const { isAccepted, reason } = reception;
  const tls = explain ? [step(isAccepted ? 'noted' : 'rejected', reason)] : [];
  if (!isAccepted) {
    const answer = facts.http && { status: 503, flag: reception.flag };
    return { allowed: false, ...answer, reason, notModelled: [], steps: tls };
  }
  const seen = seenThrough(reception, facts);
  const forbidden = seen.http && { status: 403 };

  const external = authorizeExternally(policies, seen, mesh, explain);
  const steps = [...tls, ...external.steps];
  if (external.allowed === false)
    return { allowed: false, ...forbidden, reason: external.reason, notModelled: [], steps };

  const token = authenticate(rules, seen.http, tokens, explain);
  const { status, claims, principal } = token;
  const { notModelled } = external;
  if (!token.isAccepted)
    return {
      allowed: false,
      ...(status && { status }),
      reason: token.reason,
      notModelled,
      steps: [...steps, ...token.steps],
    };

  const verdict = authorize(policies, { ...seen, ...(claims && { claims }) }, explain);
  const allowed = verdict.allowed && external.allowed;
  return {
    allowed,
    ...(allowed === false && forbidden),
    reason: verdict.allowed === true && external.allowed === undefined ? external.reason : verdict.reason,
    ...(principal && { principal }),
    notModelled,
    steps: [...steps, ...token.steps, ...verdict.steps],
  };
}

function seenThrough(
  { reads, isAuthenticated }: Extract<Reception, { isAccepted: true }>,
  facts: Facts,
): Facts {
  const { http, peer, ...rest } = facts;
  return {
    ...rest,
    ...(reads === 'http' && http && { http }),
    ...(isAuthenticated && peer !== undefined && { peer }),
  };
}
