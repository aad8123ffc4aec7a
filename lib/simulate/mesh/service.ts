import type { Document } from '../../manifest/document';
import type { Protocol } from './protocol';

/** A service of the registry, from a Service or from a host of a ServiceEntry. */
export interface Service {
  readonly hostname: string;
  readonly name: string;
  readonly namespace: string;
  readonly created: number;
  readonly registry: 'kubernetes' | 'external';
  readonly ports: readonly Port[];
  readonly resolution: Resolution;
  readonly isExternal: boolean;
  /** Virtual addresses, possibly ranges. Empty: it has none, and shares `0.0.0.0`. */
  readonly addresses: readonly string[];
  /** Other names of the service: ExternalName Services that lead here. */
  readonly aliases: readonly Alias[];
  /** What an ExternalName Service stands for. */
  readonly externalName?: string;
  /** Who sees it: namespaces, `.`, `*`, `~`. Empty: as the mesh says. */
  readonly exportTo: ReadonlySet<string>;
  readonly selector?: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly trafficDistribution?: string;
  readonly document?: Document;
  /** Nobody declared it: policies are about it, and the manifests have nothing but policies. */
  readonly isAssumed?: true;
}

export interface Alias {
  readonly hostname: string;
  readonly namespace: string;
}

export interface Port {
  readonly name: string;
  readonly number: number;
  readonly protocol: Protocol;
  /** The port of the endpoints: a number, or the name of a container's port. */
  readonly target?: number | string;
}

/**
 * How endpoints are found: `endpoints` are known one by one, `original` goes where the client dialled, `dns` and
 * `dns-single` ask the DNS, `dynamic-dns` asks it for each request's host, an `alias` has none of its own.
 */
export type Resolution = 'endpoints' | 'original' | 'dns' | 'dns-single' | 'dynamic-dns' | 'alias';

export function portOf(service: Service, number: number): Port | undefined {
  return service.ports.find((port) => port.number === number);
}

/** The namespace and the hostname, which say which service it is. */
export function serviceKey({ namespace, hostname }: Service): string {
  return `${namespace}/${hostname}`;
}
