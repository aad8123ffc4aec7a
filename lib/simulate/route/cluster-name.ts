import type { ClusterName } from './model';

export function clusterName(host: string, port: number, subset: string): ClusterName {
  return { name: `outbound|${port}|${subset}|${host}`, host, port, subset };
}

/** A cluster that Envoy has by itself, or one that nobody has. */
export function specialCluster(name: string): ClusterName {
  return { name, host: '', port: 0, subset: '' };
}

export const PASSTHROUGH = specialCluster('PassthroughCluster');
export const BLACK_HOLE = specialCluster('BlackHoleCluster');
