import type { Chain, TcpTarget } from '../listener/chain';
import { selects, type Labels } from '../mesh/labels';
import { isTls } from '../mesh/protocol';
import type { Port, Service } from '../mesh/service';
import { overlaps } from '../names/host';
import { clusterName } from '../route/cluster-name';
import { destinationCluster } from '../route/translate';
import type { Scope } from '../scope/scope';
import { HostIndex } from '../virtual-service/host-index';
import type { ConnectionMatch, ConnectionRule, VirtualService } from '../virtual-service/model';

/** A port of a service that connections are made to. */
export interface Dialled {
  readonly scope: Scope;
  readonly labels: Labels;
  readonly domain: string;
  readonly service: Service;
  readonly port: Port;
  /** The listener is for all addresses. */
  readonly isWildcard: boolean;
  readonly subnets: readonly string[];
}

/** What is done with connections to a port that is not HTTP, or not only: rules of `tls` or `tcp`, else the service. */
export function connectionChains(dialled: Dialled, all: readonly VirtualService[]): readonly Chain[] {
  const { service, port } = dialled;
  const own = HostIndex.of(all)
    .about([service.hostname.toLowerCase()])
    .filter(({ hosts }) => hosts.some((host) => overlaps(host, service.hostname)));
  return isTls(port.protocol) ? tlsChains(dialled, own) : tcpChains(dialled, own);
}

/** The first of the same server names and addresses counts. */
function tlsChains(dialled: Dialled, all: readonly VirtualService[]): readonly Chain[] {
  const chains: Chain[] = [];
  const handled = new Set<string>();
  let { subnets } = dialled;
  for (const rule of all.flatMap(({ tls }) => tls)) {
    if (rule.destinations.length === 0) continue;
    for (const match of rule.matches) {
      if (!isFor(match, dialled)) continue;
      // From here on also for the matches behind it: Istio does not put it back.
      if (match.destinationSubnets.length > 0) subnets = match.destinationSubnets;
      const key = `${match.sniHosts.join()}|${match.destinationSubnets.join()}`;
      if (handled.has(key)) continue;
      handled.add(key);
      chains.push(chain(match.sniHosts, subnets, targetsOf(rule, dialled), match.place));
    }
  }
  if (chains.length > 0) return chains;
  const isNamed = subnets.length > 0 || (dialled.service.addresses.length === 0 && dialled.isWildcard);
  return [chain(isNamed ? serverNames(dialled) : [], subnets, [ownTarget(dialled)])];
}

/** Up to the first rule that is for every address. */
function tcpChains(dialled: Dialled, all: readonly VirtualService[]): readonly Chain[] {
  const chains: Chain[] = [];
  const { subnets } = dialled;
  let hasOwn = false;
  for (const rule of all.flatMap(({ tcp }) => tcp)) {
    if (rule.destinations.length === 0) continue;
    const matches = rule.matches.filter((match) => isFor(match, dialled));
    const general =
      rule.matches.length === 0 || matches.some(({ destinationSubnets }) => destinationSubnets.length === 0);
    if (general) {
      const place =
        matches.find(({ destinationSubnets }) => destinationSubnets.length === 0)?.place ?? rule.place;
      return [...chains, chain([], subnets, targetsOf(rule, dialled), place)];
    }
    const special = matches.flatMap(({ destinationSubnets }) => destinationSubnets);
    if (special.length === 0) continue;
    chains.push(chain([], special, targetsOf(rule, dialled), rule.place));
    hasOwn ||= [...special].sort().join() === [...subnets].sort().join();
  }
  return hasOwn ? chains : [...chains, chain([], subnets, [ownTarget(dialled)])];
}

function chain(
  sni: readonly string[],
  subnets: readonly string[],
  targets: readonly TcpTarget[],
  place?: ConnectionRule['place'],
): Chain {
  return {
    sni: sni.includes('*') ? [] : sni,
    subnets: subnets.filter((subnet) => !subnet.startsWith('0.0.0.0')),
    isSniffed: false,
    handler: { kind: 'tcp', targets, ...(place && { place }) },
  };
}

/** All conditions count here, unlike those of HTTP. */
function isFor(match: ConnectionMatch, { scope, labels, port }: Dialled): boolean {
  return (
    (match.gateways.length === 0 || match.gateways.includes('mesh')) &&
    selects(match.sourceLabels, labels) &&
    (match.port === undefined || match.port === port.number) &&
    (match.sourceNamespace === undefined || match.sourceNamespace === scope.namespace)
  );
}

function targetsOf({ destinations }: ConnectionRule, { scope, port }: Dialled): readonly TcpTarget[] {
  const used = destinations.length === 1 ? destinations : destinations.filter(({ weight }) => weight > 0);
  return used.map(({ destination, weight }) => ({
    cluster: destinationCluster(destination, scope.services.get(destination.host), port.number),
    weight: used.length === 1 ? 1 : weight,
  }));
}

/** A Sidecar may listen on a port that the service does not have: its only one is meant then. */
function ownTarget({ service, port }: Dialled): TcpTarget {
  const number = service.ports.length === 1 ? service.ports[0]!.number : port.number;
  return { cluster: clusterName(service.hostname, number, ''), weight: 1 };
}

function serverNames({ service, scope, domain }: Dialled): readonly string[] {
  const aliases = service.aliases.flatMap(({ hostname }) => [
    hostname,
    ...aliasNames(hostname, scope.namespace, domain),
  ]);
  return [service.hostname, ...aliases];
}

function aliasNames(hostname: string, namespace: string, domain: string): readonly string[] {
  const suffix = `.svc.${domain}`;
  if (!hostname.endsWith(suffix)) return [`${hostname}.`];
  const local = hostname.slice(0, -suffix.length);
  const [name, own] = local.split('.');
  return [`${hostname}.`, ...(own === namespace ? [name!] : []), local, `${local}.svc`];
}
