import type { ClusterPolicy, Receiver } from '../decision';
import { policyFor } from '../destination-rule/policy';
import type { HostRule } from '../destination-rule/model';
import { selects } from '../mesh/labels';
import { portOf, type Port, type Service } from '../mesh/service';
import type { World } from '../mesh/world';
import type { ClusterName } from '../route/model';
import type { Scope } from '../scope/scope';
import { receivers, type Endpoint, type EndpointIndex } from './endpoints';
import { near, type Place } from './locality';
import { clusterPolicy } from './policy';
import { transportsOf, type EndpointTransport } from './transport';

/** A cluster that a proxy has. */
export interface Cluster {
  readonly service?: Service;
  readonly port?: Port;
  readonly rule?: HostRule;
  /** Goes where the client dialled, whoever that is. */
  readonly isOriginal: boolean;
  /** Who may be picked, and how each is spoken to. */
  readonly members: readonly Endpoint[];
  readonly transports: readonly EndpointTransport[];
  /** The same for people. */
  readonly workloads: readonly Receiver[];
  readonly policy?: ClusterPolicy;
}

const NONE = Object.freeze([]);
const ORIGINAL: Cluster = Object.freeze({
  isOriginal: true,
  members: NONE,
  transports: NONE,
  workloads: NONE,
});

/** The clusters of one proxy, each looked at when it is first asked for. */
export class Clusters {
  private readonly known = new Map<string, Cluster | undefined>();

  constructor(
    private readonly world: World,
    private readonly scope: Scope,
    private readonly endpoints: EndpointIndex,
    private readonly isGateway: boolean,
    private readonly caller: Place,
  ) {}

  /** Nothing if there is no such cluster: an unknown service, port or subset. */
  find(name: ClusterName): Cluster | undefined {
    if (!this.known.has(name.name)) this.known.set(name.name, this.look(name));
    return this.known.get(name.name);
  }

  /** One that was found before, by Envoy's name. */
  named(name: string): Cluster | undefined {
    return this.known.get(name);
  }

  /** Why there is no such cluster. */
  absence({ host, port, subset }: ClusterName): string {
    const service = this.scope.services.get(host);
    if (!service) return `no service ${host} is known to the proxy`;
    if (service.resolution === 'alias') return `${host} is another name only`;
    if (!portOf(service, port)) {
      const ports = service.ports.map(({ number }) => number).join(', ') || 'none';
      return `${host} has no port ${port}, its ports are: ${ports}`;
    }
    if (subset !== '' && !this.scope.destinationRule(host)) {
      return `no DestinationRule for ${host} is in force, so that there is no subset ${subset}`;
    }
    return subset !== '' && !this.subsetOf(host, subset)
      ? `the DestinationRule for ${host} has no subset ${subset}`
      : `${host} has no address`;
  }

  private subsetOf(host: string, subset: string): HostRule['subsets'][number] | undefined {
    return this.scope.destinationRule(host)?.subsets.find(({ name }) => name === subset);
  }

  private look({ name, host, port, subset }: ClusterName): Cluster | undefined {
    if (name === 'PassthroughCluster') return ORIGINAL;
    const service = this.scope.services.get(host);
    const own = service && portOf(service, port);
    if (!own || own.protocol === 'udp' || service.resolution === 'alias') return undefined;
    const chosen = subset === '' ? undefined : this.subsetOf(host, subset);
    if (subset !== '' && !chosen) return undefined;
    const all = this.endpoints.of(service, own);
    const labels = chosen?.labels;
    const chosenOnes = labels ? all.filter((endpoint) => selects(labels, endpoint.labels)) : all;
    const isDns = service.resolution === 'dns' || service.resolution === 'dns-single';
    if (isDns && chosenOnes.length === 0) return undefined;
    const rule = this.scope.destinationRule(host);
    const traffic = policyFor(rule, port, subset);
    const members = near(chosenOnes, this.caller, traffic, service, this.world.settings);
    const isOriginal = this.isOriginal(service, traffic.loadBalancer?.simple);
    const { transport, each } = transportsOf({
      world: this.world,
      service,
      port: own,
      subset,
      rule,
      traffic,
      members,
      isGateway: this.isGateway,
      isOriginal,
    });
    return Object.freeze({
      service,
      port: own,
      ...(rule && { rule }),
      isOriginal,
      members,
      transports: each,
      workloads: receivers(members),
      policy: clusterPolicy({ traffic, transport, isOriginal }),
    });
  }

  private isOriginal({ resolution }: Service, simple: unknown): boolean {
    return simple === 'PASSTHROUGH' || (resolution === 'original' && !this.isGateway);
  }
}
