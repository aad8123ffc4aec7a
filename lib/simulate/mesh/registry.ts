import { compare, byAge } from './config';
import type { MeshSettings } from './settings';
import type { Alias, Service } from './service';

/** The services of the mesh, and who sees them. */
export class Registry {
  /** Oldest first. */
  readonly services: readonly Service[];
  private readonly byHost = new Map<string, Map<string, Service>>();
  private readonly shared = new Set<string>();
  private readonly defaults: ReadonlySet<string>;

  constructor(services: readonly Service[], settings: MeshSettings) {
    this.defaults = settings.exportTo.service;
    this.services = withAliases([...services].sort(byAge));
    for (const service of this.services) {
      let byNamespace = this.byHost.get(service.hostname);
      if (byNamespace) this.shared.add(service.hostname);
      else this.byHost.set(service.hostname, (byNamespace = new Map<string, Service>()));
      const existing = byNamespace.get(service.namespace);
      // A Service takes the name from a ServiceEntry; otherwise the older one keeps it.
      if (!existing || (existing.registry === 'external' && service.registry === 'kubernetes')) {
        byNamespace.set(service.namespace, service);
      }
    }
  }

  /** The services of a hostname, by namespace. */
  named(hostname: string): ReadonlyMap<string, Service> | undefined {
    return this.byHost.get(hostname);
  }

  /** Whether there is more than one service of the hostname. */
  isShared(hostname: string): boolean {
    return this.shared.has(hostname);
  }

  isVisible({ exportTo, namespace }: Service, from: string): boolean {
    const names = exportTo.size > 0 ? exportTo : this.defaults;
    return names.has('*') || (names.has('.') && namespace === from) || names.has(from);
  }

  /** The namespaces that see a service, by name: `*` for all. */
  audienceOf({ exportTo, namespace }: Service): readonly string[] {
    const names = exportTo.size > 0 ? exportTo : this.defaults;
    if (names.has('*')) return ['*'];
    return [...names].flatMap((name) => (name === '~' ? [] : [name === '.' ? namespace : name]));
  }

  /** What a namespace sees: what is meant for it first, then what is for everybody. */
  visibleTo(namespace: string): readonly Service[] {
    let list = this.lists.get(namespace);
    if (!list) {
      this.public ??= this.services.filter((service) => this.isPublic(service));
      this.special ??= this.services.filter((service) => !this.isPublic(service));
      const own = this.special.filter((service) => this.isVisible(service, namespace));
      this.lists.set(namespace, (list = own.length === 0 ? this.public : [...own, ...this.public]));
    }
    return list;
  }

  private public: readonly Service[] | undefined;
  private special: readonly Service[] | undefined;
  private readonly lists = new Map<string, readonly Service[]>();

  private isPublic({ exportTo }: Service): boolean {
    return (exportTo.size > 0 ? exportTo : this.defaults).has('*');
  }
}

/** Tells services the ExternalName Services that lead to them, through others, too. */
function withAliases(services: readonly Service[]): readonly Service[] {
  const targets = new Map<string, string>();
  for (const { resolution, hostname, externalName } of services) {
    if (resolution === 'alias') targets.set(hostname, externalName!);
  }
  if (targets.size === 0) return services;
  const aliases = new Map<string, Alias[]>();
  for (const { resolution, hostname, namespace } of services) {
    if (resolution !== 'alias') continue;
    const concrete = follow(hostname, targets);
    if (concrete === undefined) continue;
    const list = aliases.get(concrete);
    if (list) list.push({ hostname, namespace });
    else aliases.set(concrete, [{ hostname, namespace }]);
  }
  for (const list of aliases.values()) {
    list.sort((a, b) => compare(a.namespace, b.namespace) || compare(a.hostname, b.hostname));
  }
  return services.map((service) => {
    const own = aliases.get(service.hostname);
    return own ? { ...service, aliases: own } : service;
  });
}

/** Nothing if the names lead in a circle. */
function follow(alias: string, targets: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set([alias]);
  let host = targets.get(alias)!;
  for (let next = targets.get(host); next !== undefined; next = targets.get(host)) {
    if (seen.has(host)) return undefined;
    seen.add(host);
    host = next;
  }
  return host;
}
