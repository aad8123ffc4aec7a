import type { Call } from '../call';
import type { Trace } from '../explain/trace';
import { ingressListeners } from '../ingress/listeners';
import { mergeServers, type GatewayTarget } from '../ingress/merge';
import type { GatewayConfig } from '../ingress/server';
import { findChain, type Listener } from '../listener/chain';
import type { Request } from '../request';
import { closed, decideConnection } from './connection';
import { decideHttp, type Result } from './http';
import type { Proxy } from './proxy';

/** A gateway decides: clients dial a port of the service in front of it. */
export class GatewayWalk {
  private readonly listeners: ReadonlyMap<number, Listener>;

  constructor(
    readonly proxy: Proxy,
    gateways: readonly GatewayConfig[],
    private readonly targets: readonly GatewayTarget[],
  ) {
    this.listeners = ingressListeners(proxy, mergeServers(gateways, proxy, targets));
  }

  decide(_: Request, call: Call, trace: Trace | undefined): Result {
    const port = this.targets.find((one) => one.port === call.port)?.target ?? call.port;
    const listener = this.listeners.get(port);
    if (!listener) return closed({}, `the gateway does not listen on port ${call.port}`, trace);
    trace?.add('listener', 'chosen', `the gateway has the listener ${listener.name}`);
    const path = { listener: listener.name };
    const chain = findChain(listener, call, '');
    if (!chain)
      return closed(
        path,
        `the gateway has no server for ${call.isTls ? `TLS with the name ${call.sni}` : 'this'}`,
        trace,
      );
    const { handler } = chain;
    if (handler.kind === 'tcp') return decideConnection(this.proxy, handler, path, trace);
    if (call.protocol !== 'http' || call.isTls !== Boolean(chain.endsTls)) {
      const wanted = chain.endsTls ? 'TLS' : 'plain HTTP';
      return closed(path, `the server speaks ${wanted}, and this is something else`, trace);
    }
    return decideHttp(this.proxy, handler, call, path, trace);
  }
}
