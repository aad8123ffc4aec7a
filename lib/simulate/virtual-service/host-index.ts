import { isWildcard, overlaps } from '../names/host';
import type { VirtualService } from './model';

/** The VirtualServices of a list by their hosts: made once for all who see the same list. */
export class HostIndex {
  static of(list: readonly VirtualService[]): HostIndex {
    let index = indexes.get(list);
    if (!index) indexes.set(list, (index = new HostIndex(list)));
    return index;
  }

  private readonly exact = new Map<string, number[]>();
  private readonly wildcards: { readonly host: string; readonly at: number }[] = [];
  private longestFirst: readonly { readonly suffix: string; readonly one: VirtualService }[] | undefined;

  private constructor(readonly list: readonly VirtualService[]) {
    list.forEach(({ hosts }, at) => {
      for (const host of hosts) {
        const lower = host.toLowerCase();
        if (isWildcard(lower)) this.wildcards.push({ host: lower, at });
        else {
          const known = this.exact.get(lower);
          if (known) known.push(at);
          else this.exact.set(lower, [at]);
        }
      }
    });
  }

  /** Those with a host that has names in common with any of these, which are in lower case. In order. */
  about(names: Iterable<string>): readonly VirtualService[] {
    const found = new Set<number>();
    for (const name of names) {
      for (const at of this.exact.get(name) ?? NONE) found.add(at);
      for (const { host, at } of this.wildcards) if (overlaps(host, name)) found.add(at);
      if (!isWildcard(name)) continue;
      for (const [host, all] of this.exact) if (overlaps(host, name)) for (const at of all) found.add(at);
    }
    return [...found].sort((a, b) => a - b).map((at) => this.list[at]!);
  }

  /** The only one that may take a service by a wildcard: that of the service itself hides all wildcards. */
  narrowestFor(hostname: string): VirtualService | undefined {
    const isWild = isWildcard(hostname);
    const candidates = isWild ? this.wildcards.map(({ at }) => at) : (this.exact.get(hostname) ?? NONE);
    const own = candidates.find((at) => this.list[at]!.hosts.includes(hostname));
    if (own !== undefined) return this.list[own];
    const name = isWild ? hostname.slice(1) : hostname;
    this.longestFirst ??= this.list
      .flatMap((one) => one.hosts.filter(isWildcard).map((host) => ({ suffix: host.slice(1), one })))
      .sort((a, b) => b.suffix.length - a.suffix.length);
    return this.longestFirst.find(({ suffix }) => name.endsWith(suffix))?.one;
  }
}

const NONE: readonly number[] = [];
const indexes = new WeakMap<readonly VirtualService[], HostIndex>();
