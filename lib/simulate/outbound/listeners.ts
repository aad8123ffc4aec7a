import type { EndpointIndex } from '../cluster/endpoints';
import type { Chain, HttpHandler, Listener, TcpHandler } from '../listener/chain';
import { isHttp, isTcp, type Protocol } from '../mesh/protocol';
import type { Service } from '../mesh/service';
import type { RouteTable } from '../route/table';
import type { Egress } from '../scope/egress';
import type { Proxy } from '../walk/proxy';
import { EVERY_ADDRESS, boundTo, type Bound } from './bound';
import { connectionChains } from './connection-chains';
import { outboundTable, serviceTable } from './tables';
import { unknownTarget } from './unknown';

/** A listener while services are being added to it, oldest first. */
interface Entry {
  chains: Chain[];
  protocol: Protocol;
  /** A Sidecar asked for it: other services do not come in. */
  isLocked: boolean;
}

/**
 * The listeners of a sidecar for one port, by address, each made when it is asked for.
 *
 * HTTP ports share one for all addresses, where the host header picks the service. Others have one for each address of
 * a service; without an address they are for all addresses, too. Where both meet, the first bytes decide.
 */
export class OutboundListeners {
  private readonly known = new Map<string, Listener | undefined>();

  constructor(
    private readonly proxy: Proxy,
    private readonly endpoints: EndpointIndex,
    private readonly port: number,
  ) {}

  /** The listener that gets the connections to an address. */
  for(ip: string): Listener | undefined {
    return this.on(ip) ?? this.on(EVERY_ADDRESS);
  }

  private on(address: string): Listener | undefined {
    if (this.known.has(address)) return this.known.get(address);
    const listener = this.make(address);
    // Anybody may dial any address.
    if (this.known.size > 20_000) this.known.clear();
    this.known.set(address, listener);
    return listener;
  }

  private make(address: string): Listener | undefined {
    const builder = new Builder(this.proxy, this.port, address);
    for (const egress of this.proxy.scope.egress) {
      const { port } = egress.listener;
      if (port && port.number !== this.port) continue;
      if (!port) builder.lock();
      const bound = boundTo(egress, this.port, this.endpoints).get(address) ?? [];
      for (const one of bound) {
        if (!one.isPod || !this.proxy.addresses.includes(address)) builder.add(one, egress);
      }
    }
    return builder.finish();
  }
}

class Builder {
  private entry: Entry | undefined;
  /** Routes are those of the first listener of the Sidecar for the port, even if another one made the listener. */
  private readonly routesFrom: Egress;

  constructor(
    private readonly proxy: Proxy,
    private readonly number: number,
    private readonly address: string,
  ) {
    const { egress } = proxy.scope;
    this.routesFrom = egress.find(({ listener: { port } }) => !port || port.number === number) ?? egress[0]!;
  }

  lock(): void {
    if (this.entry) this.entry.isLocked = true;
  }

  add({ service, port, subnets }: Bound, egress: Egress): void {
    const { protocol } = port;
    const { entry } = this;
    if (entry?.isLocked) return;
    const isWildcard = this.address === EVERY_ADDRESS;
    if (protocol === 'http_proxy') {
      if (!entry) this.set([this.httpChain(false)], protocol);
      return;
    }
    if (entry && clashes(protocol, entry.protocol)) return;
    if (isHttp(protocol)) {
      // Another one on the same address is another virtual host of the same routes.
      if (entry && !isTcp(entry.protocol)) return;
      const chain = this.httpChain(isWildcard);
      if (entry) this.merge(entry, [chain]);
      else this.set([chain], isWildcard ? 'auto' : protocol);
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
      if (!entry) this.set(connections, protocol);
      else this.merge(entry, connections, isHttp(entry.protocol));
      return;
    }
    if (entry && !isHttp(entry.protocol) && !isTcp(entry.protocol)) return;
    const chains = [...connections, this.sniffedChain(service, isWildcard)];
    if (entry && isTcp(entry.protocol)) this.merge(entry, chains);
    else this.set(chains, protocol);
  }

  private set(chains: readonly Chain[], protocol: Protocol): void {
    this.entry = { chains: [...chains], protocol, isLocked: false };
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

  finish(): Listener | undefined {
    return this.entry && finished(`${this.address}_${this.number}`, this.entry.chains, this.proxy);
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

/** In these protocols the server talks first, so that they cannot share a listener with others. */
function clashes(incoming: Protocol, existing: Protocol): boolean {
  const isFirst = (protocol: Protocol): boolean => protocol === 'mongo' || protocol === 'mysql';
  return (isFirst(incoming) || isFirst(existing)) && incoming !== existing;
}

function keyOf({ sni, subnets, isSniffed }: Chain): string {
  return [isSniffed, [...new Set(sni)].sort().join(), [...new Set(subnets)].sort().join()].join('|');
}
