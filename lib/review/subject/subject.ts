import { Catalog } from '../../manifest/catalog';
import { loadManifests, type ManifestInput } from '../../manifest/load';
import type { Manifests } from '../../manifest/document';
import type { Fields } from '../../manifest/fields';
import { DestinationRules } from '../../simulate/destination-rule/lookup';
import { meshSettings, type MeshSettings } from '../../simulate/mesh/settings';
import type { Caller } from '../../simulate/request';
import { Simulator } from '../../simulate/simulator';
import type { HostTable } from '../../simulate/table/routes';
import { ByNamespace } from './by-namespace';
import { gatewaysOf } from './gateways';
import { hostKey, hostsOf, type HostRef } from './hosts';

/** A configuration that is looked at: its objects, and what the simulator says of them. */
export class Subject {
  readonly manifests: Manifests;
  readonly catalog: Catalog;
  readonly settings: MeshSettings;
  readonly simulator: Simulator;
  readonly hosts: readonly HostRef[];
  readonly rules: DestinationRules;
  readonly byNamespace: ByNamespace;
  private readonly hostKeys: ReadonlySet<string>;

  /** @param mesh the MeshConfig, as an object */
  constructor(input: ManifestInput, mesh?: object) {
    this.manifests = loadManifests(input);
    this.catalog = new Catalog(this.manifests);
    this.settings = meshSettings(this.catalog, mesh as Fields | undefined);
    this.simulator = Simulator.from(this.manifests, { explain: false, ...(mesh && { mesh }) });
    this.hosts = hostsOf(this.catalog, gatewaysOf(this.catalog));
    this.rules = new DestinationRules(this.catalog, this.settings, []);
    this.byNamespace = new ByNamespace(this.manifests);
    this.hostKeys = new Set(this.hosts.map(hostKey));
  }

  has(host: HostRef): boolean {
    return this.hostKeys.has(hostKey(host));
  }

  /**
   * The tables of a host, as those see it who can ask for it.
   * @param from only this caller's
   */
  tablesOf({ host, gateway }: HostRef, from?: Caller): readonly HostTable[] {
    const caller = gateway ?? from;
    if (caller !== undefined) return this.simulator.routes(host, { from: caller }).tables;
    return this.simulator.routes(host).tables.flatMap((table) => {
      const callers = table.callers.filter((one) => !isGateway(one));
      return callers.length > 0 ? [{ ...table, callers }] : [];
    });
  }
}

export function isGateway(caller: Caller): boolean {
  return typeof caller !== 'string' && 'gateway' in caller;
}
