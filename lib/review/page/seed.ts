import { groupOf, namespaceOf } from '../../manifest/catalog';
import type { Document, KubeObject, Manifests } from '../../manifest/document';
import { fieldsList, fieldsOf, textOf, type Fields } from '../../manifest/fields';
import { objectRef } from '../../simulate/explain/trace';

/**
 * What the simulator reads of manifests, but for the MeshConfig: so a page can carry it. Values of Secrets and ConfigMaps,
 * environments and commands of containers, and kinds that say nothing about traffic are not in it.
 */
export function seedOf({ documents }: Manifests): readonly Document[] {
  const kept = documents.flatMap((document) => {
    const parts = REDUCERS.get(kindOf(document))?.(document.object);
    return parts ? [reduced(document, parts)] : [];
  });
  const known = new Set(kept.map(namespaceOf));
  // A namespace is there if anything is in it: by name alone.
  const others = documents.filter((document) => {
    const isNew = !known.has(namespaceOf(document));
    known.add(namespaceOf(document));
    return isNew;
  });
  return [...kept, ...others.map((document) => reduced(document, {}))];
}

type Reduce = (object: KubeObject) => Fields | undefined;

const spec: Reduce = (object) => ({ spec: object.spec });
const name: Reduce = () => ({});
/** Whose proxies it is about, but not what it does there. */
const selectors: Reduce = (object) => {
  const { workloadSelector, selector } = fieldsOf(object.spec);
  return { spec: { workloadSelector, selector } };
};
const pod: Reduce = (object) => ({ spec: podOf(object.spec) });
const maker: Reduce = (object) => {
  const { replicas, template } = fieldsOf(object.spec);
  const { metadata, spec: own } = fieldsOf(template);
  return {
    spec: { replicas, template: { metadata: { labels: fieldsOf(metadata).labels }, spec: podOf(own) } },
  };
};

/** By group and kind. */
const REDUCERS: ReadonlyMap<string, Reduce> = new Map([
  ...all('networking.istio.io', spec, ['VirtualService', 'DestinationRule', 'ServiceEntry', 'WorkloadEntry']),
  ...all('networking.istio.io', spec, ['Gateway', 'Sidecar']),
  ...all('security.istio.io', spec, ['PeerAuthentication', 'RequestAuthentication', 'AuthorizationPolicy']),
  ...all('gateway.networking.k8s.io', spec, [
    'GatewayClass',
    'Gateway',
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
  ]),
  ...all('gateway.networking.k8s.io', spec, ['ReferenceGrant']),
  ...all('gateway.networking.k8s.io', name, ['TCPRoute', 'BackendTLSPolicy', 'ListenerSet']),
  ...all('networking.k8s.io', name, ['Ingress']),
  ...all('networking.istio.io', selectors, ['EnvoyFilter']),
  ...all('extensions.istio.io', selectors, ['WasmPlugin', 'TrafficExtension']),
  ...all('', spec, ['Service']),
  ...all('', name, ['Namespace']),
  ...all('', pod, ['Pod']),
  ...all('apps', maker, ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']),
  ...all('argoproj.io', maker, ['Rollout']),
  ...all('', endpoints, ['Endpoints']),
  ...all('discovery.k8s.io', endpoints, ['EndpointSlice']),
  ...all('cert-manager.io', secretName, ['Certificate']),
  ...all('', certificate, ['Secret']),
]);

function all(
  group: string,
  reduce: Reduce,
  kinds: readonly string[],
): readonly (readonly [string, Reduce])[] {
  return kinds.map((kind) => [`${group}/${kind}`, reduce]);
}

function endpoints({ endpoints: own, subsets }: KubeObject): Fields {
  return { endpoints: own, subsets };
}

function secretName(object: KubeObject): Fields {
  return { spec: { secretName: fieldsOf(object.spec).secretName } };
}

function podOf(given: unknown): Fields {
  const { serviceAccountName, containers } = fieldsOf(given);
  const ports = fieldsList(containers).map((container) => ({
    ports: fieldsList(container.ports).map((port) => ({
      name: port.name,
      containerPort: port.containerPort,
    })),
  }));
  return { serviceAccountName, containers: ports };
}

/** That there is a certificate, but not which. */
function certificate({ data, stringData }: KubeObject): Fields | undefined {
  const parts = { ...fieldsOf(data), ...fieldsOf(stringData) };
  const there = ['tls.crt', 'tls.key'].filter((part) => textOf(parts[part]));
  return there.length === 0
    ? undefined
    : { data: Object.fromEntries(there.map((part) => [part, 'is there'])) };
}

function kindOf({ object: { apiVersion, kind } }: Document): string {
  return `${groupOf(apiVersion)}/${kind}`;
}

function reduced(document: Document, parts: Fields): Document {
  const { apiVersion, kind, metadata } = document.object;
  const { name: own, namespace, labels, annotations, creationTimestamp } = metadata;
  const told = Object.entries(fieldsOf(annotations)).filter(([key]) => key.includes('istio.io/'));
  const { file, line, construct } = objectRef(document);
  const place = line === undefined ? file : file === undefined ? `line ${line}` : `${file}:${line}`;
  return {
    object: {
      apiVersion,
      kind,
      metadata: {
        name: own,
        namespace,
        labels,
        ...(told.length > 0 && { annotations: Object.fromEntries(told) }),
        creationTimestamp,
      },
      ...parts,
    },
    origin: {
      // There is no text to look the line up in: it stands where the file does.
      ...(place !== undefined && { file: place }),
      index: document.origin.index,
      construct,
    },
  };
}
