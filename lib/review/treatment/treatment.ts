import type { Decision, ReceiverVerdict, Forwarded, HeaderChanges, Outcome } from '../../simulate/decision';
import type { End, PerDestination, Treatment } from '../facts';
import { destinationOf } from './names';

/**
 * What a decision means for the one who sends the request.
 * @param namespace whose services need no namespace in their names
 */
export function treatmentOf(decision: Omit<Decision, 'explanation'>, namespace?: string): Treatment {
  const { outcomes, fault, timeout, retries, rewrite, cors, authorization } = decision;
  const forwarded = outcomes.filter((one) => one.kind === 'forwarded');
  const each = <T>(what: (one: Forwarded) => T | undefined): PerDestination<T> =>
    forwarded.flatMap((one) => {
      const { to, identity } = destinationOf(one, namespace);
      const found = what(one);
      return found === undefined ? [] : [{ to, identity, what: found }];
    });
  return {
    ends: outcomes.map((one) => endOf(one, namespace)),
    ...(fault?.delay && { delay: fault.delay }),
    ...(timeout !== undefined && { timeout }),
    ...(retries && { retries }),
    ...(rewrite && { rewrite }),
    requestHeaders: headers(
      decision.requestHeaders,
      each((one) => one.requestHeaders),
    ),
    responseHeaders: headers(
      decision.responseHeaders,
      each((one) => one.responseHeaders),
    ),
    mirrors: decision.mirrors.map((one) => ({
      ...destinationOf(one, namespace),
      probability: one.probability,
      reachable: one.reachable,
    })),
    affinity: decision.affinity,
    ...(cors && { cors }),
    ...(authorization && {
      access: {
        allowed: authorization.allowed,
        isUncertain: authorization.uncertain === true,
        ...(authorization.status !== undefined && { status: authorization.status }),
        ...(authorization.receivers && { denying: denying(authorization.receivers) }),
      },
    }),
    limits: each((one) => one.policy?.circuitBreaker),
    ejection: each((one) => one.policy?.outlierDetection),
    balancing: each((one) => one.policy?.loadBalancer),
    transport: each((one) => one.policy?.transport),
  };
}

function denying(receivers: readonly ReceiverVerdict[]): readonly string[] {
  const names = receivers.filter(({ allowed }) => !allowed).map((one) => `${one.namespace}/${one.name}`);
  return [...new Set(names)].sort();
}

function headers(all: HeaderChanges | undefined, each: PerDestination<HeaderChanges>) {
  return { ...(all && { all }), each };
}

function endOf(outcome: Outcome, namespace: string | undefined): End {
  const { probability: share } = outcome;
  switch (outcome.kind) {
    case 'forwarded':
      return {
        kind: 'delivery',
        share,
        ...destinationOf(outcome, namespace),
        ...(outcome.port !== undefined && { port: outcome.port }),
        ...(outcome.authority !== undefined && { authority: outcome.authority }),
      };
    case 'answered': {
      const { status, flag, reason, grpcStatus, location, body } = outcome;
      return {
        kind: 'answer',
        share,
        status,
        reason,
        ...(flag !== undefined && { flag }),
        ...(grpcStatus !== undefined && { grpcStatus }),
        ...(location !== undefined && { location }),
        ...(body !== undefined && { body }),
      };
    }
    case 'closed':
      return { kind: 'closing', share, reason: outcome.reason };
  }
}
