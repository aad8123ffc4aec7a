import type { Forwarded, HeaderChanges, Mirror, Outcome } from '../decision';
import type { Cluster, Clusters } from '../cluster/clusters';
import type { ClusterName, ForwardAction, Target } from '../route/model';

const MILLION = 1_000_000;

/** What is the same for all requests of a route. */
export interface Forwarding {
  /** The targets with their shares, of those requests that are not aborted: numerators, and what they add up to. */
  readonly ends: readonly { readonly end: EndOfTarget; readonly weight: number }[];
  readonly total: number;
  readonly mirrors: readonly Mirror[];
  /** Nobody is reached, so that nothing is copied. */
  readonly isReached: boolean;
}

type EndOfTarget =
  | Omit<Forwarded, 'probability'>
  | { readonly kind: 'answered'; readonly status: number; readonly flag: string; readonly reason: string };

/** Looks at the clusters of a route. */
export function forwardingOf({ targets, mirrors, missing }: ForwardAction, clusters: Clusters): Forwarding {
  const ends = targets.map((target) => ({ end: endOf(target, clusters, missing), weight: target.weight }));
  return {
    ends,
    total: ends.reduce((sum, { weight }) => sum + weight, 0),
    mirrors: Object.freeze(mirrors.map(({ cluster, millionths }) => mirrorOf(cluster, millionths, clusters))),
    isReached: ends.some(({ end }) => end.kind === 'forwarded'),
  };
}

function endOf(target: Target, clusters: Clusters, missing: number): EndOfTarget {
  const { cluster: name, requestHeaders, responseHeaders, authority } = target;
  const cluster = clusters.find(name);
  if (!cluster) return answered(missing, 'NC', clusters.absence(name));
  if (!cluster.isOriginal && cluster.workloads.length === 0) {
    return answered(503, 'UH', emptiness(name));
  }
  return forwarded(name, cluster, { requestHeaders, responseHeaders, authority });
}

export function emptiness({ host, subset }: ClusterName): string {
  return `no endpoint of ${host}${subset && ` is in subset ${subset}`}${subset ? '' : ' is ready'}`;
}

function answered(status: number, flag: string, reason: string): EndOfTarget {
  return { kind: 'answered', status, flag, reason };
}

export function forwarded(
  { name, host, port, subset }: ClusterName,
  { workloads, policy }: Cluster,
  own: { requestHeaders?: HeaderChanges; responseHeaders?: HeaderChanges; authority?: string } = {},
): Omit<Forwarded, 'probability'> {
  return {
    kind: 'forwarded',
    cluster: name,
    ...(host && { host, port }),
    ...(subset && { subset }),
    workloads,
    ...(own.requestHeaders && { requestHeaders: own.requestHeaders }),
    ...(own.responseHeaders && { responseHeaders: own.responseHeaders }),
    ...(own.authority && { authority: own.authority }),
    ...(policy && { policy }),
  };
}

function mirrorOf(name: ClusterName, millionths: number, clusters: Clusters): Mirror {
  const cluster = clusters.find(name);
  return Object.freeze({
    cluster: name.name,
    host: name.host,
    port: name.port,
    ...(name.subset && { subset: name.subset }),
    probability: Math.min(millionths, MILLION) / MILLION,
    reachable: cluster !== undefined && (cluster.isOriginal || cluster.workloads.length > 0),
    workloads: cluster?.workloads ?? Object.freeze([]),
  });
}

/**
 * The outcomes of a route, in exact fractions: one division each.
 * @param aborted the millionths of requests that a fault ends before
 */
export function outcomesOf({ ends, total }: Forwarding, aborted: number): readonly Outcome[] {
  const left = MILLION - aborted;
  return ends.map(({ end, weight }): Outcome =>
    Object.freeze({ ...end, probability: (weight * left) / (total * MILLION) }),
  );
}
