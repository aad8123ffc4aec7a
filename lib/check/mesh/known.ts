import { isSubsetOf } from '../../simulate/names/host';

/** What is declared elsewhere: an app is often only a part of a cluster. */
export interface Known {
  /**
   * Full names of services and hosts: `ratings.prod.svc.cluster.local`, `*.example.com`. Of a namespace of which some
   * are given, all have to be.
   */
  readonly hosts?: readonly string[];
  /** `namespace/name` of Gateways, of either API. */
  readonly gateways?: readonly string[];
  /** All namespaces of the cluster: then any other one does not exist. */
  readonly namespaces?: readonly string[];
  /** `namespace/name` of ServiceAccounts. */
  readonly serviceAccounts?: readonly string[];
  /** The MeshConfig. */
  readonly mesh?: object;
}

/** The same, to ask. */
export class Elsewhere {
  private readonly exact: ReadonlySet<string>;
  private readonly wildcards: readonly string[];
  private readonly gateways: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string> | undefined;
  readonly serviceAccounts: ReadonlySet<string>;
  /** Namespaces of which all services are known. */
  readonly serviceNamespaces: ReadonlySet<string>;

  constructor({ hosts = [], gateways = [], namespaces, serviceAccounts = [] }: Known, domain: string) {
    this.exact = new Set(hosts);
    this.wildcards = hosts.filter((host) => host.startsWith('*'));
    this.gateways = new Set(gateways);
    this.serviceAccounts = new Set(serviceAccounts);
    this.namespaces = namespaces && new Set(namespaces);
    this.serviceNamespaces = new Set(hosts.flatMap((host) => serviceNamespace(host, domain) ?? []));
  }

  hasHost(host: string): boolean {
    return this.exact.has(host) || this.wildcards.some((wildcard) => isSubsetOf(host, wildcard));
  }

  hasGateway(name: string): boolean {
    return this.gateways.has(name);
  }
}

/** `shop` in `cart.shop.svc.cluster.local`. Nothing if it is no name of a Service. */
export function serviceNamespace(host: string, domain: string): string | undefined {
  const suffix = `.svc.${domain}`;
  if (!host.endsWith(suffix)) return undefined;
  const parts = host.slice(0, -suffix.length).split('.');
  return parts.length === 2 ? parts[1] : undefined;
}
