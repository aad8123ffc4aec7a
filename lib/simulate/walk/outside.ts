import { dialledHost, type Call } from '../call';
import type { Cluster } from '../cluster/clusters';
import { receivers, type EndpointIndex } from '../cluster/endpoints';
import type { Authorization, Outcome } from '../decision';
import type { Trace } from '../explain/trace';
import { resolveName } from '../mesh/dns';
import { portOf, type Port, type Service } from '../mesh/service';
import type { Request } from '../request';
import { clusterName } from '../route/cluster-name';
import { askReceivers } from './admission';
import { httpFactsOf } from './arrival';
import { closed } from './connection';
import { bare, type Result } from './http';
import type { PortTable } from './port-table';
import type { Proxy } from './proxy';

/**
 * A client without a proxy: Kubernetes takes its connection to any endpoint of the service, whatever policies say about
 * routes, and only the receiver's own proxy has a say.
 */
export class OutsideWalk {
  constructor(
    readonly proxy: Proxy,
    private readonly endpoints: EndpointIndex,
  ) {}

  /** Nothing is distinguished on the way. */
  tablesOf(): readonly PortTable[] {
    return [];
  }

  decide(request: Request, call: Call, trace: Trace | undefined): Result {
    const { world, namespace } = this.proxy;
    const name = dialledHost(request);
    const { address, service } =
      call.address === undefined
        ? resolveName(world, this.endpoints, name, namespace)
        : { address: call.address, service: this.serviceAt(call.address) };
    trace?.add('listener', 'noted', 'the client has no proxy: no rule about routes holds for it');
    if (!service) return outcome([this.beyond(address, name, trace)]);
    const port = portOf(service, call.port);
    if (!port)
      return closed(
        {},
        `${service.hostname} has no port ${call.port}, and nobody takes the connection`,
        trace,
      );
    const cluster = this.clusterOf(service, port, call);
    if (cluster.members.length === 0) return closed({}, `no endpoint of ${service.hostname} is ready`, trace);
    const { hostname: host } = service;
    trace?.add('destination', 'chosen', `Kubernetes takes it to any endpoint of ${host}:${call.port}`);
    const forwarded: Outcome = Object.freeze({
      kind: 'forwarded',
      probability: 1,
      cluster: clusterName(host, call.port, '').name,
      host,
      port: call.port,
      workloads: cluster.workloads,
    });
    return { ...outcome([forwarded]), ...this.admission(cluster, call, trace) };
  }

  private beyond(address: string, name: string, trace: Trace | undefined): Outcome {
    trace?.add('destination', 'chosen', `${name} is no Service: the connection goes to ${address}`);
    return Object.freeze({
      kind: 'forwarded',
      probability: 1,
      cluster: 'PassthroughCluster',
      workloads: Object.freeze([]),
    });
  }

  private serviceAt(address: string): Service | undefined {
    return this.proxy.world.registry.services.find(
      ({ registry, addresses }) => registry === 'kubernetes' && addresses.includes(address),
    );
  }

  private clusterOf(service: Service, port: Port, { isTls, sni }: Call): Cluster {
    const members = this.endpoints.of(service, port);
    const transport = isTls ? ({ kind: 'tls', sni } as const) : ({ kind: 'plaintext' } as const);
    return {
      service,
      port,
      isOriginal: false,
      members,
      transports: members.map(() => transport),
      workloads: receivers(members),
    };
  }

  private admission(cluster: Cluster, call: Call, trace: Trace | undefined): Partial<Result> {
    const isHttp = call.protocol === 'http' && !call.isTls;
    const client = { call, ...(isHttp && { http: httpFactsOf(this.proxy, call) }) };
    const verdict = askReceivers(this.proxy.world, [cluster], client, trace);
    if (!verdict) return {};
    const { authorization, notModelled } = verdict;
    return {
      authorization: withoutProxysAnswer(authorization),
      ...(notModelled.length > 0 && { notModelled }),
    };
  }
}

/** Where the receiver closes the connection, 503 is the answer of the client's proxy, which is not there. */
function withoutProxysAnswer(authorization: Authorization): Authorization {
  const { status, receivers: each, ...rest } = authorization;
  return Object.freeze({
    ...rest,
    ...(status !== undefined && status !== 503 && { status }),
    ...(each && {
      receivers: Object.freeze(
        each.map(({ status: own, ...one }) =>
          Object.freeze({ ...one, ...(own !== undefined && own !== 503 && { status: own }) }),
        ),
      ),
    }),
  });
}

function outcome(outcomes: readonly Outcome[]): Result {
  return bare({}, outcomes);
}
