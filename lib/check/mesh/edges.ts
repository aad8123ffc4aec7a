import { fieldsList, textOf, type Fields } from '../../manifest/fields';
import { GATEWAY_KINDS, isKind, referredKind } from '../../simulate/gateway-api/kinds';
import type { Config } from '../../simulate/mesh/config';
import type { Service } from '../../simulate/mesh/service';
import { delegatesOf, gatewayPods } from './delegates';
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
    gatewayPods(mesh, route).flatMap(({ gateway, pod }) => {
      const identity = identityOf(mesh, pod.namespace, pod.serviceAccount);
      const written = [route, ...delegatesOf(mesh, route)].flatMap((one) => mesh.destinationsOf(one));
      return [...new Set(written.map(({ full }) => full))].flatMap((host) => {
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
