import { namespaceOf, type Catalog, type GroupKind } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textMap, textOf, type Fields } from '../../manifest/fields';

/** An object that configures the mesh, with what Istio sorts and selects by. */
export interface Config {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** When it was created, in milliseconds since 1970. */
  readonly created: number;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  readonly spec: Fields;
  readonly document: Document;
}

/** The age of objects that do not tell theirs: all alike, as after one `kubectl apply`. Ties go by name. */
const UNKNOWN_AGE = Date.UTC(2026, 0, 1);

export function configOf(document: Document): Config {
  const { object } = document;
  const { metadata } = object;
  const created = Date.parse(textOf(metadata.creationTimestamp) ?? '');
  return {
    kind: object.kind,
    namespace: namespaceOf(document),
    name: metadata.name,
    created: Number.isNaN(created) ? UNKNOWN_AGE : created,
    labels: textMap(metadata.labels),
    annotations: textMap(metadata.annotations),
    spec: fieldsOf(object.spec),
    document,
  };
}

/** The objects of a kind, oldest first. */
export function configsOf(catalog: Catalog, kind: GroupKind): readonly Config[] {
  return catalog.list(kind).map(configOf).sort(byAge);
}

/** Oldest first, then by name, then by namespace. */
export function byAge(a: Aged, b: Aged): number {
  return a.created - b.created || compare(a.name, b.name) || compare(a.namespace, b.namespace);
}

export interface Aged {
  readonly created: number;
  readonly name: string;
  readonly namespace: string;
}

/** By code units, as Go compares text in ASCII. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const istio =
  (group: string) =>
  (kind: string): GroupKind => ({ group: `${group}.istio.io`, kind });
const networking = istio('networking');

export const KINDS = {
  virtualService: networking('VirtualService'),
  destinationRule: networking('DestinationRule'),
  serviceEntry: networking('ServiceEntry'),
  workloadEntry: networking('WorkloadEntry'),
  gateway: networking('Gateway'),
  sidecar: networking('Sidecar'),
  peerAuthentication: istio('security')('PeerAuthentication'),
  service: { group: '', kind: 'Service' },
  pod: { group: '', kind: 'Pod' },
  namespace: { group: '', kind: 'Namespace' },
  configMap: { group: '', kind: 'ConfigMap' },
  endpoints: { group: '', kind: 'Endpoints' },
  endpointSlice: { group: 'discovery.k8s.io', kind: 'EndpointSlice' },
} as const;
