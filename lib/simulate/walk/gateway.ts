import type { Call } from '../call';
import type { Trace } from '../explain/trace';
import { ingressListeners } from '../ingress/listeners';
import { mergeServers, type GatewayTarget } from '../ingress/merge';
import type { GatewayConfig } from '../ingress/server';
import { findChain, type Listener } from '../listener/chain';
import type { Request } from '../request';
import type { ProxyPath } from '../decision';
import type { Admission } from '../security/security';
import { askGateway } from './admission';
import { httpFactsOf, withAdmission } from './arrival';
import { overlaps } from '../names/host';
import { tableOf, type PortTable } from './port-table';
import { closed, decideConnection } from './connection';
import { answer, bare, decideHttp, type Result } from './http';
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

  tablesOf(host: string): readonly PortTable[] {
    return [...this.listeners].flatMap(([number, { chains, name }]) => {
      const port = this.targets.find(({ target }) => target === number)?.port ?? number;
      return chains
        .filter(({ sni }) => sni.length === 0 || sni.some((known) => overlaps(host, known)))
        .flatMap((chain) => tableOf(this.proxy, chain, name, host, port) ?? []);
    });
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
    const { proxy } = this;
    const isHttp = handler.kind === 'http';
    const admission = askGateway(
      proxy.world,
      proxy,
      port,
      call,
      isHttp ? httpFactsOf(proxy, call) : undefined,
      trace !== undefined,
    );
    if (admission && trace) explainAdmission(admission, trace);
    if (admission?.allowed === false) return refused(admission, path);
    const verdict = admission && {
      authorization: Object.freeze({
        allowed: true,
        ...(admission.allowed === undefined && { uncertain: true as const }),
        reason: admission.reason,
      }),
      ...(admission.notModelled.length > 0 && { notModelled: admission.notModelled }),
    };
    if (!isHttp) {
      return {
        ...verdict,
        ...withAdmission(proxy, call, decideConnection(proxy, handler, path, trace), trace),
      };
    }
    if (call.protocol !== 'http' || call.isTls !== Boolean(chain.endsTls)) {
      const wanted = chain.endsTls ? 'TLS' : 'plain HTTP';
      return closed(path, `the server speaks ${wanted}, and this is something else`, trace);
    }
    return {
      ...verdict,
      ...withAdmission(proxy, call, decideHttp(proxy, handler, call, path, trace), trace),
    };
  }
}

/** A gateway refuses before it looks at routes. */
function refused({ status, reason }: Admission, path: ProxyPath): Result {
  const authorization = Object.freeze({ allowed: false, ...(status !== undefined && { status }), reason });
  const result =
    status === undefined
      ? bare(path, [Object.freeze({ kind: 'closed', probability: 1, reason })])
      : answer(path, status, undefined, reason);
  return { ...result, authorization };
}

function explainAdmission({ allowed, reason, steps }: Admission, trace: Trace): void {
  const text = `the gateway ${allowed === false ? 'does not let' : 'lets'} it in: ${reason}`;
  trace.add('security', allowed === false ? 'rejected' : 'noted', text, {}, steps);
}
