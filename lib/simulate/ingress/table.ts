import { destinationHash } from '../destination-rule/hash';
import type { Service } from '../mesh/service';
import { bySpecificity, intersection } from '../names/host';
import { lazy } from '../route/lazy';
import type { Route } from '../route/model';
import { DomainIndex, type RouteTable, type VirtualHost } from '../route/table';
import { destinationCluster, hasRoutes, refusalOf, translateRoutes, type Audience } from '../route/translate';
import { isCatchAll } from '../route/translate-match';
import { visibleVirtualServices } from '../scope/visible';
import { readRetries } from '../virtual-service/read-actions';
import type { Destination, VirtualService } from '../virtual-service/model';
import type { Proxy } from '../walk/proxy';
import { hostsFor, type Server } from './server';

/** A virtual host in the making: what is bound to it, in order. */
interface Draft {
  readonly domain: string;
  readonly port: number;
  readonly parts: {
    readonly service: VirtualService;
    readonly routes: () => readonly Route[];
    readonly key: string;
  }[];
  requiresTls: boolean;
}

/**
 * The routes of the servers that share a table.
 *
 * Unlike in a sidecar, all VirtualServices of a host are joined: the older ones first, and what is for every request
 * last.
 */
export function ingressTable(proxy: Proxy, name: string, servers: readonly Server[]): RouteTable {
  const drafts = new Map<string, Draft>();
  const made = new Map<string, (() => readonly Route[]) | undefined>();
  let refusal: string | undefined;
  for (const server of servers) {
    for (const service of visibleVirtualServices(
      proxy.world.virtualServices,
      proxy.namespace,
      server.gateway,
    )) {
      const domains = intersection(hostsFor(server, service.namespace), service.hosts);
      if (domains.length === 0) continue;
      const key = `${server.gateway} ${service.namespace}/${service.name}`;
      if (!made.has(key)) {
        const audience = ingressAudience(proxy, server, service);
        const routes = lazy(() => translateRoutes(service, audience));
        made.set(key, hasRoutes(service, audience) ? routes : undefined);
        refusal ??= refusalOf(service, audience);
      }
      const routes = made.get(key);
      if (!routes) continue;
      for (const domain of domains) draftOf(drafts, domain, server).parts.push({ service, routes, key });
    }
    if (!server.tls?.httpsRedirect) continue;
    for (const host of server.hosts) draftOf(drafts, host, server).requiresTls = true;
  }
  if (drafts.size === 0) return { name, hosts: new DomainIndex(), fallback: nothing(servers[0]!.port) };
  const hosts = new DomainIndex();
  for (const group of groupsOf([...drafts.values()])) {
    const host = virtualHost(group);
    for (const { domain } of group) hosts.claim(domain, host);
  }
  return { name, hosts, ...(refusal !== undefined && { refusal }) };
}

/** A server that redirects makes its hosts redirect for all servers of the port. */
function draftOf(drafts: Map<string, Draft>, host: string, { port, tls }: Server): Draft {
  const domain = host.toLowerCase();
  let draft = drafts.get(domain);
  if (!draft) drafts.set(domain, (draft = { domain, port, parts: [], requiresTls: false }));
  if (tls?.httpsRedirect) draft.requiresTls = true;
  return draft;
}

function nothing(port: number): VirtualHost {
  return { name: `blackhole:${port}`, routes: () => [], services: [], passedOver: [] };
}

/** Hosts with the same routes are one virtual host, called as the narrowest of them. */
function groupsOf(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const groups: Draft[][] = [];
  const known = new Map<string, Draft[]>();
  for (const draft of [...drafts].sort((a, b) => bySpecificity(a.domain, b.domain))) {
    const key = draft.parts.map((part) => part.key).join();
    const group = known.get(key);
    if (group?.[0]!.requiresTls === draft.requiresTls) group.push(draft);
    else {
      const own = [draft];
      groups.push(own);
      known.set(key, own); // only the last one with these routes is looked at
    }
  }
  return groups;
}

function virtualHost(group: readonly Draft[]): VirtualHost {
  const [{ domain, port, parts, requiresTls }] = group as [Draft, ...Draft[]];
  return {
    name: `${domain}:${port}`,
    routes: lazy(() => catchAllsLast(parts.flatMap(({ routes }) => routes()))),
    requiresTls,
    services: [...new Set(parts.map(({ service }) => service))],
    passedOver: [],
  };
}

function catchAllsLast(routes: readonly Route[]): readonly Route[] {
  return [
    ...routes.filter(({ match }) => !isCatchAll(match)),
    ...routes.filter(({ match }) => isCatchAll(match)),
  ];
}

function ingressAudience(proxy: Proxy, server: Server, service: VirtualService): Audience {
  const { scope, labels, world } = proxy;
  const { defaultRetries } = world.settings;
  return {
    port: server.port,
    isTls: server.tls !== undefined,
    gateways: new Set([server.gateway]),
    namespace: proxy.namespace,
    labels,
    defaultRetries: defaultRetries && readRetries(defaultRetries),
    clusterOf: (destination) =>
      destinationCluster(destination, findService(proxy, destination.host, service.namespace), server.port),
    hashOf: (destination: Destination) =>
      destinationHash(scope.destinationRule(destination.host), destination),
  };
}

/** The service of the rule's own namespace, if the gateway sees it, else the one that the gateway sees. */
function findService({ world, namespace, scope }: Proxy, host: string, own: string): Service | undefined {
  const service = world.registry.named(host)?.get(own);
  return service && world.registry.isVisible(service, namespace) ? service : scope.services.get(host);
}
