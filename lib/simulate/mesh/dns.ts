import type { Catalog } from '../../manifest/catalog';
import { fieldsOf, textsOf } from '../../manifest/fields';
import type { EndpointIndex } from '../cluster/endpoints';
import { isSubsetOf, isWildcard } from '../names/host';
import { KINDS } from './config';
import type { Service } from './service';
import type { World } from './world';
import { isIP } from '../names/ip';

/** Stands for whatever address the public DNS would say. */
const EXTERNAL_ADDRESS = '203.0.113.10';

/** What a name leads to. */
export interface Resolved {
  readonly address: string;
  /** The Service that has the name. */
  readonly service?: Service;
  /** Nothing in the manifests has the name, and the address is made up. */
  readonly isUnknown?: true;
}

/**
 * What a name leads to for a pod of a namespace, as the cluster's DNS says: through its search path to Services, then to
 * ServiceEntries. Any other name is taken to be one of the internet.
 */
export function resolveName(
  world: World,
  endpoints: EndpointIndex,
  name: string,
  namespace: string,
): Resolved {
  const host = name.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return { address: bare };
  const { domain } = world.settings;
  for (const suffix of ['', `.${namespace}.svc.${domain}`, `.svc.${domain}`, `.${domain}`]) {
    const found = ofKubernetes(world, endpoints, host + suffix, namespace);
    if (found) return found;
  }
  const entry = entryFor(world, host);
  return { address: entry?.address ?? EXTERNAL_ADDRESS, ...(!entry && { isUnknown: true }) };
}

function ofKubernetes(
  world: World,
  endpoints: EndpointIndex,
  full: string,
  namespace: string,
): Resolved | undefined {
  const service = kubernetesService(world, full);
  if (service) {
    if (service.externalName !== undefined) {
      return service.externalName === full
        ? undefined
        : resolveName(world, endpoints, service.externalName, namespace);
    }
    if (service.addresses.length > 0) return { address: service.addresses[0]!, service };
  }
  const dot = full.indexOf('.');
  const headless = service ?? kubernetesService(world, full.slice(dot + 1));
  if (headless?.resolution !== 'original') return undefined;
  const members = headless.ports.flatMap((port) => endpoints.of(headless, port));
  const pod = service ? members[0] : members.find(({ name }) => full.slice(0, dot).startsWith(name));
  const address = pod?.addresses[0];
  return address === undefined ? undefined : { address, service: headless };
}

function kubernetesService({ registry }: World, hostname: string): Service | undefined {
  for (const service of registry.named(hostname)?.values() ?? []) {
    if (service.registry === 'kubernetes') return service;
  }
  return undefined;
}

/** The first entry for the name. */
function entryFor({ catalog }: World, host: string): Entry | undefined {
  let known = entries.get(catalog);
  if (!known) entries.set(catalog, (known = readEntries(catalog)));
  const exact = known.exact.get(host);
  const wild = known.wildcards.find((one) => isSubsetOf(host, one.host));
  if (!exact || !wild) return exact ?? wild;
  return exact.order < wild.order ? exact : wild;
}

interface Entry {
  readonly host: string;
  readonly order: number;
  /** The first one, or the start of the first range. */
  readonly address?: string;
}

interface Entries {
  readonly exact: ReadonlyMap<string, Entry>;
  readonly wildcards: readonly Entry[];
}

const entries = new WeakMap<Catalog, Entries>();

/** The hosts of ServiceEntries. */
function readEntries(catalog: Catalog): Entries {
  const exact = new Map<string, Entry>();
  const wildcards: Entry[] = [];
  catalog.list(KINDS.serviceEntry).forEach(({ object }, order) => {
    const { hosts, addresses } = fieldsOf(object.spec);
    const address = textsOf(addresses)[0]?.split('/')[0];
    for (const text of textsOf(hosts)) {
      const host = text.toLowerCase();
      const entry: Entry = { host, order, ...(address !== undefined && { address }) };
      if (isWildcard(host)) wildcards.push(entry);
      else if (!exact.has(host)) exact.set(host, entry);
    }
  });
  return { exact, wildcards };
}
