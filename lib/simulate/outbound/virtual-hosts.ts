import { destinationHash, serviceHash } from '../destination-rule/hash';
import type { Labels } from '../mesh/labels';
import { isHttpOrAuto } from '../mesh/protocol';
import { portOf, type Service } from '../mesh/service';
import type { MeshSettings } from '../mesh/settings';
import { isWildcard, overlaps, withoutPort } from '../names/host';
import { clusterName } from '../route/cluster-name';
import { lazy } from '../route/lazy';
import type { HashPolicy, Route } from '../route/model';
import { retriesOf } from '../route/retries';
import { DomainIndex, type Hosts, type PassedOver, type VirtualHost } from '../route/table';
import {
  destinationCluster,
  hasRoutes,
  mayBeRefused,
  refusalOf,
  translateRoutes,
  type Audience,
} from '../route/translate';
import { EVERYTHING } from '../route/translate-match';
import type { Egress } from '../scope/egress';
import type { Scope } from '../scope/scope';
import { readRetries } from '../virtual-service/read-actions';
import type { Destination, VirtualService } from '../virtual-service/model';
import { HostIndex } from '../virtual-service/host-index';
import { serviceDomains, type Domains } from './domains';
import { ServiceIndex } from './service-index';

const MESH: ReadonlySet<string> = new Set(['mesh']);

/** One sidecar, and the part of its scope that is for a port. */
export interface OutboundPort {
  readonly scope: Scope;
  readonly labels: Labels;
  readonly settings: MeshSettings;
  readonly egress: Egress;
  readonly port: number;
}

/**
 * The virtual hosts that a sidecar has for a port, each looked for when it is asked for.
 *
 * VirtualServices take their hosts in order, and the first one that has any route for this caller and port takes all of a
 * host. Services that nobody took get a route to themselves. What a name leads to depends only on the services and
 * VirtualServices that could claim it, so that these are all that is looked at.
 */
export class OutboundHosts implements Hosts {
  /** Why Envoy refuses all of them. */
  readonly refusal: string | undefined;
  private readonly services: ServiceIndex;
  private readonly policies: HostIndex;
  private readonly audience: Audience;
  private readonly claims = new Map<VirtualService, Claims>();
  private readonly byHost = new Map<string, VirtualHost | undefined>();
  private readonly defaults = new Map<string, VirtualHost['routes']>();

  constructor(private readonly given: OutboundPort) {
    const { egress, port, settings } = given;
    this.services = ServiceIndex.of(egress.services, port, settings.domain);
    this.policies = HostIndex.of(egress.virtualServices);
    this.audience = outboundAudience(given, this.services.byHost);
    this.refusal = this.findRefusal();
  }

  find(authority: string): VirtualHost | undefined {
    const host = withoutPort(authority).toLowerCase();
    if (this.byHost.has(host)) return this.byHost.get(host);
    const found = this.around(host).find(host);
    // Anybody may make up names.
    if (this.byHost.size > 20_000) this.byHost.clear();
    this.byHost.set(host, found);
    return found;
  }

  /** In the mesh no host is `*`. */
  findNamed(authority: string): VirtualHost | undefined {
    return this.find(authority);
  }

  named(domain: string): VirtualHost | undefined {
    return this.around(domain).named(domain);
  }

  /** The virtual hosts with all domains that a host may be for. */
  private around(host: string): DomainIndex {
    const { port, scope, settings } = this.given;
    const services = this.services.candidates(host, scope.namespace);
    const claims = this.policies
      .about([host, ...services.map(({ hostname }) => hostname)])
      .map((service) => this.claimsOf(service));
    const taken = new Set<Service>();
    const passedOver = new Map<string, PassedOver[]>();
    for (const { service, attached, reason } of claims) {
      for (const one of services) {
        if (!attached.has(one)) continue;
        if (reason !== undefined) note(passedOver, one.hostname, { service, reason });
        else if (taken.has(one)) note(passedOver, one.hostname, { service, reason: OLDER_WINS });
        else taken.add(one);
      }
    }
    const known = this.services.byHost;
    const builder = new Builder((name) => this.isVirtualHost(known.get(name)), passedOver, port);
    for (const { service, hosts, attached, routes, isUsed } of claims) {
      if (!isUsed) continue;
      for (const own of hosts) {
        if (own === host || (isWildcard(own) && overlaps(own, host)))
          builder.add(own, { all: [own], short: NO_NAMES }, routes, service);
      }
      for (const one of services) {
        if (attached.has(one) && this.isHttpOn(one))
          builder.add(one.hostname, serviceDomains(one, scope.namespace, settings.domain), routes, service);
      }
    }
    for (const one of services) {
      if (taken.has(one) || one.resolution === 'alias' || !this.isHttpOn(one)) continue;
      const domains = serviceDomains(one, scope.namespace, settings.domain);
      builder.add(one.hostname, domains, this.defaultRoutes(one), undefined);
    }
    return builder.index;
  }

  /** Whether a service has a virtual host: an alias has none unless a VirtualService is for it. */
  private isVirtualHost(service: Service | undefined): boolean {
    if (!service || !this.isHttpOn(service)) return false;
    if (service.resolution !== 'alias') return true;
    return this.policies
      .about([service.hostname])
      .map((one) => this.claimsOf(one))
      .some(({ attached, reason }) => reason === undefined && attached.has(service));
  }

  private isHttpOn(service: Service): boolean {
    return isHttpOrAuto(portOf(service, this.given.port)!.protocol);
  }

  private defaultRoutes(service: Service): VirtualHost['routes'] {
    let routes = this.defaults.get(service.hostname);
    if (!routes) {
      routes = lazy(() => [defaultRoute(service, this.given)]);
      this.defaults.set(service.hostname, routes);
    }
    return routes;
  }

  private claimsOf(service: VirtualService): Claims {
    let claims = this.claims.get(service);
    if (!claims) this.claims.set(service, (claims = this.look(service)));
    return claims;
  }

  private look(service: VirtualService): Claims {
    const { scope, port } = this.given;
    const found = attach(service, this.services, this.policies);
    const isRoute = service.semantics === 'gateway-api';
    const allowed = isRoute
      ? found.attached.filter(
          ({ namespace }) => namespace === service.namespace || scope.namespace === service.namespace,
        )
      : found.attached;
    const reason =
      isRoute && allowed.length === 0
        ? NOT_FOR_CALLER
        : hasRoutes(service, this.audience)
          ? undefined
          : NO_ROUTES;
    const attached = new Set(isRoute && allowed.length === 0 ? found.attached : allowed);
    return {
      service,
      hosts: found.hosts,
      attached,
      ...(reason !== undefined && { reason }),
      isUsed: reason === undefined && (port === 80 || allowed.some((one) => this.isHttpOn(one))),
      routes: lazy(() => translateRoutes(service, this.audience)),
    };
  }

  private findRefusal(): string | undefined {
    for (const service of this.policies.list) {
      if (!mayBeRefused(service)) continue;
      const refusal = this.claimsOf(service).isUsed ? refusalOf(service, this.audience) : undefined;
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }
}

const NO_ROUTES = 'it has no rule for this caller and port';
const OLDER_WINS = 'an older one has the host already, and a sidecar uses only one for each host';
const NOT_FOR_CALLER = 'a route counts in the namespaces of the service and of the caller only';
const NO_NAMES: ReadonlySet<string> = new Set();

/** What a VirtualService is about on this port. */
interface Claims {
  readonly service: VirtualService;
  /** Hosts that no service has, in lower case. */
  readonly hosts: readonly string[];
  readonly attached: ReadonlySet<Service>;
  /** Why it is not used. */
  readonly reason?: string;
  /** It has virtual hosts. */
  readonly isUsed: boolean;
  readonly routes: VirtualHost['routes'];
}

/** The services that a VirtualService is about, and the hosts of it that are no services. */
function attach(
  service: VirtualService,
  services: ServiceIndex,
  policies: HostIndex,
): { hosts: readonly string[]; attached: readonly Service[] } {
  const hosts: string[] = [];
  const attached: Service[] = [];
  const lower = service.hosts.map((host) => host.toLowerCase());
  for (const host of lower) {
    if (isWildcard(host)) continue;
    const own = services.byHost.get(host);
    if (own) attached.push(own);
    else hosts.push(host);
  }
  for (const host of lower) {
    if (!isWildcard(host)) continue;
    const inside = service.semantics === 'gateway-api' ? [] : services.overlapping(host);
    if (inside.length === 0) hosts.push(host);
    for (const own of inside) if (policies.narrowestFor(own.hostname) === service) attached.push(own);
  }
  return { hosts, attached };
}

function outboundAudience(
  { scope, labels, settings, port }: OutboundPort,
  services: ReadonlyMap<string, Service>,
): Audience {
  return {
    port,
    isTls: false,
    gateways: MESH,
    namespace: scope.namespace,
    labels,
    defaultRetries: settings.defaultRetries && readRetries(settings.defaultRetries),
    clusterOf: (destination) => destinationCluster(destination, services.get(destination.host), port),
    hashOf: (destination: Destination): HashPolicy | undefined =>
      destinationHash(scope.destinationRule(destination.host), destination),
  };
}

/** Everything goes to the service. */
function defaultRoute({ hostname }: Service, { scope, port, settings }: OutboundPort): Route {
  const hash = serviceHash(scope.destinationRule(hostname), port);
  const retries = retriesOf(undefined, settings.defaultRetries && readRetries(settings.defaultRetries));
  return {
    name: 'default',
    match: EVERYTHING,
    action: {
      kind: 'forward',
      targets: [{ cluster: clusterName(hostname, port, ''), weight: 1 }],
      ...(retries && { retries }),
      mirrors: [],
      affinity: Object.freeze(hash ? [hash] : []),
      missing: 503,
    },
  };
}

/** Gives each virtual host the domains that are left. */
class Builder {
  readonly index = new DomainIndex();

  constructor(
    /** Whether a name is the full name of a virtual host. */
    private readonly isFullName: (name: string) => boolean,
    private readonly passedOver: ReadonlyMap<string, readonly PassedOver[]>,
    private readonly port: number,
  ) {}

  add(
    host: string,
    { all, short }: Domains,
    routes: VirtualHost['routes'],
    service: VirtualService | undefined,
  ): void {
    const name = `${host}:${this.port}`;
    if (this.index.named(host)?.name === name) return;
    const made: VirtualHost = {
      name,
      routes,
      services: service ? [service] : NOBODY,
      passedOver: this.passedOver.get(host) ?? NOBODY,
    };
    for (const domain of all) {
      if (!short.has(domain) || !this.isFullName(domain)) this.index.claim(domain, made);
    }
  }
}

const NOBODY: readonly never[] = Object.freeze([]);

function note<K, V>(map: Map<K, V[]>, key: K, element: V): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}
