import { namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textsOf } from '../../manifest/fields';
import type { ObjectRef } from '../decision';
import { objectRef } from '../explain/trace';
import { KINDS } from '../mesh/config';
import type { World } from '../mesh/world';
import { fullName } from '../names/host';
import type { GatewayCaller } from '../request';
import { doorsOf } from './doors';

/** A name that the manifests declare, to which somebody can send requests. */
export interface KnownHost {
  /** In full. `*` and `*.example.com` stand for all such names. */
  readonly host: string;
  /** `service` and `external` are asked for in the mesh, `gateway` from outside. */
  readonly kind: 'service' | 'external' | 'gateway';
  /** The door, for a host of a gateway. */
  readonly gateway?: GatewayCaller;
  /** Those of the services of that name, or of the gateway's servers for it. None: only routes have the name. */
  readonly ports: readonly HostPort[];
  /** The namespaces that services of that name are exported to, `*` for all. Absent: none has the name. */
  readonly exportTo?: readonly string[];
  /** The objects that have the name: Services, ServiceEntries, Gateways, and the routes for it. */
  readonly objects: readonly ObjectRef[];
}

export interface HostPort {
  readonly number: number;
  /** Empty if it has none. */
  readonly name: string;
  /** As Istio takes it for a service: `http`, `tcp`, `auto`, …; as written for a gateway: `HTTPS`. */
  readonly protocol: string;
}

/** The same before objects are looked up in their files. */
export interface HostEntry extends Omit<KnownHost, 'ports' | 'exportTo' | 'objects'> {
  readonly documents: readonly Document[];
  readonly ports?: readonly HostPort[];
}

/** All hosts that the manifests have, those of a gateway first, then by name. */
export function hostEntries(world: World): readonly HostEntry[] {
  const entries = new Map<string, HostEntry & { documents: Document[] }>();
  const add = (entry: Omit<HostEntry, 'documents'>, documents: readonly Document[]): void => {
    const key = `${entry.gateway ? JSON.stringify(entry.gateway) : ''} ${entry.host}`;
    const known = entries.get(key);
    if (known) known.documents.push(...documents);
    else if (ASKABLE.test(entry.host)) entries.set(key, { ...entry, documents: [...documents] });
  };
  const { catalog } = world;
  const { domain } = world.settings;
  for (const document of catalog.list(KINDS.service)) {
    const host = fullName(document.object.metadata.name, namespaceOf(document), domain);
    add({ host, kind: 'service' }, [document]);
  }
  for (const document of catalog.list(KINDS.serviceEntry)) {
    for (const host of textsOf(fieldsOf(document.object.spec).hosts))
      add({ host, kind: 'external' }, [document]);
  }
  for (const document of catalog.list(KINDS.virtualService)) {
    for (const host of meshHosts(document, domain))
      add({ host, kind: host.endsWith(`.svc.${domain}`) ? 'service' : 'external' }, [document]);
  }
  for (const { caller, names } of doorsOf(world)) {
    for (const [host, { ports, documents }] of names)
      add({ host, kind: 'gateway', gateway: caller, ports }, documents);
  }
  return [...entries.values()]
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Nobody can send a request to anything else, whatever somebody may have written. */
const ASKABLE = /^(\*|(\*\.)?[\w-]+(\.[\w-]+)*\.?)$/;

/** The hosts of a VirtualService that is for sidecars. What it does for `*` shows with hosts that no object names. */
function meshHosts(document: Document, domain: string): readonly string[] {
  const spec = fieldsOf(document.object.spec);
  const gateways = textsOf(spec.gateways);
  if (gateways.length > 0 && !gateways.includes('mesh')) return [];
  return textsOf(spec.hosts)
    .map((host) => fullName(host, namespaceOf(document), domain))
    .filter((host) => host !== '*');
}

const KIND_ORDER = { gateway: '0', service: '1', external: '2' } as const;

function sortKey({ host, kind, gateway }: HostEntry): string {
  return `${KIND_ORDER[kind]} ${host} ${gateway ? JSON.stringify(gateway) : ''}`;
}

/** All that is to be said of a host. */
export function knownHost({ registry }: World, { documents, ports, ...entry }: HostEntry): KnownHost {
  const services = entry.gateway ? [] : [...(registry.named(entry.host)?.values() ?? [])];
  const own = new Map(services.flatMap((one) => one.ports).map((port) => [port.number, port]));
  const exportTo = [...new Set(services.flatMap((one) => registry.audienceOf(one)))].sort();
  return Object.freeze({
    ...entry,
    ports: Object.freeze(
      ports ??
        [...own.values()]
          .sort((a, b) => a.number - b.number)
          .map(({ number, name, protocol }) => Object.freeze({ number, name, protocol })),
    ),
    ...(services.length > 0 && { exportTo: Object.freeze(exportTo) }),
    objects: Object.freeze([...new Set(documents)].map(objectRef)),
  });
}
