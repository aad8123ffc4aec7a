import type { Catalog } from '../../manifest/catalog';
import { fieldsOf, textMap } from '../../manifest/fields';
import { KINDS } from './config';
import type { Labels } from './labels';

/** Whether pods get a sidecar. */
export type Injection = (namespace: string, labels: Labels) => boolean;

/**
 * What Istio's injection does with pods. Labels of the pod and of its namespace say; a namespace that the manifests do
 * not declare is taken to be in the mesh.
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
 */
export function injectionOf(catalog: Catalog): Injection {
  const namespaces = new Map<string, Labels>();
  for (const { object } of catalog.list(KINDS.namespace)) {
    namespaces.set(object.metadata.name, textMap(fieldsOf(object.metadata).labels));
  }
  return (namespace, labels) => {
    const own = labels.get('sidecar.istio.io/inject');
    const asked = namespaces.get(namespace);
    if (own === 'false' || isGateway(labels)) return false;
    if (!asked) return true;
    const injection = asked.get('istio-injection');
    if (injection === 'disabled') return false;
    if (injection === 'enabled' || asked.has('istio.io/rev')) return true;
    return own === 'true' || labels.has('istio.io/rev');
  };
}

/** The pods of gateways are proxies themselves. */
function isGateway(labels: Labels): boolean {
  const istio = labels.get('istio');
  return (
    labels.has('gateway.networking.k8s.io/gateway-name') ||
    istio === 'ingressgateway' ||
    istio === 'egressgateway'
  );
}
