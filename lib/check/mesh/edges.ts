import { fieldsList, textOf, type Fields } from '../../manifest/fields';
import { GATEWAY_KINDS, isKind, referredKind } from '../../simulate/gateway-api/kinds';
import type { Config } from '../../simulate/mesh/config';
import type { Service } from '../../simulate/mesh/service';
import { delegateOf, gatewayPods, gatewaysOf } from './delegates';
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
    (['http', 'tcp', 'tls'] as const).flatMap((kind) =>
      fieldsList(route.spec[kind]).flatMap((rule, i) => {
        const pods = gatewayPods(mesh, route, gatewaysOf(route, rule));
        if (pods.length === 0) return [];
        const own = mesh
          .destinationsOf(route)
          .filter(({ path, kind: of }) => path[1] === kind && path[2] === i && of !== 'mirror');
        const delegate = delegateOf(mesh, route, rule);
        const all = delegate ? [...own, ...mesh.destinationsOf(delegate)] : own;
        const hosts = new Set(all.map(({ full }) => full));
        return pods.flatMap(({ gateway, pod: { namespace, serviceAccount } }) => {
          if (serviceAccount === undefined) return [];
          const identity = identityOf(mesh, namespace, serviceAccount);
          return [...hosts].flatMap((host) => {
            const service = findHost(mesh, host, [namespace])?.service;
            return service ? [{ route, gateway, identity, service }] : [];
          });
        });
      }),
    ),
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
