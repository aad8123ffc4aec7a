import type { Registry } from '../mesh/registry';
import { sameLabels } from '../mesh/labels';
import type { Service } from '../mesh/service';
import { isSubsetOf, isWildcard, overlaps } from '../names/host';
import type { VirtualService } from '../virtual-service/model';

/** A listener of a Sidecar's `egress`. */
export interface EgressListener {
  /** `namespace/host` */
  readonly hosts: readonly string[];
  readonly bind: string;
  /** Absent: all other ports. */
  readonly port?: { readonly number: number; readonly protocol: string; readonly name: string };
  /** False: nobody redirects traffic to it, so that it has to be dialled itself. */
  readonly isCaptured: boolean;
}

/** What is imported through one listener. */
export class Egress {
  readonly services: readonly Service[];
  readonly virtualServices: readonly VirtualService[];
  private readonly hosts: ImportedHosts;

  constructor(
    readonly listener: EgressListener,
    namespace: string,
    services: readonly Service[],
    virtualServices: readonly VirtualService[],
  ) {
    this.hosts = new ImportedHosts(listener.hosts, namespace);
    const { port } = listener;
    const onlyPort = port && port.protocol.toUpperCase() !== 'HTTP_PROXY' ? port.number : undefined;
    this.services =
      this.hosts.isEverything && onlyPort === undefined
        ? oneNamespaceEach(services, namespace)
        : oneNamespaceEach(
            services.flatMap((service) => this.importService(service, onlyPort) ?? []),
            namespace,
          );
    this.virtualServices = this.hosts.isEverything
      ? virtualServices
      : virtualServices.filter((one) => this.hosts.importsVirtualService(one));
  }

  private importService(service: Service, port: number | undefined): Service | undefined {
    const imported = this.hosts.ofNamespace(service.namespace).some((list) => list.imports(service.hostname));
    if (!imported) return undefined;
    const aliases = service.aliases.filter(({ hostname }) =>
      this.hosts.ofNamespace(service.namespace).some((list) => list.imports(hostname)),
    );
    const trimmed = aliases.length === service.aliases.length ? service : { ...service, aliases };
    return port === undefined ? trimmed : withPort(trimmed, port);
  }
}

class HostList {
  private readonly exact = new Set<string>();
  private readonly all: string[] = [];

  add(host: string): void {
    if (!isWildcard(host)) this.exact.add(host);
    this.all.push(host);
  }

  get isEverything(): boolean {
    return this.all.includes('*');
  }

  imports(hostname: string): boolean {
    return (
      this.exact.has(hostname) || this.all.some((host) => isWildcard(host) && isSubsetOf(hostname, host))
    );
  }

  /** A VirtualService for a wildcard is imported with any host in it; a route of the Gateway API is not. */
  importsRoute(host: string, isDirected: boolean): boolean {
    if (this.exact.has(host)) return true;
    return this.all.some((imported) => {
      if (!isWildcard(host) && !isWildcard(imported)) return false;
      return isDirected ? isSubsetOf(host, imported) : overlaps(host, imported);
    });
  }
}

class ImportedHosts {
  private readonly lists = new Map<string, HostList>();
  readonly isEverything: boolean;

  constructor(hosts: readonly string[], namespace: string) {
    for (const entry of hosts) {
      const [first, host, ...rest] = entry.split('/');
      if (host === undefined || rest.length > 0 || first === '~') continue;
      const key = first === '.' ? namespace : first!;
      let list = this.lists.get(key);
      if (!list) this.lists.set(key, (list = new HostList()));
      list.add(host);
    }
    this.isEverything = this.lists.get('*')?.isEverything ?? false;
  }

  /** What is said of the namespace, then what is said of all. */
  ofNamespace(namespace: string): readonly HostList[] {
    return [this.lists.get(namespace), this.lists.get('*')].filter((list) => list !== undefined);
  }

  importsVirtualService({ namespace, hosts, semantics }: VirtualService): boolean {
    return this.ofNamespace(namespace).some((list) =>
      hosts.some((host) => list.importsRoute(host, semantics === 'gateway-api')),
    );
  }
}

/** A service with one of its ports. Nothing if it has no such port. */
export function withPort(service: Service, number: number): Service | undefined {
  const port = service.ports.find((one) => one.number === number);
  if (!port) return undefined;
  return service.ports.length === 1 ? service : { ...service, ports: [port] };
}

/** A hostname is that of one namespace: the caller's own, else where a Service has it, else the first. */
function oneNamespaceEach(services: readonly Service[], own: string): readonly Service[] {
  let shared = sharedHosts.get(services);
  if (!shared) sharedHosts.set(services, (shared = findShared(services)));
  const { winners, namespaces } = shared;
  // Who has none of the hostnames that several namespaces have gets the same list as everybody.
  if (!namespaces.has(own)) return shared.everybodys;
  return services.filter(
    ({ hostname, namespace }) =>
      namespace === (namespaces.get(own)!.has(hostname) ? own : (winners.get(hostname) ?? namespace)),
  );
}

interface SharedHosts {
  /** The namespace that has a hostname which several have, unless one's own has it. */
  readonly winners: ReadonlyMap<string, string>;
  /** Those hostnames by namespace. */
  readonly namespaces: ReadonlyMap<string, ReadonlySet<string>>;
  readonly everybodys: readonly Service[];
}

const sharedHosts = new WeakMap<readonly Service[], SharedHosts>();

function findShared(services: readonly Service[]): SharedHosts {
  const first = new Map<string, Service>();
  const winners = new Map<string, string>();
  const namespaces = new Map<string, Set<string>>();
  const note = ({ namespace, hostname }: Service): void => {
    const hosts = namespaces.get(namespace);
    if (hosts) hosts.add(hostname);
    else namespaces.set(namespace, new Set([hostname]));
  };
  for (const service of services) {
    const best = first.get(service.hostname);
    const isBetter = best?.registry === 'external' && service.registry === 'kubernetes';
    if (!best || isBetter) first.set(service.hostname, service);
    if (!best || best.namespace === service.namespace) continue;
    note(best);
    note(service);
    winners.set(service.hostname, first.get(service.hostname)!.namespace);
  }
  for (const hostname of winners.keys()) winners.set(hostname, first.get(hostname)!.namespace);
  const everybodys =
    winners.size === 0
      ? services
      : services.filter(({ hostname, namespace }) => namespace === (winners.get(hostname) ?? namespace));
  return { winners, namespaces, everybodys };
}

/**
 * The services of all listeners together, and those that VirtualServices lead to: these are known to the proxy even if
 * the Sidecar does not list them.
 */
export function mergedServices(
  registry: Registry,
  listeners: readonly Egress[],
  namespace: string,
  others: readonly Service[] = [],
): ReadonlyMap<string, Service> {
  const isWhole = listeners.length === 1 && !listeners[0]!.listener.port;
  let merged = united(others);
  let isOwn = false;
  const add = (service: Service): void => {
    if (!isOwn) merged = new Map(merged);
    isOwn = true;
    addService(merged as Map<string, Service>, service);
  };
  for (const { services, virtualServices, listener } of listeners) {
    if (merged.size === 0) merged = united(services);
    else for (const service of united(services).values()) add(service);
    const only =
      listener.port && listener.port.protocol.toUpperCase() !== 'HTTP_PROXY'
        ? listener.port.number
        : undefined;
    const leading = isWhole ? leadingElsewhere(registry, services, virtualServices) : virtualServices;
    for (const one of leading) {
      for (const [host, ports] of destinations(one, namespace)) {
        const service = findDestination(registry, host, namespace);
        if (!service || merged.get(host) === service) continue;
        const found = only === undefined ? withPorts(service, ports) : withPort(service, only);
        if (found) add(found);
      }
    }
  }
  return merged;
}

const leadings = new WeakMap<
  readonly Service[],
  WeakMap<readonly VirtualService[], readonly VirtualService[]>
>();

/** The VirtualServices that lead to anything that is not in a list of services for certain: there are few. */
function leadingElsewhere(
  registry: Registry,
  services: readonly Service[],
  all: readonly VirtualService[],
): readonly VirtualService[] {
  let known = leadings.get(services);
  if (!known) leadings.set(services, (known = new WeakMap()));
  let found = known.get(all);
  if (!found) {
    const there = united(services);
    const isElsewhere = (host: string): boolean => !there.has(host) || registry.isShared(host);
    found = all.filter((one) => allDestinations(one).some(isElsewhere));
    known.set(all, found);
  }
  return found;
}

/** The caller's own namespace, else a Service that it sees, else the oldest ServiceEntry that it sees. */
function findDestination(registry: Registry, host: string, namespace: string): Service | undefined {
  const named = registry.named(host);
  if (!named) return undefined;
  const own = named.get(namespace);
  if (own) return own;
  const visible = [...named.values()].filter((service) => registry.isVisible(service, namespace));
  return (
    visible.find(({ registry: from }) => from === 'kubernetes') ??
    visible.reduce<Service | undefined>(
      (best, one) => (best && best.created <= one.created ? best : one),
      undefined,
    )
  );
}

/** Ports by host. */
type Destinations = ReadonlyMap<string, ReadonlySet<number>>;

const unions = new WeakMap<readonly Service[], ReadonlyMap<string, Service>>();

/** The services of a list by hostname. Many namespaces see the same list. */
function united(services: readonly Service[]): ReadonlyMap<string, Service> {
  let union = unions.get(services);
  if (!union) {
    const made = new Map<string, Service>();
    for (const service of services) addService(made, service);
    unions.set(services, (union = made));
  }
  return union;
}

const known = new WeakMap<VirtualService, Map<string, Destinations>>();

const hosts = new WeakMap<VirtualService, readonly string[]>();

/** The hosts that a VirtualService may send anybody to. */
export function allDestinations(service: VirtualService): readonly string[] {
  let found = hosts.get(service);
  if (!found) hosts.set(service, (found = [...findDestinations(service, undefined).keys()]));
  return found;
}

/** Where a VirtualService may send a caller of a namespace to: hosts, and their ports, 0 for any. */
function destinations(service: VirtualService, namespace: string): ReadonlyMap<string, ReadonlySet<number>> {
  const isSpecific = service.http.some(({ matches }) =>
    matches.some(({ sourceNamespace }) => sourceNamespace),
  );
  const key = isSpecific ? namespace : '';
  let byNamespace = known.get(service);
  if (!byNamespace) known.set(service, (byNamespace = new Map<string, Destinations>()));
  let found = byNamespace.get(key);
  if (!found) byNamespace.set(key, (found = findDestinations(service, namespace)));
  return found;
}

/** @param namespace of the caller, or anybody's */
function findDestinations(
  { http, tcp, tls }: VirtualService,
  namespace: string | undefined,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  const add = ({ host, port = 0 }: { host: string; port?: number }): void => {
    const ports = found.get(host);
    if (ports) ports.add(port);
    else found.set(host, new Set([port]));
  };
  for (const rule of http) {
    const sources = rule.matches.flatMap(({ sourceNamespace }) => sourceNamespace ?? []);
    if (namespace !== undefined && sources.length > 0 && !sources.includes(namespace)) continue;
    for (const { destination } of rule.destinations) add(destination);
    if (rule.mirror) add(rule.mirror.destination);
    for (const { destination } of rule.mirrors ?? []) add(destination);
  }
  for (const rule of [...tcp, ...tls]) for (const { destination } of rule.destinations) add(destination);
  return found;
}

function withPorts(service: Service, wanted: ReadonlySet<number>): Service | undefined {
  if (wanted.has(0)) return service;
  const ports = service.ports.filter(({ number }) => wanted.has(number));
  if (ports.length === service.ports.length) return service;
  return ports.length > 0 ? { ...service, ports } : undefined;
}

/** The first of a hostname stays, but a Service takes the name from a ServiceEntry, and like entries share their ports. */
function addService(merged: Map<string, Service>, service: Service): void {
  const existing = merged.get(service.hostname);
  if (!existing) {
    merged.set(service.hostname, service);
  } else if (existing !== service) {
    if (existing.registry === 'kubernetes' && service.registry === 'external') return;
    if (existing.registry === 'external' && service.registry === 'kubernetes') {
      merged.set(service.hostname, service);
    } else if (isMergeable(existing, service)) {
      const numbers = new Set(existing.ports.map(({ number }) => number));
      const added = service.ports.filter(({ number }) => !numbers.has(number));
      if (added.length > 0)
        merged.set(service.hostname, { ...existing, ports: [...existing.ports, ...added] });
    }
  }
}

function isMergeable(a: Service, b: Service): boolean {
  const none = new Map<string, string>();
  return (
    a.namespace === b.namespace &&
    a.resolution === b.resolution &&
    sameLabels(a.labels, b.labels) &&
    sameLabels(a.selector ?? none, b.selector ?? none) &&
    a.exportTo.size === b.exportTo.size &&
    [...a.exportTo].every((name) => b.exportTo.has(name))
  );
}
