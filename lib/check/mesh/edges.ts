import { fieldsList, textMap, textOf, textsOf, type Fields } from '../../manifest/fields';
import { GATEWAY_KINDS, isKind, referredKind } from '../../simulate/gateway-api/kinds';
import type { Config } from '../../simulate/mesh/config';
import type { Service } from '../../simulate/mesh/service';
import { gatewayName } from '../../simulate/virtual-service/read-match';
import { KIND } from './kinds';
import { findHost } from './lookup';
import type { Mesh } from './mesh';
import { backendRefs, routesOf } from './routes';

/** Requests that come from a gateway to a service, as a route says. */
export interface Edge {
  readonly route: Config;
  /** `namespace/name` of the Gateway. */
  readonly gateway: string;
  /** Who the gateway's pods are: `cluster.local/ns/edge/sa/default`. */
  readonly identity: string;
  readonly service: Service;
}

/** All of them, as far as gateways and services are declared. */
export function edgesOf(mesh: Mesh): readonly Edge[] {
  return [...ofVirtualServices(mesh), ...ofRoutes(mesh)];
}

function ofVirtualServices(mesh: Mesh): readonly Edge[] {
  return mesh.list(KIND.virtualService).flatMap((route) =>
    textsOf(route.spec.gateways).flatMap((written) => {
      const gateway = gatewayName(written, route.namespace);
      const [namespace = '', name = ''] = gateway.split('/');
      const found = written === 'mesh' ? undefined : mesh.find(KIND.gateway, namespace, name);
      const selector = textMap(found?.spec.selector);
      const pod = selector.size > 0 ? mesh.workloads().selected(selector)[0] : undefined;
      if (!pod) return [];
      const identity = identityOf(mesh, pod.namespace, pod.serviceAccount);
      const hosts = new Set(mesh.destinationsOf(route).map(({ full }) => full));
      return [...hosts].flatMap((host) => {
        const service = findHost(mesh, host, [pod.namespace])?.service;
        return service ? [{ route, gateway, identity, service }] : [];
      });
    }),
  );
}

/** Istio makes the pods of a Gateway of the Gateway API, and a ServiceAccount for them. */
function ofRoutes(mesh: Mesh): readonly Edge[] {
  return routesOf(mesh).flatMap((route) =>
    fieldsList(route.spec.parentRefs).flatMap((reference) => {
      if (!isKind(referredKind(reference, GATEWAY_KINDS.gateway), GATEWAY_KINDS.gateway)) return [];
      const namespace = textOf(reference.namespace) ?? route.namespace;
      const name = textOf(reference.name) ?? '';
      if (mesh.find(KIND.kubernetesGateway, namespace, name)?.spec.gatewayClassName !== 'istio') return [];
      const identity = identityOf(mesh, namespace, `${name}-istio`);
      return backendRefs(route).flatMap(([, backend]) => {
        const service = backendService(mesh, backend, route.namespace);
        return service ? [{ route, gateway: `${namespace}/${name}`, identity, service }] : [];
      });
    }),
  );
}

function backendService(mesh: Mesh, backend: Fields, namespace: string): Service | undefined {
  if (!isKind(referredKind(backend, KIND.service), KIND.service)) return undefined;
  const at = textOf(backend.namespace) ?? namespace;
  return mesh.servicesNamed(textOf(backend.name) ?? '').find((one) => one.namespace === at);
}

function identityOf({ settings }: Mesh, namespace: string, account: string): string {
  return `${settings.trustDomain}/ns/${namespace}/sa/${account}`;
}
