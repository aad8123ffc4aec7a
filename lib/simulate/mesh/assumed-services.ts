import type { Catalog } from '../../manifest/catalog';
import type { HostRule } from '../destination-rule/model';
import { portNumbers } from '../destination-rule/policy';
import type { Destination, VirtualService } from '../virtual-service/model';
import { KINDS } from './config';
import { servicePortProtocol } from './protocol';
import type { Service } from './service';

/**
 * The chart of a team often has nothing but policy: the Services are another's. Where manifests declare no Service and
 * no workload at all, policies are taken to be about Services that are there, with the ports that they name. As soon as
 * there is any, one that is missing is a mistake, and requests to it fail as they would.
 */
export function assumedServices(
  catalog: Catalog,
  domain: string,
  rules: readonly HostRule[],
  virtualServices: readonly VirtualService[],
): readonly Service[] {
  if (KINDS_OF_PROGRAMS.some((kind) => catalog.list(kind).length > 0)) return [];
  const ports = new Map<string, Set<number>>();
  const add = (host: string, numbers: readonly (number | undefined)[]): void => {
    let known = ports.get(host);
    if (!known) ports.set(host, (known = new Set<number>()));
    for (const number of numbers) if (number) known.add(number);
  };
  for (const rule of rules) add(rule.host, portNumbers(rule));
  for (const one of virtualServices) {
    const rules: readonly { readonly matches: readonly { readonly port?: number }[] }[] = [
      ...one.http,
      ...one.tcp,
      ...one.tls,
    ];
    const matches = rules.flatMap((rule) => rule.matches);
    for (const host of one.hosts)
      add(host, one.gateways.includes('mesh') ? matches.map(({ port }) => port) : []);
    for (const { host, port } of destinationsOf(one)) add(host, [port]);
  }
  return [...ports].flatMap(([host, numbers]) => assumedService(host, [...numbers], domain) ?? []);
}

const KINDS_OF_PROGRAMS = [
  KINDS.service,
  KINDS.serviceEntry,
  KINDS.pod,
  { group: 'apps', kind: 'Deployment' },
  { group: 'apps', kind: 'StatefulSet' },
  { group: 'apps', kind: 'DaemonSet' },
];

function destinationsOf({ http, tcp, tls }: VirtualService): readonly Destination[] {
  return [
    ...http.flatMap(({ destinations, mirror, mirrors = [] }) => [
      ...destinations.map(({ destination }) => destination),
      ...[...(mirror ? [mirror] : []), ...mirrors].map(({ destination }) => destination),
    ]),
    ...[...tcp, ...tls].flatMap(({ destinations }) => destinations.map(({ destination }) => destination)),
  ];
}

/** Nothing for a host that cannot be that of a Service. */
function assumedService(host: string, ports: readonly number[], domain: string): Service | undefined {
  const [name, namespace, svc, ...rest] = host.split('.');
  if (!name || !namespace || name.startsWith('*') || svc !== 'svc' || rest.join('.') !== domain)
    return undefined;
  const numbers = ports.length > 0 ? ports : [80];
  return {
    hostname: host,
    name,
    namespace,
    created: 0,
    registry: 'kubernetes',
    ports: numbers.map((number) => ({
      name: `http-${number}`,
      number,
      protocol: servicePortProtocol(number, `http-${number}`, 'TCP', undefined),
    })),
    resolution: 'endpoints',
    isExternal: false,
    addresses: [],
    aliases: [],
    exportTo: new Set(),
    selector: new Map([['app', name]]),
    labels: new Map(),
    isAssumed: true,
  };
}
