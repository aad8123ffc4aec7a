import type { Forwarded, Mirror } from '../../simulate/decision';
import type { Destination } from '../facts';

type Target = Pick<Forwarded, 'host' | 'port' | 'subset' | 'cluster' | 'workloads'> | Mirror;

/**
 * A destination as people call it, seen from a namespace.
 *
 * Its identity is made of the workloads: a subset that is renamed, or a Service in the place of a subset, is the same.
 */
export function destinationOf(target: Target, namespace: string | undefined): Destination {
  const { workloads } = target;
  const identity =
    workloads.length > 0
      ? workloads
          .map((one) => `${one.namespace}/${one.name}:${one.port}`)
          .sort()
          .join()
      : `${target.host ?? target.cluster}:${target.port ?? ''}`;
  return {
    to: nameOf(target, namespace),
    workloads: workloads.map(({ namespace: of, name, port, share }) => ({
      name: `${of}/${name}`,
      port,
      share,
    })),
    identity,
  };
}

function nameOf({ host, subset, cluster }: Target, namespace: string | undefined): string {
  if (host === undefined) return cluster === 'PassthroughCluster' ? 'the address that was dialled' : cluster;
  const service = shortName(host, namespace);
  return subset === undefined ? service : `${service} ${subset}`;
}

/** `reviews` for `reviews.shop.svc.cluster.local` in shop, `reviews.shop` elsewhere; other names stay. */
export function shortName(host: string, namespace: string | undefined): string {
  const [, service, own] = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? [];
  if (service === undefined) return host;
  return own === namespace ? service : `${service}.${own}`;
}
