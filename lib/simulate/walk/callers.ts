import { Clusters } from '../cluster/clusters';
import { EndpointIndex } from '../cluster/endpoints';
import type { Place } from '../cluster/locality';
import type { Call } from '../call';
import type { Trace } from '../explain/trace';
import type { GatewayTarget } from '../ingress/merge';
import { labelsOf, selects, type Labels } from '../mesh/labels';
import type { Workload } from '../mesh/kubernetes';
import { WorkloadIndex } from '../mesh/workload-index';
import type { World } from '../mesh/world';
import type { Caller, GatewayRef, OutsideCaller, Request, WorkloadCaller } from '../request';
import { UNKNOWN_ACCOUNT } from '../security/peer';
import { gatewayScope, sidecarScope } from '../scope/scope';
import { GatewayWalk } from './gateway';
import { OutsideWalk } from './outside';
import type { Result } from './http';
import { mentionedLabels } from './mentioned';
import { makeProxy, type Proxy, type View } from './proxy';
import { SidecarWalk } from './sidecar';
import type { PortTable } from './port-table';

/** The way of a request through one proxy. */
export interface Walk {
  readonly proxy: Proxy;
  decide(request: Request, call: Call, trace: Trace | undefined): Result;
  /** What it has for a host, port by port. */
  tablesOf(host: string): readonly PortTable[];
}

interface Identity {
  readonly namespace: string;
  readonly labels: Labels;
  readonly serviceAccount: string;
  readonly addresses: readonly string[];
  readonly locality?: string;
}

const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';
const UNTRANSLATED = 'experimental.istio.io/disable-gateway-port-translation';

/** Finds the proxy of a caller. Each is made once. */
export class Callers {
  private readonly endpoints: EndpointIndex;
  private readonly workloads: WorkloadIndex;
  private readonly walks = new Map<string, Walk>();
  private readonly byText = new Map<string, Walk>();
  private readonly views = new Map<string, View>();

  constructor(private readonly world: World) {
    this.endpoints = new EndpointIndex(world);
    this.workloads = new WorkloadIndex(world.workloads);
  }

  /** @throws if there is no such caller */
  walkOf(caller: Caller): Walk {
    const key = typeof caller === 'string' ? caller : JSON.stringify(caller);
    let walk = this.byText.get(key);
    if (!walk) {
      walk = this.find(typeof caller === 'string' ? parseCaller(caller) : caller);
      this.byText.set(key, walk);
    }
    return walk;
  }

  private find(caller: Exclude<Caller, string>): Walk {
    if ('gateway' in caller && caller.gateway) return this.gatewayWalk(caller.gateway);
    if ('outside' in caller && caller.outside) return this.outsideWalk(caller);
    const identity = this.identify(caller as WorkloadCaller);
    const { namespace, labels, serviceAccount } = identity;
    return this.once(`sidecar ${namespace} ${serviceAccount} ${identity.locality} ${keyOf(labels)}`, () => {
      const proxy = makeProxy('sidecar', this.world, this.viewOf(namespace, identity), labels, identity);
      return new SidecarWalk(proxy, this.endpoints, identity.locality === undefined);
    });
  }

  private outsideWalk({ namespace = 'default' }: OutsideCaller): Walk {
    return this.once(`outside ${namespace}`, () => {
      const place = { labels: labelsOf({}) };
      const facts = { serviceAccount: 'default', addresses: [] };
      const proxy = makeProxy('none', this.world, this.viewOf(namespace, place), place.labels, facts);
      return new OutsideWalk(proxy, this.endpoints);
    });
  }

  private gatewayWalk({ namespace, name, labels }: GatewayRef): Walk {
    const own = namespace ?? (name === undefined ? 'istio-system' : 'default');
    const wanted =
      name === undefined ? labelsOf(labels ?? { istio: 'ingressgateway' }) : new Map([[GATEWAY_NAME, name]]);
    const found = this.workload(own, wanted);
    const all = found?.labels ?? wanted;
    return this.once(`gateway ${own} ${keyOf(all)}`, () => {
      const scope = gatewayScope(this.world, own, all);
      const view = {
        scope,
        clusters: new Clusters(this.world, scope, this.endpoints, true, { labels: all }),
      };
      const serviceAccount = found?.serviceAccount ?? UNKNOWN_ACCOUNT;
      const facts = { serviceAccount, addresses: found?.addresses ?? [] };
      const proxy = makeProxy('gateway', this.world, view, all, facts);
      return new GatewayWalk(proxy, this.world.gateways, this.targetsOf(own, all));
    });
  }

  /** Workloads of a namespace that no selector tells apart see the same. */
  private viewOf(namespace: string, place: Place): View {
    const { labels, locality = '' } = place;
    const mentioned = mentionedLabels(this.world);
    const key = keyOf(new Map([...labels].filter(([name]) => mentioned.has(name))));
    let view = this.views.get(`${namespace} ${locality} ${key}`);
    if (!view) {
      const scope = sidecarScope(this.world, namespace, labels);
      view = { scope, clusters: new Clusters(this.world, scope, this.endpoints, false, place) };
      this.views.set(`${namespace} ${locality} ${key}`, view);
    }
    return view;
  }

  private once(key: string, make: () => Walk): Walk {
    let walk = this.walks.get(key);
    if (!walk) this.walks.set(key, (walk = make()));
    return walk;
  }

  /** The services in front of pods with these labels. */
  private targetsOf(namespace: string, labels: Labels): readonly GatewayTarget[] {
    return this.world.registry.services
      .filter(
        ({ registry, selector, ...one }) =>
          registry === 'kubernetes' && one.namespace === namespace && selector && selects(selector, labels),
      )
      .flatMap(({ hostname, ports, labels: own }) =>
        ports.map(({ number, target }) => ({
          hostname,
          namespace,
          port: number,
          target: typeof target === 'number' ? target : this.namedPort(namespace, labels, target, number),
          isUntranslated: own.has(UNTRANSLATED),
        })),
      );
  }

  private namedPort(namespace: string, labels: Labels, name: string | undefined, number: number): number {
    return (
      (name === undefined ? undefined : this.workload(namespace, labels)?.namedPorts.get(name)) ?? number
    );
  }

  /** The first workload that carries the labels, which may carry more. */
  private workload(namespace: string, labels: Labels): Workload | undefined {
    return this.workloads.first(namespace, labels);
  }

  private identify({
    namespace = 'default',
    name,
    labels,
    serviceAccount,
    locality,
  }: WorkloadCaller): Identity {
    const place = locality === undefined ? {} : { locality };
    if (labels || name === undefined) {
      const wanted = labelsOf(labels);
      const like = wanted.size > 0 ? this.workload(namespace, wanted) : undefined;
      return {
        namespace,
        labels: like?.labels ?? wanted,
        serviceAccount: serviceAccount ?? like?.serviceAccount ?? 'default',
        addresses: like?.addresses ?? [],
        ...place,
      };
    }
    const found = this.workloads.in(namespace).find((one) => one.name === name);
    if (!found) throw new Error(this.unknown(namespace, name));
    const { labels: own, addresses } = found;
    return {
      namespace,
      labels: own,
      serviceAccount: serviceAccount ?? found.serviceAccount ?? 'default',
      addresses,
      ...place,
    };
  }

  private unknown(namespace: string, name: string): string {
    const names = this.workloads.in(namespace).map((one) => one.name);
    const known =
      names.length > 0 ? `${namespace} has ${names.slice(0, 20).join(', ')}` : `${namespace} has none`;
    return `the caller must be a workload of the manifests, got ${namespace}/${name}; ${known}, or give its labels`;
  }
}

function parseCaller(text: string): WorkloadCaller {
  const [namespace, name, ...rest] = text.split('/');
  if (!namespace || !name || rest.length > 0) {
    throw new Error(
      `the caller must be namespace/name, got ${text}; name a workload of the manifests, or give labels`,
    );
  }
  return { namespace, name };
}

function keyOf(labels: Labels): string {
  return [...labels]
    .map(([key, text]) => `${key}=${text}`)
    .sort()
    .join();
}
