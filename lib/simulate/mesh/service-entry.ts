import {
  fieldsList,
  fieldsOf,
  isFields,
  numberOf,
  optionalFields,
  textMap,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { Config } from './config';
import { parseProtocol } from './protocol';
import type { Port, Resolution, Service } from './service';
import { isIP } from '../names/ip';

const RESOLUTIONS: Readonly<Record<string, Resolution>> = {
  NONE: 'original',
  STATIC: 'endpoints',
  DNS: 'dns',
  DNS_ROUND_ROBIN: 'dns-single',
  DYNAMIC_DNS: 'dynamic-dns',
};

/**
 * The services of a ServiceEntry: one for each of its hosts and addresses.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function serviceEntryServices(config: Config): readonly Service[] {
  const { namespace, created, labels, spec, document } = config;
  const resolution = own(RESOLUTIONS, textOf(spec.resolution)) ?? 'original';
  const selector = optionalFields(spec.workloadSelector);
  const listed = textsOf(spec.addresses);
  const addresses = listed.map(normalAddress).filter((address) => address !== undefined);
  const common = {
    namespace,
    created,
    registry: 'external' as const,
    ports: fieldsList(spec.ports).flatMap(portOf),
    resolution,
    isExternal: spec.location !== 'MESH_INTERNAL',
    aliases: [],
    exportTo: new Set(textsOf(spec.exportTo)),
    ...(selector && { selector: textMap(selector.labels) }),
    labels,
    document,
  };
  return textsOf(spec.hosts).flatMap((host): readonly Service[] => {
    const service = { ...common, hostname: host, name: host };
    return listed.length === 0
      ? [{ ...service, addresses: [] }]
      : addresses.map((address) => ({ ...service, addresses: [address] }));
  });
}

/** An address or a range; a range of one is an address. */
function normalAddress(text: string): string | undefined {
  if (isIP(text) !== 0) return text;
  const [address, bits] = text.split('/');
  const version = isIP(address!);
  if (version === 0 || !/^[0-9]+$/.test(bits ?? '')) return undefined;
  return Number(bits) === (version === 4 ? 32 : 128) ? address! : text;
}

function portOf(port: Fields): readonly Port[] {
  const number = numberOf(port.number);
  if (number === undefined) return [];
  const target = numberOf(port.targetPort);
  return [
    {
      name: textOf(port.name) ?? '',
      number,
      protocol: parseProtocol(textOf(port.protocol) ?? ''),
      ...(target && { target }),
    },
  ];
}

/** Somewhere outside of Kubernetes that a ServiceEntry lists, or a WorkloadEntry declares. */
export interface EntryEndpoint {
  readonly name: string;
  readonly namespace: string;
  readonly address: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly ports: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly locality?: string;
  readonly hasSidecar: boolean;
}

export function entryEndpoint(entry: Fields, name: string, config: Config): EntryEndpoint {
  const labels = new Map([
    ...textMap(entry.labels),
    ...(config.kind === 'WorkloadEntry' ? config.labels : []),
  ]);
  const ports = new Map<string, number>();
  const named = fieldsOf(entry.ports);
  for (const key of Object.keys(named)) {
    const number = numberOf(named[key]);
    if (number !== undefined) ports.set(key, number);
  }
  const locality = textOf(entry.locality);
  const tlsMode = labels.get('security.istio.io/tlsMode');
  return {
    name,
    namespace: config.namespace,
    address: textOf(entry.address) ?? '',
    labels,
    ports,
    weight: numberOf(entry.weight) || 1,
    ...(locality && { locality }),
    hasSidecar: tlsMode === undefined ? Boolean(textOf(entry.serviceAccount)) : tlsMode === 'istio',
  };
}

/** The endpoints that a ServiceEntry lists itself. */
export function listedEndpoints(config: Config): readonly EntryEndpoint[] {
  return fieldsList(config.spec.endpoints)
    .filter(isFields)
    .map((entry, i) => entryEndpoint(entry, `${config.name}-${i}`, config));
}

function own<T>(record: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
