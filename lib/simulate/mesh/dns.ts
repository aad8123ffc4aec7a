import { isIP } from 'node:net';
import type { EndpointIndex } from '../cluster/endpoints';
import { isSubsetOf } from '../names/host';
import { fieldsOf, textsOf } from '../../manifest/fields';
import { KINDS } from './config';
import type { Service } from './service';
import type { World } from './world';

/** Stands for whatever address the public DNS would say. */
export const EXTERNAL_ADDRESS = '203.0.113.10';

/**
 * The address that a name leads to for a pod of a namespace, as the cluster's DNS says: through its search path to
 * Services, then to ServiceEntries. Any other name is taken to be one of the internet.
 */
export function resolveName(world: World, endpoints: EndpointIndex, name: string, namespace: string): string {
  const host = name.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return bare;
  const { domain } = world.settings;
  for (const suffix of ['', `.${namespace}.svc.${domain}`, `.svc.${domain}`, `.${domain}`]) {
    const address = kubernetesAddress(world, endpoints, host + suffix, namespace);
    if (address !== undefined) return address;
  }
  return entryAddress(world, host) ?? EXTERNAL_ADDRESS;
}

function kubernetesAddress(
  world: World,
  endpoints: EndpointIndex,
  full: string,
  namespace: string,
): string | undefined {
  const service = kubernetesService(world, full);
  if (service) {
    if (service.externalName !== undefined) {
      return service.externalName === full
        ? undefined
        : resolveName(world, endpoints, service.externalName, namespace);
    }
    if (service.addresses.length > 0) return service.addresses[0];
  }
  const dot = full.indexOf('.');
  const headless = service ?? kubernetesService(world, full.slice(dot + 1));
  if (headless?.resolution !== 'original') return undefined;
  const members = headless.ports.flatMap((port) => endpoints.of(headless, port));
  const pod = service ? members[0] : members.find(({ name }) => full.slice(0, dot).startsWith(name));
  return pod?.addresses[0];
}

function kubernetesService({ registry }: World, hostname: string): Service | undefined {
  for (const service of registry.named(hostname)?.values() ?? []) {
    if (service.registry === 'kubernetes') return service;
  }
  return undefined;
}

/** The first address, or the start of the range, of the first entry for the name. */
function entryAddress({ catalog }: World, host: string): string | undefined {
  for (const { object } of catalog.list(KINDS.serviceEntry)) {
    const { hosts, addresses } = fieldsOf(object.spec);
    if (!textsOf(hosts).some((own) => isSubsetOf(host, own.toLowerCase()))) continue;
    return textsOf(addresses)[0]?.split('/')[0];
  }
  return undefined;
}
