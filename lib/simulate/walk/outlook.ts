import type { Service } from '../mesh/service';
import type { Egress } from '../scope/egress';
import { ServiceIndex } from '../outbound/service-index';
import { identityClass } from '../security/identity-class';
import type { VirtualService } from '../virtual-service/model';
import { mentionedLabels } from './mentioned';
import { gapsOf } from './not-modelled';
import type { PortTable } from './port-table';
import type { Proxy } from './proxy';

/** What a table of a host was made of, beside what all proxies with one outlook have in common. */
interface Seen {
  readonly tables: readonly PortTable[];
  /** Who saw it. */
  readonly by: Proxy;
}

/**
 * Tables of hosts, for all sidecars that see the same services and VirtualServices, carry the same labels that any
 * policy mentions, and import everything. What may still be different for a namespace is compared host by host: the
 * address that the name leads to there, the services that it may be for, the DestinationRules in force, and what
 * policies think of the caller's identity.
 */
export class Outlook {
  private readonly known = new Map<string, Seen[]>();

  /** The tables of a host that another proxy made, if they are the same for this one; else those that it makes. */
  tablesOf(key: string, by: Proxy, make: () => readonly PortTable[]): readonly PortTable[] {
    const seen = this.known.get(key);
    const same = seen?.find((one) => isSameFor(by, one));
    if (same) return same.tables;
    const tables = make();
    if (tables.every(({ isFor }) => isFor !== 'nobody')) {
      if (seen) seen.push({ tables, by });
      else {
        // Anybody may ask for any name.
        if (this.known.size > 20_000) this.known.clear();
        this.known.set(key, [{ tables, by }]);
      }
    }
    return tables;
  }
}

function isSameFor(proxy: Proxy, { tables, by }: Seen): boolean {
  return tables.every(
    ({ leadsTo, isFor }) =>
      leadsTo.every((host) => proxy.scope.destinationRule(host) === by.scope.destinationRule(host)) &&
      (isFor === 'anybody' || classOf(proxy) === classOf(by)),
  );
}

function classOf({ world, identity }: Proxy): number {
  return identityClass(world.security, identity);
}

/** One text for namespaces in which a name leads to the same address, and may be for the same services. */
export function nameKey(
  { scope: { namespace, egress }, world }: Proxy,
  host: string,
  ip: string,
  ports: readonly number[],
): string {
  const { services } = egress[0]!;
  const meant = ports.map((port) =>
    ServiceIndex.of(services, port, world.settings.domain)
      .candidates(host, namespace)
      .map((one) => `${one.namespace}/${one.hostname}`),
  );
  return JSON.stringify([host, ip, ports, meant]);
}

type Lists = WeakMap<readonly VirtualService[], Map<string, Outlook>>;

const outlooks = new WeakMap<ReadonlyMap<string, Service>, WeakMap<readonly Service[], Lists>>();

/** The outlook that a sidecar shares with others. Nothing if it sees what no other does. */
export function outlookOf(proxy: Proxy): Outlook | undefined {
  const { egress, services, allowAny, egressProxy } = proxy.scope;
  const [only, ...others] = egress;
  const isPlain = only && others.length === 0 && isUsual(only) && !egressProxy;
  if (!isPlain || namesNamespaces(only.virtualServices)) return undefined;
  const byServices = getOrMake(outlooks, services, () => new WeakMap<readonly Service[], Lists>());
  const lists = getOrMake(byServices, only.services, (): Lists => new WeakMap());
  const byLabels = getOrMake(lists, only.virtualServices, () => new Map<string, Outlook>());
  const mentioned = mentionedLabels(proxy.world);
  const labels = [...proxy.labels].filter(([name]) => mentioned.has(name)).sort();
  const key = JSON.stringify([labels, allowAny, gapsOf(proxy)]);
  return getOrMake(byLabels, key, () => new Outlook());
}

/** A listener for all ports, as there is without any Sidecar. */
function isUsual({ listener: { port, bind, isCaptured } }: Egress): boolean {
  return !port && bind === '' && isCaptured;
}

const naming = new WeakMap<readonly VirtualService[], boolean>();

/** Whether any rule is for callers of certain namespaces. */
function namesNamespaces(services: readonly VirtualService[]): boolean {
  return getOrMake(naming, services, () =>
    services.some(({ http, tcp, tls }) =>
      [...http, ...tcp, ...tls].some(({ matches }) =>
        matches.some(({ sourceNamespace }) => sourceNamespace !== undefined),
      ),
    ),
  );
}

interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function getOrMake<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  let value = store.get(key);
  if (value === undefined) store.set(key, (value = make()));
  return value;
}
