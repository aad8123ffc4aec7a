// What istioctl's analyzers look for in a cluster, and what files do not have: pods, and the Secrets of gateways.
import { parseAllDocuments, stringify } from 'yaml';
import { tlsSecret } from './secret.mjs';

const INGRESS_NAMESPACE = 'istio-system';

/** The objects in the text, and those that a cluster would have beside them. */
export function withSurroundings(text) {
  const objects = parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter(Boolean);
  const made = [...objects.filter(({ kind }) => kind === 'Deployment').map(podOf), ...secretsOf(objects)];
  return [text, ...made.map((object) => stringify(object))].join('---\n');
}

function podOf({ metadata: { name, namespace }, spec: { template } }) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-0`,
      namespace,
      labels: template.metadata?.labels,
      annotations: { ...template.metadata?.annotations, 'sidecar.istio.io/status': '{}' },
    },
    spec: {
      serviceAccountName: template.spec.serviceAccountName,
      containers: [...template.spec.containers, { name: 'istio-proxy', image: 'proxyv2' }],
    },
    status: { phase: 'Running' },
  };
}

/** In Istio's dialect they are looked for beside the gateway's pods, in the Gateway API beside the Gateway. */
function secretsOf(objects) {
  const secrets = objects.flatMap(({ apiVersion, kind, metadata, spec }) => {
    if (kind !== 'Gateway') return [];
    if (apiVersion.startsWith('networking.istio.io'))
      return spec.servers.map(({ tls }) => [INGRESS_NAMESPACE, tls?.credentialName]);
    return spec.listeners.flatMap(({ tls }) =>
      (tls?.certificateRefs ?? []).map(({ name }) => [metadata.namespace, name]),
    );
  });
  return secrets.filter(([, name]) => name).map(([namespace, name]) => tlsSecret(namespace, name));
}
