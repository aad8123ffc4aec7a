import type { EndpointIndex } from '../cluster/endpoints';
import type { Chain, HttpHandler, Listener, TcpHandler } from '../listener/chain';
import { isHttp, isTcp, parseProtocol, type Protocol } from '../mesh/protocol';
import { portOf, type Port, type Service } from '../mesh/service';
import type { RouteTable } from '../route/table';
import type { Egress } from '../scope/egress';
import type { Proxy } from '../walk/proxy';
import { connectionChains } from './connection-chains';
import { outboundTable, serviceTable } from './tables';
import { unknownTarget } from './unknown';

const EVERY_ADDRESS = '0.0.0.0';

/** The listeners of a sidecar for a port, by address. */
export type OutboundListeners = ReadonlyMap<string, Listener>;

/** A listener while services are being added to it, oldest first. */
interface Entry {
  readonly bind: string;
  chains: Chain[];
  protocol: Protocol;
  /** A Sidecar asked for it: other services do not come in. */
  isLocked: boolean;
}

/**
 * Makes the listeners of a sidecar for one port.
 *
 * HTTP ports share one for all addresses, where the host header picks the service. Others have one for each address of
 * a service; without an address they are for all addresses, too. Where both meet, the first bytes decide.
 */
export function outboundListeners(proxy: Proxy, endpoints: EndpointIndex, number: number): OutboundListeners {
  const builder = new Builder(proxy, number);
  for (const egress of proxy.scope.egress) {
    const { listener } = egress;
    const bind = listener.bind || (listener.isCaptured ? '' : '127.0.0.1');
    if (listener.port) {
      if (listener.port.number !== number) continue;
      const port: Port = { ...listener.port, protocol: parseProtocol(listener.port.protocol) };
      for (const service of egress.services) builder.add(service, port, bind, egress);
      continue;
    }
    builder.lock();
    for (const service of egress.services) {
      const port = portOf(service, number);
      if (!port) continue;
      const pods = bind === '' ? podAddresses(service, port, endpoints, proxy.addresses) : undefined;
      if (!pods) builder.add(service, port, bind, egress);
      else for (const address of pods) builder.add(service, port, address, egress);
    }
  }
  return builder.finish();
}

/** A headless service that is not HTTP is reached by the addresses of its pods. */
function podAddresses(
  service: Service,
  port: Port,
  endpoints: EndpointIndex,
  own: readonly string[],
): readonly string[] | undefined {
  if (service.resolution !== 'original' || service.addresses.length > 0 || isHttp(port.protocol))
    return undefined;
  if (port.protocol === 'udp') return undefined;
  const members = endpoints.of(service, port);
  if (service.registry === 'external' && members.length === 0 && !service.selector) return undefined;
  return members.flatMap(({ addresses }) => addresses).filter((address) => !own.includes(address));
}

class Builder {
  private readonly entries = new Map<string, Entry>();
  /** Routes are those of the first listener of the Sidecar for the port, even if another one made the listener. */
  private readonly routesFrom: Egress;

  constructor(
    private readonly proxy: Proxy,
    private readonly number: number,
  ) {
    const { egress } = proxy.scope;
    this.routesFrom = egress.find(({ listener: { port } }) => !port || port.number === number) ?? egress[0]!;
  }

  lock(): void {
    for (const entry of this.entries.values()) entry.isLocked = true;
  }

  add(service: Service, port: Port, bind: string, egress: Egress): void {
    const { protocol } = port;
    if (service.resolution === 'alias' || protocol === 'udp') return;
    const { address, subnets } = listenOn(service, protocol, bind);
    const entry = this.entries.get(address);
    if (entry?.isLocked) return;
    const isWildcard = address === EVERY_ADDRESS;
    if (protocol === 'http_proxy') {
      if (!entry) this.set(address, [this.httpChain(false)], protocol);
      return;
    }
    if (entry && clashes(protocol, entry.protocol)) return;
    if (isHttp(protocol)) {
      // Another one on the same address is another virtual host of the same routes.
      if (entry && !isTcp(entry.protocol)) return;
      const chain = this.httpChain(isWildcard);
      if (entry) this.merge(entry, [chain]);
      else this.set(address, [chain], isWildcard ? 'auto' : protocol);
      return;
    }
    const connections = connectionChains(
      {
        scope: this.proxy.scope,
        labels: this.proxy.labels,
        domain: this.proxy.world.settings.domain,
        service,
        port,
        isWildcard,
        subnets,
      },
      egress.virtualServices,
    );
    if (protocol !== 'auto') {
      if (!entry) this.set(address, connections, protocol);
      else this.merge(entry, connections, isHttp(entry.protocol));
      return;
    }
    if (entry && !isHttp(entry.protocol) && !isTcp(entry.protocol)) return;
    const chains = [...connections, this.sniffedChain(service, isWildcard)];
    if (entry && isTcp(entry.protocol)) this.merge(entry, chains);
    else this.set(address, chains, protocol);
  }

  private set(bind: string, chains: readonly Chain[], protocol: Protocol): void {
    this.entries.set(bind, { bind, chains: [...chains], protocol, isLocked: false });
  }

  /** A chain for the same connections as one that is there is dropped. */
  private merge(entry: Entry, chains: readonly Chain[], becomesSniffed = true): void {
    for (const chain of chains) {
      if (!entry.chains.some((existing) => keyOf(existing) === keyOf(chain))) entry.chains.push(chain);
    }
    const isNowMixed =
      chains.some(({ isSniffed }) => isSniffed) || (becomesSniffed && isHttp(entry.protocol));
    if (isNowMixed) entry.protocol = 'auto';
  }

  /** The routes of the port, for all its services. */
  private httpChain(isSniffed: boolean): Chain {
    return this.chainTo(() => outboundTable(this.proxy, this.routesFrom, this.number), isSniffed);
  }

  /** A service with an address of its own has its own routes: the host header does not matter there. */
  private sniffedChain(service: Service, isWildcard: boolean): Chain {
    if (isWildcard) return this.httpChain(true);
    return this.chainTo(() => serviceTable(this.proxy, this.routesFrom, this.number, service.hostname), true);
  }

  private chainTo(table: () => RouteTable, isSniffed: boolean): Chain {
    const handler: HttpHandler = { kind: 'http', table, trustsForwardedProto: true };
    return { sni: [], subnets: [], isSniffed, handler };
  }

  finish(): OutboundListeners {
    const listeners = new Map<string, Listener>();
    for (const { bind, chains } of this.entries.values()) {
      listeners.set(bind, finished(`${bind}_${this.number}`, chains, this.proxy));
    }
    return listeners;
  }
}

/** The chain without conditions is for what no other is for; without one, the rest goes out or nowhere. */
function finished(name: string, all: readonly Chain[], proxy: Proxy): Listener {
  const general = all.findLast(isGeneral);
  const chains = all.filter((chain) => !isGeneral(chain));
  if (general) return chains.length === 0 ? { name, chains: [general] } : { name, chains, fallback: general };
  return { name, chains, fallback: catchAllChain(proxy) };
}

function isGeneral({ sni, subnets, isSniffed }: Chain): boolean {
  return sni.length === 0 && subnets.length === 0 && !isSniffed;
}

/** Where a sidecar sends what it does not know. */
export function catchAllChain({ scope }: Proxy): Chain {
  const handler: TcpHandler = { kind: 'tcp', targets: [{ cluster: unknownTarget(scope), weight: 1 }] };
  return { sni: [], subnets: [], isSniffed: false, handler };
}

function listenOn(
  service: Service,
  protocol: Protocol,
  bind: string,
): { address: string; subnets: readonly string[] } {
  if (bind !== '') return { address: bind, subnets: [] };
  if (isHttp(protocol)) return { address: EVERY_ADDRESS, subnets: [] };
  const [address = EVERY_ADDRESS] = service.addresses;
  return address.includes('/') ? { address: EVERY_ADDRESS, subnets: [address] } : { address, subnets: [] };
}

/** In these protocols the server talks first, so that they cannot share a listener with others. */
function clashes(incoming: Protocol, existing: Protocol): boolean {
  const isFirst = (protocol: Protocol): boolean => protocol === 'mongo' || protocol === 'mysql';
  return (isFirst(incoming) || isFirst(existing)) && incoming !== existing;
}

function keyOf({ sni, subnets, isSniffed }: Chain): string {
  return [isSniffed, [...new Set(sni)].sort().join(), [...new Set(subnets)].sort().join()].join('|');
}
