/** What a host is known by while contributions come together: `shop/reviews`, or `api.example.com` for one outside. */
export type HostKey = string;

/** A host that policy is about: a service of the cluster, or one outside the mesh. Plain, frozen data. */
export interface Host {
  readonly key: HostKey;
  /** The name that clients use: `reviews.shop.svc.cluster.local`, `api.example.com`. */
  readonly fqdn: string;
  /** The name of the Service, or of the ServiceEntry. */
  readonly name: string;
  readonly namespace: string;
  readonly external: boolean;
  /** Sorted by number; at least one. */
  readonly ports: readonly Port[];
  /** Sorted by name. */
  readonly versions: readonly Version[];
  /** What a version is to those who route to it: a subset of the host, or a Service of its own. */
  readonly versionsAs: 'subsets' | 'services';
}

export interface Port {
  readonly number: number;
  readonly name: string;
  readonly protocol: Protocol;
  /** Whether our side of an external host's port speaks plain text and the proxy originates TLS. */
  readonly originateTls?: OriginateTls;
  /** The port that the proxy connects to instead, for a host outside. */
  readonly targetPort?: number;
}

export interface OriginateTls {
  /** The server name to send and to verify; the host's own if absent. */
  readonly sni?: string;
  /** The file of authorities that the proxy trusts; those of its system if absent. */
  readonly caCertificates?: string;
}

/** What a port speaks, as Istio names it. */
export type Protocol = 'HTTP' | 'HTTP2' | 'GRPC' | 'HTTPS' | 'TLS' | 'TCP' | 'MONGO' | 'REDIS' | 'MYSQL';

/** One version of a service: the pods that carry these labels. */
export interface Version {
  readonly name: string;
  /** Sorted by key. */
  readonly labels: readonly (readonly [key: string, label: string])[];
  /** The Service with this version's pods only, which the Gateway API needs. */
  readonly service: string;
}

/** Whether requests can be told apart on such a port. */
export function isHttp(protocol: Protocol): boolean {
  return protocol === 'HTTP' || protocol === 'HTTP2' || protocol === 'GRPC';
}

/** Whether such a port carries TLS that the proxy passes through. */
export function isTls(protocol: Protocol): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS';
}
