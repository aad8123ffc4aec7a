import type { Chain, Listener, TcpTarget } from '../listener/chain';
import { isHttp } from '../mesh/protocol';
import { overlaps } from '../names/host';
import { clusterName } from '../route/cluster-name';
import { lazy } from '../route/lazy';
import { destinationCluster } from '../route/translate';
import { visibleVirtualServices } from '../scope/visible';
import type { ConnectionMatch, ConnectionRule, VirtualService } from '../virtual-service/model';
import type { Proxy } from '../walk/proxy';
import type { MergedServers, ServerGroup } from './merge';
import { endsHttps, hostsFor, isPassthrough, serverNames, type Server } from './server';
import { ingressTable } from './table';

const EVERY_ADDRESS = '0.0.0.0';

/** The listeners of a gateway for all addresses, by the port of its pods. */
export function ingressListeners(proxy: Proxy, merged: MergedServers): ReadonlyMap<number, Listener> {
  const chains = new Map<number, Chain[]>();
  const builder = new Builder(proxy, merged);
  for (const group of merged.groups) {
    if (group.bind !== '' && group.bind !== EVERY_ADDRESS) continue;
    const made = builder.chainsOf(group);
    if (made.length === 0) continue; // Envoy has no listener that does nothing
    const known = chains.get(group.port);
    if (known) known.push(...made);
    else chains.set(group.port, [...made]);
  }
  return new Map(
    [...chains].map(([port, list]) => [port, { name: `${EVERY_ADDRESS}_${port}`, chains: list }]),
  );
}

class Builder {
  /** Server names that a rule of a port has taken. */
  private readonly taken = new Map<number, Set<string>>();

  constructor(
    private readonly proxy: Proxy,
    private readonly merged: MergedServers,
  ) {}

  chainsOf(group: ServerGroup): readonly Chain[] {
    if (isHttp(group.servers[0]!.protocol)) return [this.httpChain(group.routeName, [], false)];
    return group.servers.flatMap((server) => {
      if (endsHttps(server)) {
        const name = this.merged.routeNames.get(server)!;
        return [this.httpChain(name, serverNames(server), true)];
      }
      return isPassthrough(server) ? this.passthroughChains(server, group.port) : this.tcpChains(server);
    });
  }

  private httpChain(routeName: string, sni: readonly string[], endsTls: boolean): Chain {
    const servers = this.merged.byRouteName.get(routeName) ?? [];
    const table = lazy(() => ingressTable(this.proxy, routeName, servers));
    return {
      sni: withoutEvery(sni),
      subnets: [],
      isSniffed: false,
      endsTls,
      handler: { kind: 'http', table, trustsForwardedProto: false },
    };
  }

  /** The first rule for the server counts; without any there is nothing. */
  private tcpChains(server: Server): readonly Chain[] {
    const { tls } = server;
    for (const service of this.boundTo(server)) {
      const rule =
        service.tcp.find(
          ({ matches, destinations }) =>
            destinations.length > 0 &&
            (matches.length === 0 || matches.some((match) => isFor(match, server))),
        ) ?? terminatedRule(service, server);
      if (!rule) continue;
      return [
        {
          sni: tls ? withoutEvery(serverNames(server)) : [],
          subnets: [],
          isSniffed: false,
          ...(tls && { endsTls: true }),
          handler: { kind: 'tcp', targets: this.targetsOf(rule, server.port), place: rule.place },
        },
      ];
    }
    return [];
  }

  private passthroughChains(server: Server, port: number): readonly Chain[] {
    if (server.tls?.mode === 'AUTO_PASSTHROUGH') return this.automaticChains(server);
    let taken = this.taken.get(port);
    if (!taken) this.taken.set(port, (taken = new Set<string>()));
    const chains: Chain[] = [];
    for (const rule of this.boundTo(server).flatMap(({ tls }) => tls)) {
      if (rule.destinations.length === 0) continue;
      for (const match of rule.matches) {
        const names = match.sniHosts.map((name) => `${server.bind} ${name}`);
        if (!isFor(match, server) || names.some((name) => taken.has(name))) continue;
        for (const name of names) taken.add(name);
        chains.push({
          sni: withoutEvery(match.sniHosts),
          subnets: [],
          isSniffed: false,
          looksForTls: true,
          handler: { kind: 'tcp', targets: this.targetsOf(rule, server.port), place: match.place },
        });
      }
    }
    return chains;
  }

  /** Every service of the mesh, by the name that its cluster has in a TLS handshake. */
  private automaticChains(server: Server): readonly Chain[] {
    const names = serverNames(server);
    const chains: Chain[] = [];
    for (const service of this.proxy.scope.services.values()) {
      if (service.isExternal || !names.some((name) => overlaps(service.hostname, name))) continue;
      const subsets = this.proxy.scope.destinationRule(service.hostname)?.subsets ?? [];
      for (const { number, protocol } of service.ports) {
        if (protocol === 'udp') continue;
        for (const subset of ['', ...subsets.map(({ name }) => name)]) {
          const targets = [{ cluster: clusterName(service.hostname, number, subset), weight: 1 }];
          const sni = [`outbound_.${number}_.${subset}_.${service.hostname}`];
          chains.push({
            sni,
            subnets: [],
            isSniffed: false,
            looksForTls: true,
            handler: { kind: 'tcp', targets },
          });
        }
      }
    }
    return chains;
  }

  private boundTo(server: Server): readonly VirtualService[] {
    const { world, namespace } = this.proxy;
    return visibleVirtualServices(world.virtualServices, namespace, server.gateway).filter((service) => {
      const hosts = hostsFor(server, service.namespace);
      return service.hosts.some((host) => hosts.some((own) => overlaps(host, own)));
    });
  }

  private targetsOf({ destinations }: ConnectionRule, port: number): readonly TcpTarget[] {
    const used = destinations.length === 1 ? destinations : destinations.filter(({ weight }) => weight > 0);
    return used.map(({ destination, weight }) => ({
      cluster: destinationCluster(destination, this.proxy.scope.services.get(destination.host), port),
      weight: used.length === 1 ? 1 : weight,
    }));
  }
}

/** A TLSRoute behind a listener that ends TLS. */
function terminatedRule(service: VirtualService, server: Server): ConnectionRule | undefined {
  if (service.semantics !== 'gateway-api') return undefined;
  return service.tls.find(({ matches }) => matches.some((match) => isFor(match, server)));
}

/** Nothing about the caller is looked at. */
function isFor({ port, gateways }: ConnectionMatch, server: Server): boolean {
  return (
    (port === undefined || port === server.port) &&
    (gateways.length === 0 || gateways.includes(server.gateway))
  );
}

function withoutEvery(names: readonly string[]): readonly string[] {
  return names.includes('*') ? [] : names;
}
