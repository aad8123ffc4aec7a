import { dialledHost, readCall, type Call } from '../call';
import type { EndpointIndex } from '../cluster/endpoints';
import type { Request } from '../request';
import type { Trace } from '../explain/trace';
import { findChain, isPlain, type Chain, type Listener } from '../listener/chain';
import { resolveName, type Resolved } from '../mesh/dns';
import { OutboundListeners, catchAllChain } from '../outbound/listeners';
import { withAdmission } from './arrival';
import { tableOf, type PortTable } from './port-table';
import { portsNamed } from '../outbound/named-ports';
import { lazy } from '../route/lazy';
import { closed, decideConnection } from './connection';
import { decideHttp, type Result } from './http';
import { nameKey, outlookOf } from './outlook';
import type { Proxy } from './proxy';

/** The caller's sidecar decides: it redirects every connection to the listener of its destination. */
export class SidecarWalk {
  private readonly listeners = new Map<number, OutboundListeners>();
  private readonly names = new Map<string, Resolved>();
  private readonly httpChains = new Map<Listener, Chain | undefined>();
  private readonly unknown: Chain;
  private readonly outlook = lazy(() => outlookOf(this.proxy));

  constructor(
    readonly proxy: Proxy,
    private readonly endpoints: EndpointIndex,
    /** Nobody said where it runs: what it sees may be the same for others. */
    private readonly isAnywhere: boolean,
  ) {
    this.unknown = catchAllChain(proxy);
  }

  decide(request: Request, call: Call, trace: Trace | undefined): Result {
    const ip = call.address ?? this.resolve(dialledHost(request)).address;
    const listener = this.listenersOn(call.port).for(ip);
    if (trace) this.explainAddress(dialledHost(request), call, trace);
    const name = listener?.name ?? 'virtualOutbound';
    trace?.add(
      'listener',
      'chosen',
      listener ? `the sidecar has the listener ${name}` : `the sidecar knows nothing on port ${call.port}`,
    );
    const chain = listener ? this.chainOf(listener, call, ip) : this.unknown;
    if (!chain) return closed({ listener: name }, 'nothing is for such a connection', trace);
    const { handler } = chain;
    if (handler.kind === 'tcp') {
      const result = decideConnection(this.proxy, handler, { listener: name }, trace);
      return withAdmission(this.proxy, call, result, trace);
    }
    if (call.protocol !== 'http' || call.isTls) {
      return closed({ listener: name }, 'the port speaks plain HTTP, and this is something else', trace);
    }
    const result = decideHttp(this.proxy, handler, call, { listener: name }, trace);
    return withAdmission(this.proxy, call, result, trace);
  }

  tablesOf(host: string): readonly PortTable[] {
    const { address: ip } = this.resolve(host);
    const ports = this.portsOf(host);
    const make = (): readonly PortTable[] => this.makeTables(host, ip, ports);
    const isOwnPod = this.proxy.addresses.includes(ip);
    const outlook = isOwnPod || !this.isAnywhere ? undefined : this.outlook();
    return outlook ? outlook.tablesOf(nameKey(this.proxy, host, ip, ports), this.proxy, make) : make();
  }

  private makeTables(host: string, ip: string, ports: readonly number[]): readonly PortTable[] {
    return ports.flatMap((port) => {
      const listener = this.listenersOn(port).for(ip);
      if (!listener) return [];
      const { chains, fallback, name } = listener;
      const http = chains.find(({ handler }) => handler.kind === 'http');
      const call = readCall({ url: `tcp://${host}:${port}` });
      const chain = http ?? findChain(listener, call, ip) ?? fallback;
      return (chain && tableOf(this.proxy, chain, name, host, port)) ?? [];
    });
  }

  /** Any name that no service has can only be known on port 80. */
  private portsOf(host: string): readonly number[] {
    const { scope, namespace, world } = this.proxy;
    const ports = portsNamed(host, scope.services, namespace, world.settings.domain);
    return ports.length > 0 ? ports : [80];
  }

  /** Plain HTTP is the rule, and where no addresses matter it always comes to the same chain. */
  private chainOf(listener: Listener, call: Call, ip: string): Chain | undefined {
    if (call.isTls || call.protocol !== 'http' || !isPlain(call.target)) return findChain(listener, call, ip);
    if (this.httpChains.has(listener)) return this.httpChains.get(listener);
    const chain = findChain(listener, call, ip);
    if (listener.chains.every(({ subnets }) => subnets.length === 0)) this.httpChains.set(listener, chain);
    return chain;
  }

  private listenersOn(port: number): OutboundListeners {
    let listeners = this.listeners.get(port);
    if (!listeners) {
      this.listeners.set(port, (listeners = new OutboundListeners(this.proxy, this.endpoints, port)));
    }
    return listeners;
  }

  private explainAddress(name: string, { address, port }: Call, trace: Trace): void {
    if (address !== undefined) return trace.add('address', 'noted', `${address}, port ${port}, is dialled`);
    const { address: ip, service, isUnknown } = this.resolve(name);
    const text = isUnknown
      ? `${name}, port ${port}, is unknown: no Service or ServiceEntry has the name`
      : `${name} is ${ip}, port ${port}`;
    trace.add('address', 'noted', text);
    if (service?.isAssumed) {
      const ports = service.ports.map(({ number }) => number).join(' and ');
      const why = 'as the manifests have policies only';
      trace.add('address', 'noted', `a Service ${service.hostname} with port ${ports} is assumed, ${why}`);
    }
  }

  private resolve(host: string): Resolved {
    let found = this.names.get(host);
    if (!found) {
      found = resolveName(this.proxy.world, this.endpoints, host, this.proxy.namespace);
      if (this.names.size > 10_000) this.names.clear();
      this.names.set(host, found);
    }
    return found;
  }
}
