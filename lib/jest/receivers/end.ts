import type { Decision, Forwarded, Mirror, Receiver, ReceiverVerdict } from '../../simulate/decision';

/** One way that a request can end, told by receiver. */
export interface End {
  /** Of all requests, 0 to 1. */
  readonly share: number;
  /** The shortest name of the receiver, or what happens instead: `reviews v2`, `503`, `closed`. */
  readonly label: string;
  /** Why, where it is not somebody's answer. */
  readonly note?: string;
  readonly status?: number;
  readonly isClosed?: boolean;
  readonly target?: Target;
}

/** Who gets it. */
export interface Target {
  readonly cluster: string;
  readonly host?: string;
  readonly subset?: string;
  /** Absent where nobody knows the endpoints. */
  readonly receiver?: Receiver;
}

/** As the caller experiences it: what the receiver does not let in has not arrived. */
export function endsOf({ outcomes, authorization }: Decision): readonly End[] {
  return outcomes.flatMap((outcome): readonly End[] => {
    const share = outcome.probability;
    if (outcome.kind === 'closed') return [{ share, label: 'closed', note: outcome.reason, isClosed: true }];
    if (outcome.kind === 'answered') {
      const { status, flag, reason } = outcome;
      return [{ share, label: `${status}`, note: flag ? `${flag}: ${reason}` : reason, status }];
    }
    if (authorization?.allowed === false) return [denied(authorization, share)];
    return arrivals(outcome, share).map((end) => {
      const verdict = authorization?.receivers?.find((one) => isAbout(one, end.target?.receiver));
      return verdict?.allowed === false ? denied(verdict, end.share) : end;
    });
  });
}

function isAbout(verdict: ReceiverVerdict, receiver: Receiver | undefined): boolean {
  return verdict.namespace === receiver?.namespace && verdict.name === receiver.name;
}

function denied({ status, reason }: Pick<ReceiverVerdict, 'status' | 'reason'>, share: number): End {
  return status === undefined
    ? { share, label: 'closed', note: reason, isClosed: true }
    : { share, label: `${status}`, note: reason, status };
}

/** Copies, each of which may get to several receivers. */
export function copiesOf(mirrors: readonly Mirror[]): readonly End[] {
  return mirrors.flatMap((mirror): readonly End[] =>
    mirror.reachable
      ? arrivals(mirror, mirror.probability)
      : [{ share: mirror.probability, label: `${shortHost(mirror)} (lost: nobody is there)` }],
  );
}

function arrivals(to: Forwarded | Mirror, probability: number): readonly End[] {
  const { cluster, host, subset, workloads } = to;
  const target = { cluster, ...(host !== undefined && { host }), ...(subset !== undefined && { subset }) };
  if (workloads.length === 0) return [{ share: probability, label: shortHost(to), target }];
  return workloads.map((receiver) => ({
    share: probability * receiver.share,
    label: labelOf(to, receiver),
    target: { ...target, receiver },
  }));
}

function shortHost({ host, subset, cluster }: Pick<Forwarded, 'host' | 'subset' | 'cluster'>): string {
  if (host === undefined) return cluster;
  const name = host.endsWith('.svc.cluster.local') ? host.split('.')[0]! : host;
  return subset === undefined ? name : `${name} ${subset}`;
}

/** Services of one version, such as `reviews-v1`, are called as one calls that version elsewhere: `reviews v1`. */
function labelOf(to: Forwarded | Mirror, { version, labels }: Receiver): string {
  const { app } = labels;
  const { host, cluster } = to;
  const service = shortHost({ cluster, ...(host !== undefined && { host }) });
  if (version === undefined) return shortHost(to);
  return service === `${app}-${version}` ? `${app} ${version}` : `${service} ${version}`;
}
