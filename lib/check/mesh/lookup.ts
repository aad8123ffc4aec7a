import type { Port, Service } from '../../simulate/mesh/service';
import { isSubsetOf } from '../../simulate/names/host';
import { serviceNamespace } from './known';
import type { Mesh } from './mesh';

/** What a host stands for, as objects of a namespace see it. */
export interface Found {
  /** One for each address: all are of the same name and namespace. */
  readonly service: Service;
  readonly ports: readonly Port[];
}

const answers = new WeakMap<Mesh, Map<string, Found | undefined>>();

/**
 * The service of a name that one of the namespaces sees: their own first, then a Kubernetes Service, then the oldest.
 * An entry for a whole domain covers the names in it.
 */
export function findHost(mesh: Mesh, host: string, namespaces: readonly string[]): Found | undefined {
  const named = findNamed(mesh, host, namespaces);
  if (named || mesh.wildcards().length === 0) return named && { service: named, ports: named.ports };
  let known = answers.get(mesh);
  if (!known) answers.set(mesh, (known = new Map<string, Found | undefined>()));
  const key = `${host} ${namespaces.join(' ')}`;
  if (!known.has(key)) known.set(key, findWildcard(mesh, host, namespaces));
  return known.get(key);
}

function findNamed(mesh: Mesh, host: string, namespaces: readonly string[]): Service | undefined {
  let best: Service | undefined;
  for (const service of mesh.registry().named(host)?.values() ?? []) {
    if (!isSeen(mesh, service, namespaces)) continue;
    if (namespaces.includes(service.namespace)) return service;
    if (!best || (best.registry !== 'kubernetes' && service.registry === 'kubernetes')) best = service;
  }
  return best;
}

/** All of them have to be looked at, so this is remembered. */
function findWildcard(mesh: Mesh, host: string, namespaces: readonly string[]): Found | undefined {
  const service = mesh
    .wildcards()
    .find((one) => isSubsetOf(host, one.hostname) && isSeen(mesh, one, namespaces));
  return service && { service, ports: service.ports };
}

function isSeen(mesh: Mesh, service: Service, namespaces: readonly string[]): boolean {
  return namespaces.some((name) => mesh.registry().isVisible(service, name));
}

/** Who is meant by the name although it was not written in full: `reviews.shop`, `reviews.shop.svc`. */
export function meantService(mesh: Mesh, host: string): string | undefined {
  const match = /^([^.*]+)\.([^.]+)(\.svc)?$/.exec(host);
  const full = match && `${match[1]}.${match[2]}.svc.${mesh.settings.domain}`;
  return full && mesh.registry().named(full) ? full : undefined;
}

/** Whether somebody who declares services there forgot this one. Otherwise it may be declared elsewhere. */
export function isOwnHost(mesh: Mesh, host: string): boolean {
  const namespace = serviceNamespace(host, mesh.settings.domain);
  return namespace !== undefined && mesh.ownNamespaces().has(namespace);
}
