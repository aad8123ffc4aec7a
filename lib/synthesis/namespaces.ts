import type { MutualTlsMode } from '../model/namespace';
import type { Manifest } from '../render/manifest';
import type { MeshOptions, NamespaceFacts } from './declarations';

/** What a namespace of the mesh consists of. */
export function namespaceManifests(facts: NamespaceFacts): Manifest[] {
  const { name, plane, written, elsewhere, labels, mutualTls } = facts;
  if (elsewhere) return [];
  const waypoint =
    plane.kind === 'ambient' && plane.waypoint?.namespace === undefined ? plane.waypoint : undefined;
  return [
    ...(written
      ? [{ kind: 'v1/Namespace' as const, name, labels: { ...labels, ...enrolment({ plane }) } }]
      : []),
    ...(mutualTls ? [peerAuthentication(name, mutualTls)] : []),
    ...(waypoint ? [waypointGateway(waypoint.name, name)] : []),
  ];
}

/** The default for the whole mesh, in the root namespace. */
export function meshManifests({ mutualTls, rootNamespace }: MeshOptions): Manifest[] {
  return mutualTls ? [peerAuthentication(rootNamespace, mutualTls)] : [];
}

/**
 * The labels that put the pods of a namespace into the mesh.
 * @see https://istio.io/latest/docs/reference/config/labels/
 */
export function enrolment({ plane }: Pick<NamespaceFacts, 'plane'>): Record<string, string> {
  switch (plane.kind) {
    case 'none':
      return {};
    case 'sidecar':
      return plane.revision === undefined
        ? { 'istio-injection': 'enabled' }
        : { 'istio.io/rev': plane.revision };
    case 'ambient':
      return {
        'istio.io/dataplane-mode': 'ambient',
        ...(plane.waypoint && { 'istio.io/use-waypoint': plane.waypoint.name }),
        ...(plane.waypoint?.namespace && { 'istio.io/use-waypoint-namespace': plane.waypoint.namespace }),
      };
  }
}

function peerAuthentication(namespace: string, mode: MutualTlsMode): Manifest {
  return {
    kind: 'security.istio.io/PeerAuthentication',
    name: 'default',
    namespace,
    spec: { mtls: { mode } },
  };
}

/** The proxy that applies HTTP policy in ambient mode, as `istioctl waypoint apply` makes it. */
function waypointGateway(name: string, namespace: string): Manifest {
  return {
    kind: 'gateway.networking.k8s.io/Gateway',
    name,
    namespace,
    labels: { 'istio.io/waypoint-for': 'service' },
    spec: {
      gatewayClassName: 'istio-waypoint',
      listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }],
    },
  };
}
