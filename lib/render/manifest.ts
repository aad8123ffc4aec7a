/** The kinds that are written, in the order of the output: what others need comes first. */
export const MANIFEST_KINDS = [
  'v1/Namespace',
  'v1/ServiceAccount',
  'v1/Service',
  'security.istio.io/PeerAuthentication',
  'networking.istio.io/ServiceEntry',
  'networking.istio.io/Gateway',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/ReferenceGrant',
  'gateway.networking.k8s.io/BackendTLSPolicy',
  'networking.istio.io/DestinationRule',
  'networking.istio.io/VirtualService',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/TLSRoute',
  'gateway.networking.k8s.io/TCPRoute',
] as const;

export type ManifestKind = (typeof MANIFEST_KINDS)[number];

/** The kind without its group. */
export function kindOf({ kind }: Manifest): string {
  return kind.split('/')[1]!;
}

/** The newest version that is served, but of grants the older one: that is what Istio itself asks the cluster for. */
export function apiVersionOf({ kind }: Manifest): string {
  const [group] = kind.split('/') as [string];
  if (group === 'v1') return group;
  return `${group}/${kind === 'gateway.networking.k8s.io/ReferenceGrant' ? 'v1beta1' : 'v1'}`;
}

/** An object to write: plain data, all of it ours. */
export interface Manifest {
  readonly kind: ManifestKind;
  readonly name: string;
  /** Absent for a Namespace. */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** As the types of imports/ want it, which write it down. */
  readonly spec?: object;
}
