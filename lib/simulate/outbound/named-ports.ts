import type { Service } from '../mesh/service';
import { serviceDomains } from './domains';

type Services = ReadonlyMap<string, Service>;

/** The ports of the services that a name is for, as a namespace sees them, smallest first. */
export function portsNamed(
  host: string,
  services: Services,
  namespace: string,
  domain: string,
): readonly number[] {
  let index = indexes.get(services);
  if (!index) indexes.set(services, (index = indexOf(services, domain)));
  // The name alone is enough within a namespace.
  const candidates = [...(index.get(host) ?? []), ...(index.get(`${host}.${namespace}`) ?? [])];
  const ports = new Set<number>();
  for (const service of candidates) {
    const isNamed =
      service.hostname === host || serviceDomains(service, namespace, domain).all.includes(host);
    if (isNamed) for (const { number } of service.ports) ports.add(number);
  }
  return [...ports].sort((a, b) => a - b);
}

/** Services by the names that everybody may use: made once for all proxies that have the same services. */
type NameIndex = ReadonlyMap<string, readonly Service[]>;

const indexes = new WeakMap<Services, NameIndex>();

/** No namespace is called so. */
const NOBODYS = '';

function indexOf(services: Services, domain: string): NameIndex {
  const index = new Map<string, Service[]>();
  for (const service of services.values()) {
    for (const name of new Set(serviceDomains(service, NOBODYS, domain).all)) {
      const list = index.get(name);
      if (list) list.push(service);
      else index.set(name, [service]);
    }
  }
  return index;
}
