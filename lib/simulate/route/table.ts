import { withoutPort } from '../names/host';
import type { VirtualService } from '../virtual-service/model';
import type { Route } from './model';

/** Envoy's table of virtual hosts for a port. */
export interface RouteTable {
  readonly name: string;
  readonly hosts: DomainIndex;
  /** For hosts that nobody has. */
  readonly fallback?: VirtualHost;
  /** The host header does not matter: what falls back is not for unknown hosts. */
  readonly isOfOneService?: boolean;
  /** Why Envoy refuses all of it. */
  readonly refusal?: string;
}

export interface VirtualHost {
  readonly name: string;
  readonly domains: readonly string[];
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

/** Finds the virtual host of a name: the name itself, then the longest wildcard, then `*`. */
export class DomainIndex {
  private readonly exact = new Map<string, VirtualHost>();
  private readonly suffixes = new Map<string, VirtualHost>();
  private every: VirtualHost | undefined;
  private longestFirst: readonly (readonly [string, VirtualHost])[] | undefined;

  /** The first to have a domain keeps it. */
  add(host: VirtualHost): void {
    for (const domain of host.domains) this.claim(domain, host);
  }

  /** Whether the domain was free. */
  claim(domain: string, host: VirtualHost): boolean {
    const lower = domain.toLowerCase();
    if (lower === '*') {
      if (this.every) return false;
      this.every = host;
      return true;
    }
    const isWild = lower.startsWith('*');
    return setOnce(isWild ? this.suffixes : this.exact, isWild ? lower.slice(1) : lower, host);
  }

  find(authority: string): VirtualHost | undefined {
    const host = withoutPort(authority).toLowerCase();
    const exact = this.exact.get(host);
    if (exact || this.suffixes.size === 0) return exact ?? this.every;
    this.longestFirst ??= [...this.suffixes].sort(([a], [b]) => b.length - a.length);
    const found = this.longestFirst.find(([suffix]) => host.length > suffix.length && host.endsWith(suffix));
    return found?.[1] ?? this.every;
  }

  named(domain: string): VirtualHost | undefined {
    return this.exact.get(domain);
  }

  /** All of them, once each. */
  all(): readonly VirtualHost[] {
    const hosts = new Set([...this.exact.values(), ...this.suffixes.values()]);
    if (this.every) hosts.add(this.every);
    return [...hosts];
  }
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): boolean {
  if (map.has(key)) return false;
  map.set(key, value);
  return true;
}
