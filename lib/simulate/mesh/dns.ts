import { isIP } from 'node:net';
import type { EndpointIndex } from '../cluster/endpoints';
import type { Catalog } from '../../manifest/catalog';
import { isSubsetOf, isWildcard } from '../names/host';
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
  let known = entries.get(catalog);
  if (!known) entries.set(catalog, (known = readEntries(catalog)));
  const exact = known.exact.get(host);
  const wild = known.wildcards.find((one) => isSubsetOf(host, one.host));
  if (!exact || !wild) return (exact ?? wild)?.address;
  return exact.order < wild.order ? exact.address : wild.address;
}

interface Named {
  readonly host: string;
  readonly order: number;
  readonly address?: string;
}

interface Entries {
  readonly exact: ReadonlyMap<string, Named>;
  readonly wildcards: readonly Named[];
}

const entries = new WeakMap<Catalog, Entries>();

/** The hosts of ServiceEntries, and the address that each leads to. */
function readEntries(catalog: Catalog): Entries {
  const exact = new Map<string, Named>();
  const wildcards: Named[] = [];
  catalog.list(KINDS.serviceEntry).forEach(({ object }, order) => {
    const { hosts, addresses } = fieldsOf(object.spec);
    const address = textsOf(addresses)[0]?.split('/')[0];
    for (const text of textsOf(hosts)) {
      const host = text.toLowerCase();
      const named: Named = { host, order, ...(address !== undefined && { address }) };
      if (isWildcard(host)) wildcards.push(named);
      else if (!exact.has(host)) exact.set(host, named);
    }
  });
  return { exact, wildcards };
}
