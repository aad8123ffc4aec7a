import {
  fieldsList,
  fieldsOf,
  numberOf,
  optionalFields,
  textMap,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { Client } from '../destination-rule/lookup';
import type { HostRule } from '../destination-rule/model';
import { KINDS, configsOf, type Config } from '../mesh/config';
import { selects, type Labels } from '../mesh/labels';
import type { Service } from '../mesh/service';
import type { World } from '../mesh/world';
import { Egress, mergedServices } from './egress';
import { visibleVirtualServices } from './visible';

/** What one proxy knows of the mesh. */
export interface Scope {
  readonly namespace: string;
  /** The last one may be for all ports. */
  readonly egress: readonly Egress[];
  /** All services that it has clusters for, by hostname. */
  readonly services: ReadonlyMap<string, Service>;
  readonly allowAny: boolean;
  /** Where unknown traffic goes instead of straight out. */
  readonly egressProxy?: Fields;
  readonly sidecar?: Config;
  destinationRule(hostname: string): HostRule | undefined;
}

/** The Sidecar of a workload: of its namespace, one that selects it first; else that of the root namespace. */
export function sidecarFor(world: World, namespace: string, labels: Labels): Config | undefined {
  const { own, root } = sidecarsOf(world);
  const isFor = (config: Config): boolean => {
    const selector = selectorOf(config);
    return !selector || selects(textMap(selector.labels), labels);
  };
  return own.get(namespace)?.find(isFor) ?? root;
}

/** By namespace, in the order in which they count, and that for everybody else. */
interface Sidecars {
  readonly own: ReadonlyMap<string, readonly Config[]>;
  readonly root: Config | undefined;
}

const sidecars = new WeakMap<World, Sidecars>();

function sidecarsOf(world: World): Sidecars {
  let known = sidecars.get(world);
  if (!known) {
    const all = configsOf(world.catalog, KINDS.sidecar);
    const own = new Map<string, Config[]>();
    for (const config of [...all.filter(selectorOf), ...all.filter((one) => !selectorOf(one))]) {
      const list = own.get(config.namespace);
      if (list) list.push(config);
      else own.set(config.namespace, [config]);
    }
    const { rootNamespace } = world.settings;
    known = { own, root: own.get(rootNamespace)?.find((config) => !selectorOf(config)) };
    sidecars.set(world, known);
  }
  return known;
}

function selectorOf({ spec }: Config): Fields | undefined {
  return optionalFields(spec.workloadSelector);
}

/** @see https://istio.io/latest/docs/reference/config/networking/sidecar/ */
export function sidecarScope(world: World, namespace: string, labels: Labels): Scope {
  const sidecar = sidecarFor(world, namespace, labels);
  const listeners = fieldsList(sidecar?.spec.egress);
  const everything: Fields = { hosts: ['*/*'] };
  const candidates = visibleVirtualServices(world.virtualServices, namespace, 'mesh');
  const services = world.registry.visibleTo(namespace);
  const egress = (listeners.length > 0 ? listeners : [everything]).map(
    (listener) => new Egress(readListener(listener), namespace, services, candidates),
  );
  const policy = optionalFields(sidecar?.spec.outboundTrafficPolicy);
  const egressProxy = optionalFields(policy?.egressProxy);
  const known = mergedServices(world.registry, egress, namespace);
  return {
    namespace,
    egress,
    services: known,
    allowAny: policy ? policy.mode === 'ALLOW_ANY' : world.settings.allowAny,
    ...(egressProxy && { egressProxy }),
    ...(sidecar && { sidecar }),
    destinationRule: ruleLookup(world, known, { namespace, labels }),
  };
}

function readListener(listener: Fields): ConstructorParameters<typeof Egress>[0] {
  const port = optionalFields(listener.port);
  return {
    hosts: textsOf(listener.hosts),
    bind: textOf(listener.bind) ?? '',
    ...(port && {
      port: {
        number: numberOf(port.number) ?? 0,
        protocol: textOf(port.protocol) ?? '',
        name: textOf(port.name) ?? '',
      },
    }),
    isCaptured: fieldsOf(listener).captureMode !== 'NONE',
  };
}

function ruleLookup(
  { destinationRules }: World,
  services: ReadonlyMap<string, Service>,
  client: Client,
): Scope['destinationRule'] {
  const found = new Map<string, HostRule | undefined>();
  return (hostname) => {
    if (!found.has(hostname)) {
      const service = services.get(hostname);
      found.set(hostname, service && destinationRules.find(hostname, service.namespace, client));
    }
    return found.get(hostname);
  };
}

/** A gateway sees everything that is exported to its namespace. */
export function gatewayScope(world: World, namespace: string, labels: Labels): Scope {
  const services = mergedServices(world.registry, [], namespace, world.registry.visibleTo(namespace));
  return {
    namespace,
    egress: [],
    services,
    allowAny: false,
    destinationRule: ruleLookup(world, services, { namespace, labels }),
  };
}
