import { Catalog, namespaceOf, type GroupKind } from '../../manifest/catalog';
import type { Document, Manifests } from '../../manifest/document';
import { fieldsOf, textOf, type Fields } from '../../manifest/fields';
import { DestinationRules } from '../destination-rule/lookup';
import { readDestinationRule } from '../destination-rule/read';
import type { HostRule } from '../destination-rule/model';
import { readGateway, type GatewayConfig } from '../ingress/server';
import { isSubsetOf, isWildcard } from '../names/host';
import { virtualServices } from '../virtual-service/all';
import type { VirtualService } from '../virtual-service/model';
import { gatewayServices } from '../gateway-api/infrastructure';
import { convertGateways, serviceAccountOf } from '../gateway-api/gateways';
import { convertHttpRoutes } from '../gateway-api/http-routes';
import { namespacesOf } from '../gateway-api/namespaces';
import { convertTlsRoutes } from '../gateway-api/tls-routes';
import { assumedServices } from './assumed-services';
import { KINDS, byAge, configOf, configsOf } from './config';
import {
  kubernetesService,
  listedAddresses,
  podWorkload,
  templateWorkload,
  type Workload,
} from './kubernetes';
import { injectionOf, type Injection } from './injection';
import { sameLabels, type Labels } from './labels';
import type { Security } from '../security/security';
import { securityOf } from './policies';
import { Registry } from './registry';
import { serviceKey, type Service } from './service';
import { entryEndpoint, listedEndpoints, serviceEntryServices, type EntryEndpoint } from './service-entry';
import { meshSettings, type MeshSettings } from './settings';
import { WorkloadIndex } from './workload-index';

/** The mesh that the manifests describe, with what a cluster would add to them. */
export interface World {
  readonly catalog: Catalog;
  readonly settings: MeshSettings;
  readonly registry: Registry;
  readonly workloads: readonly Workload[];
  /** The endpoints that belong to a ServiceEntry or a Service of these, by its object. */
  readonly listed: ReadonlyMap<Document, readonly EntryEndpoint[]>;
  readonly workloadEntries: readonly EntryEndpoint[];
  readonly virtualServices: readonly VirtualService[];
  readonly destinationRules: DestinationRules;
  readonly security: Security;
  /** Whether pods have a sidecar. */
  readonly isInjected: Injection;
  /** Oldest first. */
  readonly gateways: readonly GatewayConfig[];
}

const MAKERS: readonly GroupKind[] = [
  { group: 'apps', kind: 'Deployment' },
  { group: 'apps', kind: 'StatefulSet' },
  { group: 'apps', kind: 'DaemonSet' },
  { group: 'apps', kind: 'ReplicaSet' },
  { group: 'argoproj.io', kind: 'Rollout' },
];

export function readWorld(manifests: Manifests, mesh: Fields | undefined): World {
  const catalog = new Catalog(manifests);
  const settings = meshSettings(catalog, mesh);
  const { domain } = settings;
  const written = catalog
    .list(KINDS.service)
    .map((document, i) => kubernetesService(document, domain, clusterIp(i)));
  const known = new Set(written.map(({ hostname }) => hostname));
  const made = gatewayServices(catalog, domain)
    .filter(({ hostname }) => !known.has(hostname))
    .map((service, i) => ({ ...service, addresses: [clusterIp(written.length + i)] }));
  const entries = configsOf(catalog, KINDS.serviceEntry);
  const listed = new Map<Document, readonly EntryEndpoint[]>();
  for (const entry of entries) listed.set(entry.document, listedEndpoints(entry));
  const rules = configsOf(catalog, KINDS.destinationRule).map((config) =>
    readDestinationRule(config, domain),
  );
  const own = virtualServices(catalog, settings);
  const assumedOnes = assumedServices(catalog, domain, rules, own).map((service, i) => ({
    ...service,
    addresses: [clusterIp(written.length + made.length + i)],
  }));
  const kubernetes = [...written, ...made, ...assumedOnes];
  const { configs, listeners } = convertGateways(catalog, domain, namespacesOf(manifests, catalog));
  const services = [...kubernetes, ...entries.flatMap(serviceEntryServices)];
  const hosts = new Set(services.map(serviceKey));
  const context = { catalog, domain, listeners, hosts };
  const exportTo = settings.exportTo.virtualService;
  const converted = [...convertHttpRoutes(context, exportTo), ...convertTlsRoutes(context, exportTo)];
  return {
    catalog,
    settings,
    registry: new Registry(services, settings),
    workloads: allWorkloads(catalog, kubernetes, made, rules),
    listed,
    workloadEntries: configsOf(catalog, KINDS.workloadEntry).map((config) =>
      entryEndpoint(config.spec, config.name, config),
    ),
    virtualServices: converted.length === 0 ? own : [...own, ...converted].sort(byAge),
    destinationRules: new DestinationRules(catalog, settings, []),
    security: securityOf(catalog, settings),
    isInjected: injectionOf(catalog),
    gateways: [...configsOf(catalog, KINDS.gateway).map(readGateway), ...configs].sort(byAge),
  };
}

/** Those of the manifests, the pods of gateways that Istio runs, and what has to be assumed. */
function allWorkloads(
  catalog: Catalog,
  services: readonly Service[],
  gateways: readonly Service[],
  rules: readonly HostRule[],
): readonly Workload[] {
  let pods = 0;
  const address = (): readonly string[] => [podIp(pods++)];
  const given = [
    ...catalog.list(KINDS.pod).map((document) => podWorkload(document, address())),
    ...gateways.map(({ namespace, name, selector, document }) =>
      assumedWorkload(namespace, name, selector!, address(), serviceAccountOf(configOf(document!))),
    ),
    ...MAKERS.flatMap((kind) => catalog.list(kind)).map((document) => templateWorkload(document, address())),
  ];
  return [...given, ...assumed(services, given, rules, address)];
}

/** Where nobody says one. */
function clusterIp(i: number): string {
  return `10.${96 + Math.floor(i / 62_500)}.${Math.floor(i / 250) % 250}.${(i % 250) + 1}`;
}

function podIp(i: number): string {
  return `10.${244 + Math.floor(i / 62_500)}.${Math.floor(i / 250) % 250}.${(i % 250) + 1}`;
}

/**
 * Manifests often are policy only. A service of which no workload is declared is taken to have a plain one, and one for
 * each subset.
 */
function assumed(
  services: readonly Service[],
  given: readonly Workload[],
  rules: readonly HostRule[],
  address: () => readonly string[],
): readonly Workload[] {
  const declared = new WorkloadIndex(given);
  const all = new WorkloadIndex(given);
  const exact = new Map<string, HostRule[]>();
  for (const rule of rules) push(exact, rule.host, rule);
  const wildcards = rules.filter(({ host }) => isWildcard(host));
  const made: Workload[] = [];
  for (const service of services) {
    const { selector, namespace, name } = service;
    if (!selector) continue;
    if (declared.first(namespace, selector)) continue;
    const invent = (suffix: string, labels: ReadonlyMap<string, string>): void => {
      if (all.selected(namespace, labels).some((workload) => sameLabels(workload.labels, labels))) return;
      const workload = assumedWorkload(namespace, `${name}-${suffix}`, labels, address());
      made.push(workload);
      all.add(workload);
    };
    invent('plain', selector);
    for (const rule of [...(exact.get(service.hostname) ?? []), ...wildcards]) {
      if (!isSubsetOf(service.hostname, rule.host)) continue;
      for (const subset of rule.subsets) {
        if (subset.labels.size > 0) invent(subset.name, new Map([...subset.labels, ...selector]));
      }
    }
  }
  return made;
}

function assumedWorkload(
  namespace: string,
  name: string,
  labels: Labels,
  addresses: readonly string[],
  serviceAccount?: string,
): Workload {
  return {
    namespace,
    name,
    labels,
    replicas: 1,
    addresses,
    ...(serviceAccount !== undefined && { serviceAccount }),
    namedPorts: new Map(),
    isAssumed: true,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, element: V): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}

/** The addresses that Endpoints and EndpointSlice objects list for a service. */
export function objectsAddresses(
  catalog: Catalog,
  { namespace, name }: Service,
): readonly string[] | undefined {
  const endpoints = catalog.find(KINDS.endpoints, namespace, name);
  const all = [...(endpoints ? [endpoints] : []), ...(slicesOf(catalog).get(`${namespace}/${name}`) ?? [])];
  return all.length === 0 ? undefined : all.flatMap(listedAddresses);
}

const slices = new WeakMap<Catalog, ReadonlyMap<string, readonly Document[]>>();

/** The EndpointSlices by their service. */
function slicesOf(catalog: Catalog): ReadonlyMap<string, readonly Document[]> {
  const known = slices.get(catalog);
  if (known) return known;
  const found = new Map<string, Document[]>();
  for (const document of catalog.list(KINDS.endpointSlice)) {
    const name = textOf(fieldsOf(document.object.metadata.labels)['kubernetes.io/service-name']);
    if (name !== undefined) push(found, `${namespaceOf(document)}/${name}`, document);
  }
  slices.set(catalog, found);
  return found;
}
