import type { Receiver } from '../decision';
import { selects, type Labels } from '../mesh/labels';
import { portOf, type Port, type Service } from '../mesh/service';
import type { Workload } from '../mesh/kubernetes';
import { WorkloadIndex } from '../mesh/workload-index';
import type { EntryEndpoint } from '../mesh/service-entry';
import { objectsAddresses, type World } from '../mesh/world';
import { isIP } from '../names/ip';

/** Somebody who takes requests for a service, and how many of them there are. */
export interface Endpoint {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly port: number;
  readonly addresses: readonly string[];
  readonly weight: number;
  readonly locality?: string;
  readonly hasSidecar: boolean;
  readonly workload?: Workload;
}

const NO_LABELS: Labels = new Map();

/** Finds who is behind a port of a service. */
export class EndpointIndex {
  private readonly workloads: WorkloadIndex;
  private readonly found = new Map<string, readonly Endpoint[]>();

  constructor(private readonly world: World) {
    this.workloads = new WorkloadIndex(world.workloads);
  }

  /** All endpoints, whatever their subset. */
  of(service: Service, port: Port): readonly Endpoint[] {
    const key = `${service.namespace}/${service.hostname}/${port.number}`;
    let endpoints = this.found.get(key);
    if (!endpoints) this.found.set(key, (endpoints = this.search(service, port)));
    return endpoints;
  }

  private search(service: Service, port: Port): readonly Endpoint[] {
    if (service.resolution === 'alias' || service.resolution === 'dynamic-dns') return [];
    const { selector, registry } = service;
    if (registry === 'kubernetes') {
      const written = objectsAddresses(this.world.catalog, service);
      if (written) return written.map((address) => addressEndpoint(service, address, port));
      return selector ? this.selected(selector, service).map((one) => this.workloadEndpoint(one, port)) : [];
    }
    return this.entriesOf(service).flatMap((entry) => {
      const own = portOf(entry, port.number);
      return own ? this.entryEndpoints(entry, own) : [];
    });
  }

  /** ServiceEntries of a namespace for the same host share their endpoints. */
  private entriesOf(service: Service): readonly Service[] {
    const { hostname, namespace, document } = service;
    if (!this.world.registry.isShared(hostname)) return [service];
    const all = this.world.registry.services.filter(
      (one) => one.hostname === hostname && one.namespace === namespace && one.registry === 'external',
    );
    const byDocument = new Map(all.map((one) => [one.document, one]));
    return byDocument.has(document) ? [...byDocument.values()] : [service];
  }

  private entryEndpoints(service: Service, port: Port): readonly Endpoint[] {
    const { selector, document } = service;
    if (selector) {
      const entries = this.world.workloadEntries.filter(
        (entry) => entry.namespace === service.namespace && selects(selector, entry.labels),
      );
      return [
        ...entries.map((entry) => listedEndpoint(entry, port)),
        ...this.selected(selector, service).map((one) => this.workloadEndpoint(one, port)),
      ];
    }
    const listed = (document && this.world.listed.get(document)) ?? [];
    if (listed.length > 0) return listed.map((entry) => listedEndpoint(entry, port));
    const isDns = service.resolution === 'dns' || service.resolution === 'dns-single';
    return isDns ? [addressEndpoint(service, service.hostname, port)] : [];
  }

  private workloadEndpoint(workload: Workload, port: Port): Endpoint {
    return workloadEndpoint(workload, port, this.world.isInjected(workload.namespace, workload.labels));
  }

  private selected(selector: Labels, { namespace }: Service): readonly Workload[] {
    return this.workloads.selected(namespace, selector).filter(({ replicas }) => replicas > 0);
  }
}

function workloadEndpoint(workload: Workload, port: Port, isInjected: boolean): Endpoint {
  const { namespace, name, labels, replicas, locality } = workload;
  const { target = port.number } = port;
  return {
    namespace,
    name,
    labels,
    port: typeof target === 'number' ? target : (workload.namedPorts.get(target) ?? port.number),
    addresses: workload.addresses,
    weight: replicas,
    ...(locality !== undefined && { locality }),
    hasSidecar: isInjected,
    workload,
  };
}

function listedEndpoint(entry: EntryEndpoint, port: Port): Endpoint {
  const { namespace, address, name, labels, ports, weight, locality, hasSidecar } = entry;
  const target = typeof port.target === 'number' ? port.target : port.number;
  return {
    namespace,
    name: address || name,
    labels,
    port: ports.get(port.name) ?? target,
    addresses: isIP(address) ? [address] : [],
    weight,
    ...(locality !== undefined && { locality }),
    hasSidecar,
  };
}

function addressEndpoint({ namespace }: Service, name: string, port: Port): Endpoint {
  const target = typeof port.target === 'number' ? port.target : port.number;
  return {
    namespace,
    name,
    labels: NO_LABELS,
    port: target,
    addresses: isIP(name) ? [name] : [],
    weight: 1,
    hasSidecar: false,
  };
}

/** Who gets the requests, and what share of them: as many as there are pods of it. */
export function receivers(endpoints: readonly Endpoint[]): readonly Receiver[] {
  const total = endpoints.reduce((sum, { weight }) => sum + weight, 0);
  return Object.freeze(
    endpoints.map(({ namespace, name, labels, port, weight }) => {
      const version = labels.get('version');
      return Object.freeze({
        namespace,
        name,
        ...(version !== undefined && { version }),
        labels: Object.freeze(Object.fromEntries(labels)),
        port,
        share: weight / total,
      });
    }),
  );
}
