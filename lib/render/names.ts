import { createHash } from 'node:crypto';
import type { Host, HostKey, Version } from '../model/host';
import type { Outcome } from '../model/outcome';

/** What renderers have to know beyond the traffic itself. */
export interface RenderContext {
  readonly hosts: ReadonlyMap<HostKey, Host>;
  /** Whether a service in the object's own namespace is called by its short name. */
  readonly shortNames: boolean;
  /** Whether the cluster has the Gateway API's experimental channel. */
  readonly experimental: boolean;
  /** Of Istio 1. */
  readonly minorVersion: number;
}

/** How an object in a namespace calls a host. */
export function hostName({ shortNames }: RenderContext, host: Host, fromNamespace: string): string {
  return shortNames && !host.external && host.namespace === fromNamespace ? host.name : host.fqdn;
}

/** The Service with the pods of one version, which the Gateway API knows instead of subsets. */
export function versionService(host: Host, { service: name }: Version): Host {
  return { ...host, name, fqdn: name + host.fqdn.slice(host.name.length), versions: [] };
}

const LONGEST = 200;

/**
 * The name of a route, which access logs show: who let the request in, who routed it, and whose effects it gets.
 * Names of several constructs are joined by dots.
 */
export function routeName({ via, author, effects }: Outcome): string {
  const authors = [
    ...(via ? [via] : []),
    ...(author ? [author] : []),
    ...effects.map((effect) => effect.author),
  ];
  const names = [...new Set(authors.map(({ name }) => name))];
  let name = names.shift() ?? 'default';
  while (names.length > 0 && name.length + names[0]!.length < LONGEST) name += `.${names.shift()}`;
  return names.length > 0 ? `${name}.and-${names.length}-more` : name;
}

/** The same names, told apart by a number where two are equal. */
export function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}.${times}`;
  });
}

/** `<gateway>-<host>`, where `*` is written as `any`. */
export function siteName(gateway: string, hosts: readonly string[]): string {
  return bounded(`${gateway}-${hosts[0]!.replace('*', 'any')}`);
}

/** A name that is short enough for an object or a listener, also after something is appended to it. */
export function bounded(name: string): string {
  if (name.length <= LONGEST) return name;
  return `${name.slice(0, LONGEST - 9)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
