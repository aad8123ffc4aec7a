import { namespaceOf, type Catalog } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textsOf } from '../../manifest/fields';
import { KINDS } from '../../simulate/mesh/config';
import { fullName } from '../../simulate/names/host';
import type { GatewayCaller } from '../../simulate/request';
import type { GatewayView } from './gateways';

const DOMAIN = 'cluster.local';

/** Nobody can send a request to anything else, whatever somebody may have written. */
const ASKABLE = /^(\*|(\*\.)?[\w-]+(\.[\w-]+)*\.?)$/;

/** A name that somebody can send requests to. */
export interface HostRef {
  /** `*` and `*.example.com` stand for all such names. */
  readonly host: string;
  /** `service` and `external` are asked for in the mesh, `gateway` from outside. */
  readonly kind: 'service' | 'external' | 'gateway';
  /** The door, for a host of a gateway. */
  readonly gateway?: GatewayCaller;
}

/** The same for two that mean the same host behind the same door. */
export function hostKey({ host, gateway }: HostRef): string {
  return `${gateway ? JSON.stringify(gateway) : ''} ${host}`;
}

/** All hosts that the manifests have, each once, by name. */
export function hostsOf(catalog: Catalog, gateways: readonly GatewayView[]): readonly HostRef[] {
  const refs = new Map<string, HostRef>();
  const add = (ref: HostRef): void => {
    const key = hostKey(ref);
    if (!refs.has(key) && ASKABLE.test(ref.host)) refs.set(key, ref);
  };
  for (const document of catalog.list(KINDS.service)) {
    add({ host: fullName(document.object.metadata.name, namespaceOf(document), DOMAIN), kind: 'service' });
  }
  for (const { object } of catalog.list(KINDS.serviceEntry)) {
    for (const host of textsOf(fieldsOf(object.spec).hosts)) add({ host, kind: 'external' });
  }
  for (const document of catalog.list(KINDS.virtualService)) {
    for (const host of meshHosts(document)) add({ host, kind: isService(host) ? 'service' : 'external' });
  }
  for (const { caller, hosts } of gateways) {
    for (const host of hosts) add({ host, kind: 'gateway', gateway: caller });
  }
  return [...refs.values()]
    .map((ref) => ({ ref, key: sortKey(ref) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ ref }) => ref);
}

/** The hosts of a VirtualService that is for sidecars. What it does for `*` shows with hosts that no object names. */
function meshHosts(document: Document): readonly string[] {
  const spec = fieldsOf(document.object.spec);
  const gateways = textsOf(spec.gateways);
  if (gateways.length > 0 && !gateways.includes('mesh')) return [];
  return textsOf(spec.hosts)
    .map((host) => fullName(host, namespaceOf(document), DOMAIN))
    .filter((host) => host !== '*');
}

function isService(host: string): boolean {
  return host.endsWith(`.svc.${DOMAIN}`);
}

const KIND_ORDER = { gateway: '0', service: '1', external: '2' } as const;

function sortKey({ host, kind, gateway }: HostRef): string {
  return `${KIND_ORDER[kind]} ${host} ${gateway ? JSON.stringify(gateway) : ''}`;
}

/** A name that a wildcard is for, to ask with. */
export function exampleOf(host: string): string {
  return host === '*' ? 'any.example' : host.replace(/^\*/, 'any');
}

/** `namespace` of `name.namespace.svc.cluster.local`. */
export function namespaceOfHost(host: string): string | undefined {
  return /^[^.]+\.([^.]+)\.svc\.cluster\.local$/.exec(host)?.[1];
}
