import type { Authorization, NotModelled, ReceiverVerdict } from '../decision';
import type { Call } from '../call';
import type { Cluster } from '../cluster/clusters';
import type { Endpoint } from '../cluster/endpoints';
import type { EndpointTransport } from '../cluster/transport';
import type { Trace } from '../explain/trace';
import { isHttp } from '../mesh/protocol';
import type { World } from '../mesh/world';
import type { Facts, HttpFacts } from '../security/facts';
import { peerAuthentication } from '../security/peer-authentication';
import { receive, receiveWithoutSidecar, type PortKind, type Reception } from '../security/reception';
import { admit, guardOf, type Admission, type Guard } from '../security/security';
import { tokensOf } from '../security/token';

/** What comes of policies about security. */
export interface Verdict {
  readonly authorization: Authorization;
  readonly notModelled: readonly NotModelled[];
}

/** The caller as others see it. */
export interface Client {
  /** Absent: a client without a certificate of the mesh. */
  readonly peer?: string;
  readonly call: Call;
  /** The request as it arrives. Absent: a connection. */
  readonly http?: HttpFacts;
}

const guards = new WeakMap<World, Map<string, Guard>>();

/** What a proxy with these labels enforces. */
function guardFor(world: World, { namespace, labels }: Pick<Endpoint, 'namespace' | 'labels'>): Guard {
  let known = guards.get(world);
  if (!known) guards.set(world, (known = new Map<string, Guard>()));
  const key = `${namespace} ${[...labels].sort().join()}`;
  let guard = known.get(key);
  if (!guard) known.set(key, (guard = guardOf(world.security, { namespace, labels })));
  return guard;
}

/** Whether there is anything to ask. */
function isIdle({ policies, rules }: Guard): boolean {
  return policies.all.length === 0 && rules.length === 0;
}

/**
 * What all who may get the request say. Nothing if none of them has a policy about it, and none refuses the connection.
 */
export function askReceivers(
  world: World,
  clusters: readonly Cluster[],
  client: Client,
  trace: Trace | undefined,
): Verdict | undefined {
  const asked: { endpoint: Endpoint; admission: Admission }[] = [];
  for (const cluster of clusters) {
    cluster.members.forEach((endpoint, i) => {
      const admission = askReceiver(
        world,
        cluster,
        endpoint,
        cluster.transports[i]!,
        client,
        trace !== undefined,
      );
      if (admission) asked.push({ endpoint, admission });
    });
  }
  if (asked.length === 0) return undefined;
  const total = clusters.reduce((sum, { members }) => sum + members.length, 0);
  if (trace) {
    for (const { endpoint, admission } of asked) {
      const { allowed, reason } = admission;
      const text = `${endpoint.name} ${allowed === false ? 'does not let' : 'lets'} it in: ${reason}`;
      trace.add('security', allowed === false ? 'rejected' : 'noted', text, {}, admission.steps);
    }
  }
  return summary(asked, total);
}

function summary(asked: readonly { endpoint: Endpoint; admission: Admission }[], total: number): Verdict {
  const denied = asked.filter(({ admission }) => admission.allowed === false);
  const isDenied = denied.length === total;
  const decisive =
    (isDenied ? denied : asked.filter(({ admission }) => admission.allowed !== false))[0] ?? asked[0]!;
  const { status, reason } = decisive.admission;
  const receivers = denied.length > 0 && !isDenied ? asked.map(verdictOf) : undefined;
  const isUncertain = asked.some(({ admission }) => admission.allowed === undefined);
  return {
    authorization: Object.freeze({
      allowed: !isDenied,
      ...(isUncertain && { uncertain: true as const }),
      ...(receivers && { receivers: Object.freeze(receivers) }),
      ...(isDenied && status !== undefined && { status }),
      reason,
    }),
    notModelled: asked.flatMap(({ admission }) => admission.notModelled),
  };
}

function verdictOf({ endpoint, admission }: { endpoint: Endpoint; admission: Admission }): ReceiverVerdict {
  const { allowed, status, reason } = admission;
  const { namespace, name } = endpoint;
  return Object.freeze({
    namespace,
    name,
    allowed: allowed !== false,
    ...(status !== undefined && { status }),
    reason,
  });
}

const quiet = new WeakMap<Cluster, { http: boolean; tcp: boolean }>();

/** Whether no member has any policy about requests, and all take the connection. */
export function isQuiet(world: World, cluster: Cluster, payload: 'http' | 'tcp'): boolean {
  let known = quiet.get(cluster);
  if (!known) {
    const ask = (kind: 'http' | 'tcp'): boolean =>
      cluster.members.every(
        (member, i) =>
          receptionOf(world, cluster, member, cluster.transports[i]!, kind).isAccepted &&
          (!member.hasSidecar || isIdle(guardFor(world, member))),
      );
    quiet.set(cluster, (known = { http: ask('http'), tcp: ask('tcp') }));
  }
  return known[payload];
}

function receptionOf(
  { security }: World,
  { port }: Cluster,
  endpoint: Endpoint,
  { kind }: EndpointTransport,
  payload: 'http' | 'tcp',
): Reception {
  if (!endpoint.hasSidecar) return receiveWithoutSidecar(kind, payload);
  const { mode } = peerAuthentication(security.peers, endpoint, endpoint.port, security.mesh);
  return receive(mode, kind, portKind(port?.protocol), payload);
}

function askReceiver(
  world: World,
  cluster: Cluster,
  endpoint: Endpoint,
  transport: EndpointTransport,
  { call, http, peer }: Client,
  explain: boolean,
): Admission | undefined {
  const reception = receptionOf(world, cluster, endpoint, transport, http ? 'http' : 'tcp');
  const guard = guardFor(world, endpoint);
  if (reception.isAccepted && (!endpoint.hasSidecar || isIdle(guard))) return undefined;
  const facts: Facts = {
    ...(http && { http }),
    port: endpoint.port,
    ...(endpoint.addresses[0] !== undefined && { address: endpoint.addresses[0] }),
    ...(transport.sni !== undefined && { sni: transport.sni }),
    ...(peer !== undefined && { peer }),
    ...(call.sourceIp !== undefined && { sourceIp: call.sourceIp }),
  };
  return admit(guard, reception, facts, tokensOf(call), explain);
}

function portKind(protocol: Parameters<typeof isHttp>[0] | undefined): PortKind {
  if (protocol === undefined || protocol === 'auto') return 'auto';
  return isHttp(protocol) ? 'http' : 'tcp';
}

const GATEWAY_RECEPTION: Reception = {
  isAccepted: true,
  reads: 'http',
  isAuthenticated: false,
  reason: 'clients of a gateway are not of the mesh',
};

/** What a gateway itself says, before it looks at any route. Nothing if it has no policy. */
export function askGateway(
  world: World,
  gateway: { readonly namespace: string; readonly labels: Endpoint['labels'] },
  port: number,
  call: Call,
  http: HttpFacts | undefined,
  explain: boolean,
): Admission | undefined {
  const guard = guardFor(world, gateway);
  if (isIdle(guard)) return undefined;
  const facts: Facts = {
    ...(http && { http }),
    port,
    ...(call.isTls && { sni: call.sni }),
    ...(call.sourceIp !== undefined && { sourceIp: call.sourceIp, remoteIp: call.sourceIp }),
  };
  return admit(guard, GATEWAY_RECEPTION, facts, tokensOf(call), explain);
}
