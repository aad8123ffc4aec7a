import {
  fieldsList,
  fieldsOf,
  numberOf,
  optionalFields,
  textMap,
  textOf,
  textsOf,
} from '../../manifest/fields';
import type { Fields } from '../../manifest/fields';
import type { Document } from '../../manifest/document';
import { GATEWAY_KINDS } from '../gateway-api/kinds';
import { isOwn } from '../gateway-api/gateways';
import { KINDS, configsOf } from '../mesh/config';
import type { World } from '../mesh/world';
import { isSubsetOf, isWildcard, overlaps } from '../names/host';
import type { GatewayCaller } from '../request';
import { callersBehind } from './callers';
import type { HostPort } from './hosts';

/** Proxies at the edge of the mesh, and the names that they may open for. */
export interface Door {
  readonly caller: GatewayCaller;
  readonly names: ReadonlyMap<string, DoorName>;
}

/** A name at a door: the ports of the servers for it, and the objects that have it. */
export interface DoorName {
  readonly ports: readonly HostPort[];
  readonly documents: readonly Document[];
}

interface Server {
  readonly host: string;
  readonly port: HostPort | undefined;
  readonly document: Document;
}

/** The proxies that Gateways of either API configure, with all hosts that servers and routes name. */
export function doorsOf(world: World): readonly Door[] {
  const doors = new Map<string, { caller: GatewayCaller; servers: Server[] }>();
  const add = (caller: GatewayCaller, servers: readonly Server[]): void => {
    const key = JSON.stringify(caller);
    const door = doors.get(key);
    if (door) door.servers.push(...servers);
    else doors.set(key, { caller, servers: [...servers] });
  };
  for (const document of world.catalog.list(KINDS.gateway)) {
    const spec = fieldsOf(document.object.spec);
    const selector = optionalFields(spec.selector);
    const servers = fieldsList(spec.servers).flatMap(({ hosts, port }) =>
      textsOf(hosts).map((host) => ({
        host: host.slice(host.indexOf('/') + 1),
        port: portOf(fieldsOf(port), 'number'),
        document,
      })),
    );
    for (const caller of callersBehind(world, [selector && textMap(selector)])) add(caller, servers);
  }
  for (const config of configsOf(world.catalog, GATEWAY_KINDS.gateway)) {
    if (!isOwn(world.catalog, config)) continue;
    const servers = fieldsList(config.spec.listeners).map((listener) => ({
      host: textOf(listener.hostname) ?? '*',
      port: portOf(listener, 'port'),
      document: config.document,
    }));
    add({ gateway: { namespace: config.namespace, name: config.name } }, servers);
  }
  const routed = routedHosts(world);
  return [...doors.values()].map(({ caller, servers }) => ({ caller, names: namesAt(servers, routed) }));
}

function portOf(fields: Fields, key: 'number' | 'port'): HostPort | undefined {
  const number = numberOf(fields[key]);
  return number === undefined
    ? undefined
    : { number, name: textOf(fields.name) ?? '', protocol: textOf(fields.protocol) ?? '' };
}

/** What the servers name, and what routes name that one of them has a part in: with those for all of it, if there are any. */
function namesAt(
  servers: readonly Server[],
  routed: ReadonlyMap<string, readonly Document[]>,
): ReadonlyMap<string, DoorName> {
  const exact = new Map<string, Server[]>();
  for (const server of servers) {
    const list = exact.get(server.host);
    if (list) list.push(server);
    else exact.set(server.host, [server]);
  }
  const wildcards = servers.filter(({ host }) => isWildcard(host));
  const names = new Map<string, DoorName>();
  for (const host of new Set([...exact.keys(), ...routed.keys()])) {
    // Names without a wildcard overlap with themselves only.
    const near = isWildcard(host) ? servers : [...(exact.get(host) ?? []), ...wildcards];
    const open = near.filter((server) => overlaps(host, server.host));
    const whole = open.filter((server) => isSubsetOf(host, server.host));
    if (open.length > 0) names.set(host, nameOf(whole.length > 0 ? whole : open, routed.get(host) ?? []));
  }
  return names;
}

function nameOf(servers: readonly Server[], routes: readonly Document[]): DoorName {
  const ports = new Map(servers.flatMap(({ port }) => (port ? [[port.number, port]] : [])));
  return {
    ports: [...ports.values()].sort((a, b) => a.number - b.number),
    documents: [...new Set([...servers.map(({ document }) => document), ...routes])],
  };
}

/** The hosts of routes for gateways: those that no route has are answered with 404 like any other. */
function routedHosts({ catalog }: World): ReadonlyMap<string, readonly Document[]> {
  const hosts = new Map<string, Document[]>();
  const add = (names: unknown, document: Document): void => {
    for (const host of textsOf(names)) {
      const list = hosts.get(host);
      if (list) list.push(document);
      else hosts.set(host, [document]);
    }
  };
  for (const document of catalog.list(KINDS.virtualService)) {
    const spec = fieldsOf(document.object.spec);
    if (textsOf(spec.gateways).some((gateway) => gateway !== 'mesh')) add(spec.hosts, document);
  }
  for (const kind of [GATEWAY_KINDS.httpRoute, GATEWAY_KINDS.grpcRoute, GATEWAY_KINDS.tlsRoute]) {
    for (const document of catalog.list(kind)) add(fieldsOf(document.object.spec).hostnames, document);
  }
  return hosts;
}
