import { namespaceOf, type Catalog, type GroupKind } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsList, fieldsOf, textMap, textOf, textsOf } from '../../manifest/fields';
import { GATEWAY_KINDS } from '../../simulate/gateway-api/kinds';
import { isOwn } from '../../simulate/gateway-api/gateways';
import { KINDS, configOf } from '../../simulate/mesh/config';
import { isWildcard, overlaps } from '../../simulate/names/host';
import type { GatewayCaller } from '../../simulate/request';

/** A door of the mesh, and the names that it may open for. */
export interface GatewayView {
  readonly caller: GatewayCaller;
  readonly hosts: ReadonlySet<string>;
}

const DEPLOYMENT: GroupKind = { group: 'apps', kind: 'Deployment' };

/** The proxies that Gateways of either API configure, with all hosts that servers and routes name. */
export function gatewaysOf(catalog: Catalog): readonly GatewayView[] {
  const views = new Map<string, { caller: GatewayCaller; servers: Set<string> }>();
  const add = (caller: GatewayCaller, servers: readonly string[]): void => {
    const key = JSON.stringify(caller);
    const known = views.get(key) ?? { caller, servers: new Set<string>() };
    for (const server of servers) known.servers.add(server);
    views.set(key, known);
  };
  for (const document of catalog.list(KINDS.gateway)) {
    const spec = fieldsOf(document.object.spec);
    const labels = Object.fromEntries(textMap(spec.selector));
    const hosts = fieldsList(spec.servers).flatMap((server) => textsOf(server.hosts));
    const caller = { gateway: { namespace: podNamespace(catalog, labels), labels } };
    add(
      caller,
      hosts.map((host) => host.slice(host.indexOf('/') + 1)),
    );
  }
  for (const document of catalog.list(GATEWAY_KINDS.gateway)) {
    const config = configOf(document);
    if (!isOwn(catalog, config)) continue;
    const hosts = fieldsList(config.spec.listeners).map(({ hostname }) => textOf(hostname) ?? '*');
    add({ gateway: { namespace: config.namespace, name: config.name } }, hosts);
  }
  const routed = routedHosts(catalog);
  return [...views.values()].map(({ caller, servers }) => ({ caller, hosts: opened(servers, routed) }));
}

/** What the servers name, and what routes name that one of them covers. */
function opened(servers: ReadonlySet<string>, routed: ReadonlySet<string>): ReadonlySet<string> {
  const hosts = new Set(servers);
  // Names without a wildcard overlap with themselves only.
  const wildcards = [...servers].filter(isWildcard);
  for (const host of routed)
    if ((isWildcard(host) ? [...servers] : wildcards).some((server) => overlaps(host, server)))
      hosts.add(host);
  return hosts;
}

/** The hosts of routes for gateways: those that no route has are answered with 404 like any other. */
function routedHosts(catalog: Catalog): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const { object } of catalog.list(KINDS.virtualService)) {
    const spec = fieldsOf(object.spec);
    if (textsOf(spec.gateways).some((gateway) => gateway !== 'mesh'))
      for (const host of textsOf(spec.hosts)) hosts.add(host);
  }
  for (const kind of [GATEWAY_KINDS.httpRoute, GATEWAY_KINDS.grpcRoute, GATEWAY_KINDS.tlsRoute]) {
    for (const { object } of catalog.list(kind))
      for (const host of textsOf(fieldsOf(object.spec).hostnames)) hosts.add(host);
  }
  return hosts;
}

/** Where the pods of a gateway run: Istio's own are usually deployed elsewhere. */
function podNamespace(catalog: Catalog, labels: Readonly<Record<string, string>>): string {
  const found = catalog.list(DEPLOYMENT).find((document) => {
    const own = podLabels(document);
    return Object.entries(labels).every(([name, text]) => own.get(name) === text);
  });
  return found ? namespaceOf(found) : 'istio-system';
}

function podLabels({ object }: Document): ReadonlyMap<string, string> {
  return textMap(fieldsOf(fieldsOf(fieldsOf(object.spec).template).metadata).labels);
}
