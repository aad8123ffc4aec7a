import type { Clusters } from '../cluster/clusters';
import type { Labels } from '../mesh/labels';
import type { World } from '../mesh/world';
import type { Scope } from '../scope/scope';

/** The proxy that decides: the caller's sidecar, or a gateway. A caller may have none. */
export interface Proxy {
  readonly kind: 'sidecar' | 'gateway' | 'none';
  readonly namespace: string;
  readonly labels: Labels;
  /** Whom its certificate names: `cluster.local/ns/shop/sa/cart`. `*` is a service account that nobody knows. */
  readonly identity: string;
  /** Of its pods, if they are known. */
  readonly addresses: readonly string[];
  readonly world: World;
  readonly scope: Scope;
  readonly clusters: Clusters;
}

/** What a proxy knows of the mesh. Proxies that nothing tells apart share it. */
export interface View {
  readonly scope: Scope;
  readonly clusters: Clusters;
}

interface Identified {
  readonly serviceAccount: string;
  readonly addresses: readonly string[];
}

export function makeProxy(
  kind: Proxy['kind'],
  world: World,
  { scope, clusters }: View,
  labels: Labels,
  { serviceAccount, addresses }: Identified,
): Proxy {
  const identity = `${world.settings.trustDomain}/ns/${scope.namespace}/sa/${serviceAccount}`;
  return { kind, namespace: scope.namespace, labels, identity, addresses, world, scope, clusters };
}
