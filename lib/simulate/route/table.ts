import { withoutPort } from '../names/host';
import type { VirtualService } from '../virtual-service/model';
import type { Route } from './model';

/** Envoy's table of virtual hosts for a port. */
export interface RouteTable {
  readonly name: string;
  readonly hosts: Hosts;
  /** For hosts that nobody has. */
  readonly fallback?: VirtualHost;
  /** The host header does not matter: what falls back is not for unknown hosts. */
  readonly isOfOneService?: boolean;
  /** Why Envoy refuses all of it. */
  readonly refusal?: string;
}

/** The virtual hosts of a table, by name. */
export interface Hosts {
  /** Of a `Host` header: the name itself, then the longest wildcard, then `*`. */
  find(authority: string): VirtualHost | undefined;
  /** The same without `*`, which is for any host. */
  findNamed(authority: string): VirtualHost | undefined;
  /** The one that has exactly this domain, in lower case. */
  named(domain: string): VirtualHost | undefined;
}

export interface VirtualHost {
  readonly name: string;
  /** Made when they are first asked for. */
  readonly routes: () => readonly Route[];
  /** All requests in the clear are sent to https. */
  readonly requiresTls?: boolean;
  /** What it is made of, for explanations. Absent: what Istio does by itself. */
  readonly services: readonly VirtualService[];
  /** VirtualServices for the same host that are not used, and why. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly service: VirtualService;
  readonly reason: string;
}

/** Virtual hosts with the domains that they claim. */
export class DomainIndex implements Hosts {
  private readonly exact = new Map<string, VirtualHost>();
  private readonly suffixes = new Map<string, VirtualHost>();
  private every: VirtualHost | undefined;
  private longestFirst: readonly (readonly [string, VirtualHost])[] | undefined;

  /** The first to claim a domain keeps it. */
  claim(domain: string, host: VirtualHost): void {
    const lower = domain.toLowerCase();
    if (lower === '*') this.every ??= host;
    else if (lower.startsWith('*')) setOnce(this.suffixes, lower.slice(1), host);
    else setOnce(this.exact, lower, host);
  }

  find(authority: string): VirtualHost | undefined {
    return this.findNamed(authority) ?? this.every;
  }

  findNamed(authority: string): VirtualHost | undefined {
    const host = withoutPort(authority).toLowerCase();
    const exact = this.exact.get(host);
    if (exact || this.suffixes.size === 0) return exact;
    this.longestFirst ??= [...this.suffixes].sort(([a], [b]) => b.length - a.length);
    const found = this.longestFirst.find(([suffix]) => host.length > suffix.length && host.endsWith(suffix));
    return found?.[1];
  }

  named(domain: string): VirtualHost | undefined {
    return this.exact.get(domain);
  }
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
