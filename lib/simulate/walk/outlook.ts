import type { Service } from '../mesh/service';
import { ServiceIndex } from '../outbound/service-index';
import type { Scope } from '../scope/scope';
import type { VirtualService } from '../virtual-service/model';
import { mentionedLabels } from './mentioned';
import { gapsOf } from './not-modelled';
import type { PortTable } from './port-table';
import type { Proxy } from './proxy';

/** What a table of a host was made of, beside what all proxies with one outlook have in common. */
interface Seen {
  readonly tables: readonly PortTable[];
  /** Whose rules it saw. */
  readonly scope: Scope;
}

/**
 * Tables of hosts, for all sidecars that see the same services and VirtualServices, carry the same labels that any
 * policy mentions, and are subject to no Sidecar. What may still be different for a namespace is compared host by host:
 * the address that the name leads to there, the services that it may be for, and the DestinationRules in force. Tables
 * that depend on who the caller is are not shared.
 */
export class Outlook {
  private readonly known = new Map<string, Seen[]>();

  /** The tables of a host that another proxy made, if they are the same for this one; else those that it makes. */
  tablesOf(key: string, { scope }: Proxy, make: () => readonly PortTable[]): readonly PortTable[] {
    const seen = this.known.get(key);
    const same = seen?.find((one) => haveSameRules(one, scope));
    if (same) return same.tables;
    const tables = make();
    if (tables.every(({ isPersonal }) => !isPersonal)) {
      if (seen) seen.push({ tables, scope });
      else {
        // Anybody may ask for any name.
        if (this.known.size > 20_000) this.known.clear();
        this.known.set(key, [{ tables, scope }]);
      }
    }
    return tables;
  }
}

function haveSameRules({ tables, scope: other }: Seen, scope: Scope): boolean {
  return tables.every(({ leadsTo }) =>
    leadsTo.every((host) => scope.destinationRule(host) === other.destinationRule(host)),
  );
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
  const { sidecar, egress, services } = proxy.scope;
  const [only, ...others] = egress;
  if (sidecar || !only || others.length > 0 || namesNamespaces(only.virtualServices)) return undefined;
  const byServices = getOrMake(outlooks, services, () => new WeakMap<readonly Service[], Lists>());
  const lists = getOrMake(byServices, only.services, (): Lists => new WeakMap());
  const byLabels = getOrMake(lists, only.virtualServices, () => new Map<string, Outlook>());
  const mentioned = mentionedLabels(proxy.world);
  const labels = [...proxy.labels].filter(([name]) => mentioned.has(name)).sort();
  const key = JSON.stringify([labels, gapsOf(proxy)]);
  return getOrMake(byLabels, key, () => new Outlook());
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
