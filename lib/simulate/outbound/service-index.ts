import { portOf, type Port, type Service } from '../mesh/service';
import { isWildcard, overlaps } from '../names/host';
import { serviceDomains } from './domains';

/** The services of a list that have a port, by the names that lead to them: made once for all who see the same list. */
export class ServiceIndex {
  static of(services: readonly Service[], port: number, domain: string): ServiceIndex {
    let ports = indexes.get(services);
    if (!ports) indexes.set(services, (ports = new Map<number, ServiceIndex>()));
    let index = ports.get(port);
    if (!index) ports.set(port, (index = new ServiceIndex(services, port, domain)));
    return index;
  }

  /** Each with this port only, by hostname in lower case. */
  readonly byHost: ReadonlyMap<string, Service>;
  private readonly order = new Map<Service, number>();
  private readonly exact = new Map<string, Service[]>();
  private readonly suffixes = new Map<string, Service[]>();

  private constructor(services: readonly Service[], port: number, domain: string) {
    this.byHost = servicesOn(services, port);
    for (const service of this.byHost.values()) {
      this.order.set(service, this.order.size);
      for (const name of serviceDomains(service, NOBODYS, domain).all) {
        if (isWildcard(name)) push(this.suffixes, name.slice(1), service);
        else push(this.exact, name, service);
      }
    }
  }

  /** All that a host may be for, for a caller in a namespace; those that it is not for may be among them. In order. */
  candidates(host: string, namespace: string): readonly Service[] {
    const found = new Set<Service>();
    const add = (list: readonly Service[] | undefined): void =>
      list?.forEach((service) => found.add(service));
    add(this.exact.get(host));
    // The name alone is enough within a namespace.
    add(this.exact.get(`${host}.${namespace}`));
    if (this.suffixes.size > 0) {
      for (let i = 0; i < host.length; i++) {
        const suffix = host.slice(i);
        add(this.suffixes.get(suffix));
        if (suffix.startsWith('.')) add(this.suffixes.get(`${suffix}.${namespace}`));
      }
      add(this.suffixes.get(''));
    }
    return found.size < 2 ? [...found] : [...found].sort((a, b) => this.order.get(a)! - this.order.get(b)!);
  }

  /** The services that a wildcard has names in common with. */
  overlapping(wildcard: string): readonly Service[] {
    return [...this.byHost].flatMap(([hostname, service]) => (overlaps(hostname, wildcard) ? [service] : []));
  }
}

const indexes = new WeakMap<readonly Service[], Map<number, ServiceIndex>>();

/** No namespace is called so: names are those that everybody may use. */
const NOBODYS = '';

function servicesOn(services: readonly Service[], port: number): ReadonlyMap<string, Service> {
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

function push<K, V>(map: Map<K, V[]>, key: K, element: V): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}
