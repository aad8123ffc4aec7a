import { Catalog } from '../../manifest/catalog';
import { loadManifests, type ManifestInput } from '../../manifest/load';
import type { Manifests } from '../../manifest/document';
import type { Fields } from '../../manifest/fields';
import { meshSettings, type MeshSettings } from '../../simulate/mesh/settings';
import type { Caller } from '../../simulate/request';
import { Simulator } from '../../simulate/simulator';
import type { HostTable } from '../../simulate/table/routes';
import { ByNamespace } from './by-namespace';
import { hostKey, hostsOf, portsOf, type HostRef } from './hosts';

/** A configuration that is looked at: its objects, and what the simulator says of them. */
export class Subject {
  readonly manifests: Manifests;
  readonly catalog: Catalog;
  readonly settings: MeshSettings;
  readonly simulator: Simulator;
  readonly hosts: readonly HostRef[];
  readonly byNamespace: ByNamespace;
  private explaining: Simulator | undefined;
  private readonly ports: ReadonlyMap<string, readonly number[]>;
  private readonly order: ReadonlyMap<Caller, number>;

  /** @param mesh the MeshConfig, as an object */
  constructor(
    input: ManifestInput,
    private readonly mesh?: object,
  ) {
    this.manifests = loadManifests(input);
    this.catalog = new Catalog(this.manifests);
    this.settings = meshSettings(this.catalog, mesh as Fields | undefined);
    this.simulator = Simulator.from(this.manifests, { explain: false, ...(mesh && { mesh }) });
    this.hosts = hostsOf(this.simulator);
    this.byNamespace = new ByNamespace(this.manifests);
    this.order = new Map(this.simulator.callers().map(({ from }, i) => [from, i]));
    this.ports = portsOf(this.simulator);
  }

  /** What is not simulated is told once for all hosts: in reviews it makes no different views. */
  private alike(tables: readonly HostTable[]): readonly HostTable[] {
    const found = new Map<string, HostTable & { readonly callers: Caller[] }>();
    for (const { port, rows, callers } of tables) {
      const simulated = rows.map((row) => ({ ...row, outcome: { ...row.outcome, notModelled: [] } }));
      const key = JSON.stringify([port, simulated]);
      const known = found.get(key);
      if (known) known.callers.push(...callers);
      else found.set(key, { port, rows, callers: [...callers] });
    }
    for (const { callers } of found.values())
      callers.sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
    return [...found.values()];
  }

  /** Says why, too, and takes longer. */
  get explainer(): Simulator {
    return (this.explaining ??= Simulator.from(this.manifests, this.mesh ? { mesh: this.mesh } : {}));
  }

  has(host: HostRef): boolean {
    return this.ports.has(hostKey(host));
  }

  /** Where its gateway listens for a host. */
  portsOf(host: HostRef): readonly number[] {
    return this.ports.get(hostKey(host)) ?? [];
  }

  /**
   * The tables of a host, as those see it who can ask for it.
   * @param from only this caller's
   */
  tablesOf({ host, gateway }: HostRef, from?: Caller): readonly HostTable[] {
    const caller = gateway ?? from;
    if (caller !== undefined) return this.simulator.routes(host, { from: caller }).tables;
    const tables = this.simulator.routes(host).tables.flatMap((table) => {
      const callers = table.callers.filter((one) => !isGateway(one));
      return callers.length > 0 ? [{ ...table, callers }] : [];
    });
    return tables.some(hasGaps) ? this.alike(tables) : tables;
  }
}

function hasGaps({ rows }: HostTable): boolean {
  return rows.some(({ outcome }) => outcome.notModelled.length > 0);
}

export function isGateway(caller: Caller): boolean {
  return typeof caller !== 'string' && 'gateway' in caller;
}
