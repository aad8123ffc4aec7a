import { fieldsList, numberOf, textOf, textsOf, type Fields } from '../../manifest/fields';
import { KINDS, compare, type Config } from '../mesh/config';
import { isSubsetOf, isWildcard, overlaps } from '../names/host';
import type { RouteContext } from './context';
import type { Listener } from './gateways';
import { GATEWAY_KINDS, isKind, referredKind } from './kinds';

/** Something that a route is attached to, for good. */
export type Parent = GatewayParent | MeshParent;

export interface GatewayParent {
  readonly kind: 'gateway';
  readonly listener: Listener;
  /** Hostnames of other listeners of the Gateway that take requests away from this one. */
  readonly others: readonly string[];
}

/** A service: the route is for callers in the mesh. */
export interface MeshParent {
  readonly kind: 'mesh';
  readonly hosts: readonly string[];
  readonly port?: number;
}

/** Where a route is attached. What is not there, or does not allow it, is left out. */
export function parentsOf(route: Config, context: RouteContext): readonly Parent[] {
  const references = fieldsList(route.spec.parentRefs).map((reference) => ({
    reference,
    key: keyOf(reference, route.namespace),
  }));
  const found = references
    .sort((a, b) => compare(a.key, b.key))
    .flatMap(({ reference }) => attach(reference, route, context));
  const nameOf = (parent: Parent): string => (parent.kind === 'mesh' ? 'mesh' : parent.listener.internalName);
  return found.sort((a, b) => compare(nameOf(a), nameOf(b)));
}

function keyOf(reference: Fields, own: string): string {
  const { group, kind } = referredKind(reference, GATEWAY_KINDS.gateway);
  const { sectionName, port, namespace, name } = reference;
  return [
    group,
    kind,
    textOf(sectionName) ?? '',
    textOf(namespace) ?? own,
    textOf(name),
    numberOf(port) ?? '',
  ].join('/');
}

function attach(reference: Fields, route: Config, context: RouteContext): readonly Parent[] {
  const kind = referredKind(reference, GATEWAY_KINDS.gateway);
  const namespace = textOf(reference.namespace) ?? route.namespace;
  const name = textOf(reference.name) ?? '';
  const port = numberOf(reference.port);
  if (isKind(kind, KINDS.service)) {
    if (!context.catalog.find(KINDS.service, namespace, name)) return [];
    const hosts = [`${name}.${namespace}.svc.${context.domain}`];
    return [{ kind: 'mesh', hosts, ...(port !== undefined && { port }) }];
  }
  if (isKind(kind, KINDS.serviceEntry)) {
    const entry = context.catalog.find(KINDS.serviceEntry, namespace, name);
    if (!entry) return [];
    const hosts = textsOf((entry.object.spec as Fields | undefined)?.hosts);
    return [{ kind: 'mesh', hosts, ...(port !== undefined && { port }) }];
  }
  if (!isKind(kind, GATEWAY_KINDS.gateway)) return [];
  const siblings = context.listeners.filter(
    ({ gateway }) => gateway.namespace === namespace && gateway.name === name,
  );
  return siblings
    .filter((listener) => allows(listener, reference, route))
    .map((listener): GatewayParent => ({ kind: 'gateway', listener, others: othersOf(listener, siblings) }));
}

function allows(listener: Listener, { port, sectionName }: Fields, route: Config): boolean {
  if (numberOf(port) && port !== listener.port) return false;
  if (textOf(sectionName) && sectionName !== listener.name) return false;
  const written = textsOf(route.spec.hostnames);
  const hostnames = written.length > 0 ? written : ['*'];
  const isAllowed = listener.hosts.some((host) => {
    const [namespace, hostname = ''] = host.split('/');
    return (
      (namespace === '*' || namespace === route.namespace) && hostnames.some((one) => overlaps(hostname, one))
    );
  });
  return isAllowed && listener.kinds.includes(route.kind);
}

function othersOf(listener: Listener, siblings: readonly Listener[]): readonly string[] {
  const others = siblings.filter(
    (one) => one !== listener && one.port === listener.port && one.protocol === listener.protocol,
  );
  return [...new Set(others.map(({ hostname }) => hostname))].filter((name) => name !== listener.hostname);
}

/** A listener does not serve what a narrower one of the same Gateway is for. */
export function servesHost({ listener, others }: GatewayParent, host: string): boolean {
  const own = listener.hostname;
  if (own !== '' && !isWildcard(own)) return true;
  if (own !== '' && !overlaps(host, own)) return false;
  return !others.some((other) => own.length <= other.length && isSubsetOf(host, other));
}
