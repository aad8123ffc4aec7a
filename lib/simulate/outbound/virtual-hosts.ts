import { destinationHash, serviceHash } from '../destination-rule/hash';
import type { Labels } from '../mesh/labels';
import { isHttpOrAuto } from '../mesh/protocol';
import { portOf, type Port, type Service } from '../mesh/service';
import type { MeshSettings } from '../mesh/settings';
import { isWildcard, overlaps } from '../names/host';
import { clusterName } from '../route/cluster-name';
import { lazy } from '../route/lazy';
import type { HashPolicy, Route } from '../route/model';
import { retriesOf } from '../route/retries';
import { DomainIndex, type PassedOver, type RouteTable, type VirtualHost } from '../route/table';
import { destinationCluster, hasRoutes, refusalOf, translateRoutes, type Audience } from '../route/translate';
import { EVERYTHING } from '../route/translate-match';
import type { Egress } from '../scope/egress';
import type { Scope } from '../scope/scope';
import { readRetries } from '../virtual-service/read-actions';
import type { Destination, VirtualService } from '../virtual-service/model';
import { serviceDomains } from './domains';

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
 * The virtual hosts that a sidecar has for a port.
 *
 * VirtualServices take their hosts in order, and the first one that has any route for this caller and port takes all of a
 * host. Services that nobody took get a route to themselves.
 */
export function outboundVirtualHosts(given: OutboundPort): Pick<RouteTable, 'hosts' | 'refusal'> {
  const { scope, egress, port, settings } = given;
  const services = servicesOn(egress, port);
  const audience = outboundAudience(given, services);
  const wrappers: Wrapper[] = [];
  const taken = new Set<string>();
  const passedOver = new Map<string, PassedOver[]>();
  const candidates = port === 80 ? egress.virtualServices : matching(egress.virtualServices, services);
  for (const service of candidates) {
    const found = attach(service, services, egress, given);
    const { hosts, attached } = found;
    const reason = found.reason ?? (hasRoutes(service, audience) ? undefined : NO_ROUTES);
    if (reason !== undefined) {
      for (const one of attached) note(passedOver, one.hostname, { service, reason });
      continue;
    }
    for (const one of attached) {
      if (taken.has(one.hostname)) note(passedOver, one.hostname, { service, reason: OLDER_WINS });
    }
    for (const { hostname } of attached) taken.add(hostname);
    const usable = attached.filter((one) => isHttpOrAuto(portOf(one, port)!.protocol));
    if (usable.length === 0 && port !== 80) continue;
    wrappers.push({ service, hosts, services: usable });
  }
  const rest = [...services.values()].filter(
    (one) =>
      !taken.has(one.hostname) && one.resolution !== 'alias' && isHttpOrAuto(portOf(one, port)!.protocol),
  );
  const known = new Set(
    [...wrappers.flatMap((wrapper) => wrapper.services), ...rest].map(({ hostname }) => hostname),
  );
  const builder = new Builder(known, passedOver, port);
  for (const { service, hosts, services: own } of wrappers) {
    const routes = lazy(() => translateRoutes(service, audience));
    for (const host of hosts) {
      builder.add(host.toLowerCase(), { all: [host.toLowerCase()], short: new Set() }, routes, service);
    }
    for (const one of own) {
      builder.add(one.hostname, serviceDomains(one, scope.namespace, settings.domain), routes, service);
    }
  }
  for (const one of rest) {
    const routes = lazy(() => [defaultRoute(one, given)]);
    builder.add(one.hostname, serviceDomains(one, scope.namespace, settings.domain), routes, undefined);
  }
  const refusal = firstOf(wrappers, ({ service }) => refusalOf(service, audience));
  return { hosts: builder.index, ...(refusal !== undefined && { refusal }) };
}

const NO_ROUTES = 'it has no rule for this caller and port';
const OLDER_WINS = 'an older one has the host already, and a sidecar uses only one for each host';

interface Wrapper {
  readonly service: VirtualService;
  /** Hosts that no service has. */
  readonly hosts: readonly string[];
  readonly services: readonly Service[];
}

/** The services that have the port, by hostname, each with this port only. */
function servicesOn({ services }: Egress, port: number): Map<string, Service> {
  const found = new Map<string, Service>();
  for (const service of services) {
    const own = portOf(service, port);
    if (own) found.set(service.hostname.toLowerCase(), onPort(service, own));
  }
  return found;
}

const trimmed = new WeakMap<Service, Map<number, Service>>();

/** The service with one of its ports, the same object each time. */
function onPort(service: Service, port: Port): Service {
  const hostname = service.hostname.toLowerCase();
  if (service.ports.length === 1 && hostname === service.hostname) return service;
  let known = trimmed.get(service);
  if (!known) trimmed.set(service, (known = new Map<number, Service>()));
  let own = known.get(port.number);
  if (!own) known.set(port.number, (own = { ...service, hostname, ports: [port] }));
  return own;
}

function matching(
  all: readonly VirtualService[],
  services: ReadonlyMap<string, Service>,
): readonly VirtualService[] {
  const wild = [...services.keys()].filter(isWildcard);
  return all.filter(({ hosts }) =>
    hosts.some((host) => {
      const lower = host.toLowerCase();
      if (services.has(lower)) return true;
      if (!isWildcard(lower)) return wild.some((service) => overlaps(lower, service));
      for (const hostname of services.keys()) if (overlaps(lower, hostname)) return true;
      return false;
    }),
  );
}

/** The services that a VirtualService is about, and the hosts of it that are no services. */
function attach(
  service: VirtualService,
  services: ReadonlyMap<string, Service>,
  egress: Egress,
  { scope }: OutboundPort,
): { hosts: readonly string[]; attached: readonly Service[]; reason?: string } {
  const hosts: string[] = [];
  const attached: Service[] = [];
  const isRoute = service.semantics === 'gateway-api';
  for (const host of service.hosts) {
    const lower = host.toLowerCase();
    if (isWildcard(lower)) continue;
    const own = services.get(lower);
    if (own) attached.push(own);
    else hosts.push(host);
  }
  for (const host of service.hosts) {
    const lower = host.toLowerCase();
    if (!isWildcard(lower)) continue;
    let isKnown = false;
    for (const [hostname, own] of isRoute ? [] : services) {
      if (!overlaps(hostname, lower)) continue;
      isKnown = true;
      if (egress.narrowestFor(hostname) === service) attached.push(own);
    }
    if (!isKnown) hosts.push(lower);
  }
  if (!isRoute) return { hosts, attached };
  const allowed = attached.filter(
    ({ namespace }) => namespace === service.namespace || scope.namespace === service.namespace,
  );
  if (allowed.length > 0) return { hosts, attached: allowed };
  return {
    hosts,
    attached,
    reason: 'a route counts in the namespaces of the service and of the caller only',
  };
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
    private readonly known: ReadonlySet<string>,
    private readonly passedOver: ReadonlyMap<string, readonly PassedOver[]>,
    private readonly port: number,
  ) {}

  add(
    host: string,
    { all, short }: { all: readonly string[]; short: ReadonlySet<string> },
    routes: VirtualHost['routes'],
    service: VirtualService | undefined,
  ): void {
    const name = `${host}:${this.port}`;
    if (this.index.named(host)?.name === name) return;
    const domains: string[] = [];
    const made: VirtualHost = {
      name,
      domains,
      routes,
      services: service ? [service] : NOBODY,
      passedOver: this.passedOver.get(host) ?? NOBODY,
    };
    for (const domain of all) {
      if (this.known.has(domain) && short.has(domain)) continue;
      if (this.index.claim(domain, made)) domains.push(domain);
    }
  }
}

const NOBODY: readonly never[] = Object.freeze([]);

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function note<K, V>(map: Map<K, V[]>, key: K, element: V): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}
