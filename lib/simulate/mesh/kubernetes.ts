import { fieldsList, fieldsOf, numberOf, textMap, textOf, textsOf, type Fields } from '../../manifest/fields';
import type { Document } from '../../manifest/document';
import { configOf } from './config';
import { servicePortProtocol } from './protocol';
import type { Port, Service } from './service';

/**
 * A Service as Istio's registry has it.
 * @param ip the cluster IP that it gets if it does not say one
 */
export function kubernetesService(document: Document, domain: string, ip: string): Service {
  const { name, namespace, created, labels, annotations, spec } = configOf(document);
  const exportTo = annotations.get('networking.istio.io/exportTo');
  const externalName = spec.type === 'ExternalName' ? textOf(spec.externalName) : undefined;
  const selector = textMap(spec.selector);
  const isHeadless = spec.clusterIP === 'None';
  return {
    hostname: `${name}.${namespace}.svc.${domain}`,
    name,
    namespace,
    created,
    registry: 'kubernetes',
    ports: fieldsList(spec.ports).flatMap(portOf),
    resolution: isHeadless ? 'original' : externalName !== undefined ? 'alias' : 'endpoints',
    isExternal: externalName !== undefined,
    addresses: isHeadless || externalName !== undefined ? [] : clusterIps(spec, ip),
    aliases: [],
    ...(externalName !== undefined && { externalName }),
    exportTo: new Set(exportTo ? exportTo.split(',').map((part) => part.trim()) : []),
    ...(selector.size > 0 && { selector }),
    labels,
    trafficDistribution:
      textOf(spec.trafficDistribution) ?? annotations.get('networking.istio.io/traffic-distribution'),
    document,
  };
}

function clusterIps({ clusterIP }: Fields, ip: string): readonly string[] {
  return [textOf(clusterIP) || ip];
}

function portOf(port: Fields): readonly Port[] {
  const number = numberOf(port.port);
  if (number === undefined) return [];
  const name = textOf(port.name) ?? '';
  const target = numberOf(port.targetPort) ?? textOf(port.targetPort);
  return [
    {
      name,
      number,
      protocol: servicePortProtocol(number, name, textOf(port.protocol) ?? 'TCP', textOf(port.appProtocol)),
      ...(target !== undefined && target !== 0 && { target }),
    },
  ];
}

/** A pod, or a replica of something that makes pods. */
export interface Workload {
  readonly namespace: string;
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** How many pods there are of it: all are alike. */
  readonly replicas: number;
  /** Of its pods, or some of them. */
  readonly addresses: readonly string[];
  /** Absent: nobody says, since it was not declared. */
  readonly serviceAccount?: string;
  /** The numbers of the containers' named ports. */
  readonly namedPorts: ReadonlyMap<string, number>;
  readonly locality?: string;
  readonly document?: Document;
  /** Nobody declared it: a service without any workload is taken to have one, and one for each subset. */
  readonly isAssumed: boolean;
}

/** What makes pods: its template says which. */
export function templateWorkload(document: Document, addresses: readonly string[]): Workload {
  const config = configOf(document);
  const template = fieldsOf(config.spec.template);
  const pod = fieldsOf(template.spec);
  return {
    namespace: config.namespace,
    name: config.name,
    labels: textMap(fieldsOf(template.metadata).labels),
    replicas: Math.max(0, numberOf(config.spec.replicas) ?? 1),
    addresses,
    ...podFacts(pod),
    ...localityOf(textMap(fieldsOf(template.metadata).labels)),
    document,
    isAssumed: false,
  };
}

export function podWorkload(document: Document, addresses: readonly string[]): Workload {
  const { namespace, name, labels, spec } = configOf(document);
  return {
    namespace,
    name,
    labels,
    replicas: 1,
    addresses,
    ...podFacts(spec),
    ...localityOf(labels),
    document,
    isAssumed: false,
  };
}

/** Nodes say where pods are, but manifests seldom say on which node; a label of the pod goes before them anyway. */
function localityOf(labels: ReadonlyMap<string, string>): { locality?: string } {
  const label = labels.get('istio-locality');
  return label === undefined ? {} : { locality: label.includes('/') ? label : label.replaceAll('.', '/') };
}

function podFacts(pod: Fields): Pick<Workload, 'serviceAccount' | 'namedPorts'> {
  const ports = fieldsList(pod.containers).flatMap((container) => fieldsList(container.ports));
  const namedPorts = new Map<string, number>();
  for (const port of ports) {
    const name = textOf(port.name);
    const number = numberOf(port.containerPort);
    if (name !== undefined && number !== undefined && !namedPorts.has(name)) namedPorts.set(name, number);
  }
  return { serviceAccount: textOf(pod.serviceAccountName) ?? 'default', namedPorts };
}

/** The addresses that a ready part of an Endpoints or EndpointSlice object lists. */
export function listedAddresses({ object }: Document): readonly string[] {
  const slices = fieldsList(object.endpoints).flatMap(({ addresses }) => textsOf(addresses));
  const subsets = fieldsList(object.subsets).flatMap(({ addresses }) =>
    fieldsList(addresses).flatMap(({ ip }) => textOf(ip) ?? []),
  );
  return [...slices, ...subsets];
}
