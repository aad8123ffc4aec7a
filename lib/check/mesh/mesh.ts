import { Catalog, type GroupKind } from '../../manifest/catalog';
import type { Manifests } from '../../manifest/document';
import { fieldsOf, textMap, type Fields } from '../../manifest/fields';
import { DestinationRules } from '../../simulate/destination-rule/lookup';
import type { HostRule } from '../../simulate/destination-rule/model';
import { readDestinationRule } from '../../simulate/destination-rule/read';
import { gatewayServices } from '../../simulate/gateway-api/infrastructure';
import { convertGateways, type Listener } from '../../simulate/gateway-api/gateways';
import { namespacesOf } from '../../simulate/gateway-api/namespaces';
import { byAge, configOf, type Config } from '../../simulate/mesh/config';
import { injectionOf, type Injection } from '../../simulate/mesh/injection';
import { kubernetesService } from '../../simulate/mesh/kubernetes';
import type { Labels } from '../../simulate/mesh/labels';
import { Registry } from '../../simulate/mesh/registry';
import { securityOf } from '../../simulate/mesh/policies';
import type { Service } from '../../simulate/mesh/service';
import { serviceEntryServices } from '../../simulate/mesh/service-entry';
import { meshSettings, type MeshSettings } from '../../simulate/mesh/settings';
import type { Security } from '../../simulate/security/security';
import type { VirtualService } from '../../simulate/virtual-service/model';
import { readVirtualService } from '../../simulate/virtual-service/read';
import { destinationsOf, type WrittenDestination } from './destinations';
import { KIND } from './kinds';
import { Elsewhere, type Known } from './known';
import { push, Workloads, type DeclaredWorkload } from './workloads';

/**
 * What all rules look at: the objects, and what the simulator makes of them. Everything is read when a rule asks for it
 * first, and only once.
 */
export class Mesh {
  readonly catalog: Catalog;
  readonly settings: MeshSettings;
  readonly elsewhere: Elsewhere;
  private readonly lists = new Map<string, readonly Config[]>();

  constructor(
    private readonly manifests: Manifests,
    known: Known = {},
  ) {
    this.catalog = new Catalog(manifests);
    this.settings = meshSettings(this.catalog, known.mesh as Fields | undefined);
    this.elsewhere = new Elsewhere(known, this.settings.domain);
  }

  /** The objects of a kind, oldest first. */
  list(kind: GroupKind): readonly Config[] {
    const key = `${kind.group}/${kind.kind}`;
    let list = this.lists.get(key);
    if (!list) this.lists.set(key, (list = this.catalog.list(kind).map(configOf).sort(byAge)));
    return list;
  }

  find(kind: GroupKind, namespace: string, name: string): Config | undefined {
    const document = this.catalog.find(kind, namespace, name);
    return document && configOf(document);
  }

  readonly workloads = this.once(() => new Workloads(this.catalog));

  readonly services = this.once((): readonly Service[] => {
    const { domain } = this.settings;
    const written = this.list(KIND.service).map(({ document }) => kubernetesService(document, domain, ''));
    const names = new Set(written.map(({ hostname }) => hostname));
    const made = gatewayServices(this.catalog, domain).filter(({ hostname }) => !names.has(hostname));
    return [...written, ...made];
  });

  private readonly servicesByName = this.once(() => {
    const found = new Map<string, Service[]>();
    for (const service of this.services()) push(found, service.name, service);
    return found;
  });

  /** The Services of a name, in whatever namespace. */
  servicesNamed(name: string): readonly Service[] {
    return this.servicesByName().get(name) ?? [];
  }

  readonly serviceHosts = this.once(
    (): ReadonlySet<string> => new Set(this.services().map(({ hostname }) => hostname)),
  );

  readonly registry = this.once(
    () =>
      new Registry(
        [...this.services(), ...this.list(KIND.serviceEntry).flatMap(serviceEntryServices)],
        this.settings,
      ),
  );

  /** Services of a whole domain. */
  readonly wildcards = this.once(() =>
    this.registry().services.filter(({ hostname }) => hostname.startsWith('*')),
  );

  readonly destinationRules = this.once(() => new DestinationRules(this.catalog, this.settings, []));

  /** The names of the subsets of each host, by any DestinationRule, wherever it holds. */
  readonly subsets = this.once((): ReadonlyMap<string, ReadonlySet<string>> => {
    const found = new Map<string, Set<string>>();
    for (const { host, subsets } of this.hostRules()) {
      const names = found.get(host) ?? new Set<string>();
      for (const { name } of subsets) names.add(name);
      found.set(host, names);
    }
    return found;
  });

  readonly listeners = this.once(
    (): readonly Listener[] =>
      convertGateways(this.catalog, this.settings.domain, this.namespaces()).listeners,
  );

  readonly security = this.once((): Security => securityOf(this.catalog, this.settings));

  readonly isInjected = this.once((): Injection => injectionOf(this.catalog));

  /** Whether pods get a sidecar: their own word wins, the label’s over the annotation’s. */
  hasSidecar({
    namespace,
    labels,
    annotations,
  }: Pick<DeclaredWorkload, 'namespace' | 'labels' | 'annotations'>): boolean {
    const key = 'sidecar.istio.io/inject';
    if (!labels.has(key) && annotations.get(key) === 'false') return false;
    return this.isInjected()(namespace, labels);
  }

  readonly virtualServices = this.once((): readonly VirtualService[] =>
    this.list(KIND.virtualService).map((config) =>
      readVirtualService(config, this.settings.domain, this.settings.exportTo.virtualService),
    ),
  );

  readonly hostRules = this.once((): readonly HostRule[] =>
    this.list(KIND.destinationRule).map((config) => readDestinationRule(config, this.settings.domain)),
  );

  private readonly destinations = new Map<Config, readonly WrittenDestination[]>();

  destinationsOf(config: Config): readonly WrittenDestination[] {
    let found = this.destinations.get(config);
    if (!found) this.destinations.set(config, (found = destinationsOf(config, this.settings.domain)));
    return found;
  }

  /** Namespaces that are declared, or that something is in, with their labels. */
  readonly namespaces = this.once((): ReadonlyMap<string, Labels> =>
    namespacesOf(this.manifests, this.catalog),
  );

  /** Only the declared ones. */
  readonly namespaceLabels = this.once(
    (): ReadonlyMap<string, Labels> =>
      new Map(
        this.catalog
          .list(KIND.namespace)
          .map(({ object }) => [object.metadata.name, textMap(fieldsOf(object.metadata).labels)]),
      ),
  );

  /** Namespaces of which these manifests declare services: a name that is missing there is missing for good. */
  readonly ownNamespaces = this.once(
    (): ReadonlySet<string> =>
      new Set([
        ...this.list(KIND.service).map(({ namespace }) => namespace),
        ...this.elsewhere.serviceNamespaces,
      ]),
  );

  private once<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  }
}
