import { isIP } from './ip';

// Host names as Istio compares them: only a leading `*` is a wildcard, and it stands for any number of labels.

export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** Whether every name that `inner` covers is covered by `outer`. */
export function isSubsetOf(inner: string, outer: string): boolean {
  if (!isWildcard(outer)) return inner === outer;
  if (isWildcard(inner)) return inner.length >= outer.length && inner.slice(1).endsWith(outer.slice(1));
  return inner.length >= outer.length - 1 && inner.endsWith(outer.slice(1));
}

/** Whether some name is covered by both. */
export function overlaps(a: string, b: string): boolean {
  if (isWildcard(a) && isWildcard(b)) return a.endsWith(b.slice(1)) || b.endsWith(a.slice(1));
  return isWildcard(a) ? isSubsetOf(b, a) : isSubsetOf(a, b);
}

/** The names that both lists cover, each as the narrower of the two says it. */
export function intersection(a: readonly string[], b: readonly string[]): readonly string[] {
  const common = new Set<string>();
  for (const one of a) {
    for (const other of b) {
      if (isSubsetOf(one, other)) common.add(one);
      else if (isSubsetOf(other, one)) common.add(other);
    }
  }
  return [...common];
}

/** Sorts the narrower name to the front: exact before wildcard, long before short, else by the alphabet. */
export function bySpecificity(a: string, b: string): number {
  const wild = Number(isWildcard(a)) - Number(isWildcard(b));
  if (wild !== 0) return wild;
  return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * A host in a VirtualService or DestinationRule: a name without a dot is a service in the object's own namespace,
 * anything else is meant as it stands.
 */
export function fullName(host: string, namespace: string, domain: string): string {
  if (host === '' || host.includes('.') || host === '*' || isIP(host) !== 0) return host;
  return `${host}.${namespace}.svc.${domain}`;
}

/** What precedes the port in a `Host` header, as Envoy cuts it. */
export function withoutPort(authority: string): string {
  const colon = authority.lastIndexOf(':');
  return colon === -1 || authority.includes(']', colon) ? authority : authority.slice(0, colon);
}
