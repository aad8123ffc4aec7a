import type { GroupKind } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textMap } from '../../manifest/fields';
import type { NotModelled } from '../decision';
import { objectRef } from '../explain/trace';
import { KINDS, configOf, type Config } from '../mesh/config';
import { selects } from '../mesh/labels';
import { GATEWAY_KINDS } from '../gateway-api/kinds';
import type { World } from '../mesh/world';
import type { Proxy } from './proxy';

interface Gap {
  readonly kind: GroupKind;
  readonly why: string;
  /** Whose: only of this proxy (or of all in the mesh), or of anybody's in the mesh. */
  readonly holdsFor: 'proxy' | 'gateways' | 'mesh';
}

const GAPS: readonly Gap[] = [
  {
    kind: { group: 'networking.istio.io', kind: 'EnvoyFilter' },
    why: 'it changes the configuration of proxies in any way',
    holdsFor: 'proxy',
  },
  {
    kind: { group: 'extensions.istio.io', kind: 'WasmPlugin' },
    why: 'it runs code in proxies, which may answer or change requests',
    holdsFor: 'proxy',
  },
  {
    kind: { group: 'extensions.istio.io', kind: 'TrafficExtension' },
    why: 'it runs code in proxies, which may answer or change requests',
    holdsFor: 'proxy',
  },
  {
    kind: { group: 'networking.k8s.io', kind: 'Ingress' },
    why: 'it adds routes to gateways',
    holdsFor: 'gateways',
  },
  {
    kind: { group: 'gateway.networking.k8s.io', kind: 'ListenerSet' },
    why: 'it adds listeners to gateways',
    holdsFor: 'gateways',
  },
  {
    kind: GATEWAY_KINDS.tcpRoute,
    why: 'Istio ignores it, unless it is installed with PILOT_ENABLE_ALPHA_GATEWAY_API',
    holdsFor: 'mesh',
  },
  {
    kind: GATEWAY_KINDS.backendTlsPolicy,
    why: 'it makes callers speak TLS to a service',
    holdsFor: 'mesh',
  },
];

const gaps = new WeakMap<Proxy, readonly NotModelled[]>();

/** The objects that could change what a proxy does, but are not part of the simulation: the same list each time. */
export function gapsOf(proxy: Proxy): readonly NotModelled[] {
  let known = gaps.get(proxy);
  if (!known) gaps.set(proxy, (known = findGaps(proxy)));
  return known;
}

/** These, and what else was found on the way. */
export function withGaps(proxy: Proxy, others: readonly NotModelled[] = []): readonly NotModelled[] {
  const own = gapsOf(proxy);
  return others.length > 0 ? Object.freeze([...own, ...others]) : own;
}

function findGaps(proxy: Proxy): readonly NotModelled[] {
  const { world } = proxy;
  const found = GAPS.flatMap(({ kind, why, holdsFor }) =>
    world.catalog
      .list(kind)
      .map(configOf)
      .filter((config) => concerns(config, holdsFor, proxy, world.settings.rootNamespace))
      .map(({ document }) => Object.freeze({ object: objectRef(document), why })),
  );
  return Object.freeze([...found, ...ambient(world, proxy)]);
}

function concerns(config: Config, holdsFor: Gap['holdsFor'], proxy: Proxy, root: string): boolean {
  if (holdsFor === 'mesh') return true;
  if (holdsFor === 'gateways') return proxy.kind === 'gateway';
  if (proxy.kind === 'none') return false;
  if (config.namespace !== proxy.namespace && config.namespace !== root) return false;
  const { workloadSelector, selector } = config.spec;
  const labels = fieldsOf(workloadSelector).labels ?? fieldsOf(selector).matchLabels;
  return selects(textMap(labels), proxy.labels);
}

const MODE = 'istio.io/dataplane-mode';

/** What goes through ztunnel and waypoints, at either end. */
function ambient(world: World, { namespace, labels }: Proxy): readonly NotModelled[] {
  const { documents, namespaces } = ambientOf(world);
  const why =
    labels.get(MODE) === 'ambient' || namespaces.has(namespace)
      ? 'the caller is in ambient mode, and the answer is that of a caller with a sidecar'
      : 'it is part of ambient mode, and requests are taken to meet neither ztunnel nor a waypoint';
  return documents.map((document) => Object.freeze({ object: objectRef(document), why }));
}

interface Ambient {
  /** What makes anything ambient, and the waypoints. */
  readonly documents: readonly Document[];
  readonly namespaces: ReadonlySet<string>;
}

const known = new WeakMap<World, Ambient>();

function ambientOf(world: World): Ambient {
  let ambience = known.get(world);
  if (!ambience) known.set(world, (ambience = findAmbient(world)));
  return ambience;
}

function findAmbient({ catalog, workloads }: World): Ambient {
  const namespaces = catalog
    .list(KINDS.namespace)
    .filter(({ object }) => textMap(object.metadata.labels).get(MODE) === 'ambient');
  const pods = workloads.flatMap(({ labels, document }) =>
    labels.get(MODE) === 'ambient' && document ? [document] : [],
  );
  const waypoints = catalog
    .list(GATEWAY_KINDS.gateway)
    .filter(({ object }) => fieldsOf(object.spec).gatewayClassName === 'istio-waypoint');
  return {
    documents: [...namespaces, ...pods, ...waypoints],
    namespaces: new Set(namespaces.map(({ object }) => object.metadata.name)),
  };
}
