import { fieldsList, fieldsOf, isFields, type Fields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import type { Listener } from '../../simulate/gateway-api/gateways';
import { GATEWAY_KINDS, isKind, referredKind } from '../../simulate/gateway-api/kinds';
import type { Config } from '../../simulate/mesh/config';
import type { Mesh } from './mesh';
import { KIND } from './kinds';
import { push } from './workloads';

const ROUTES = [KIND.httpRoute, KIND.grpcRoute, KIND.tlsRoute];

/** The routes of the Gateway API that Istio programs. */
export function routesOf(mesh: Mesh): readonly Config[] {
  return ROUTES.flatMap((kind) => mesh.list(kind));
}

/** The listeners of Istio's gateways, by the Gateway. */
export function listenersByGateway(mesh: Mesh): ReadonlyMap<string, readonly Listener[]> {
  const found = new Map<string, Listener[]>();
  for (const listener of mesh.listeners())
    push(found, `${listener.gateway.namespace}/${listener.gateway.name}`, listener);
  return found;
}

/** Whether a route is for callers in the mesh only. */
export function isMeshRoute({ spec }: Config): boolean {
  const parents = fieldsList(spec.parentRefs).map((parent) => referredKind(parent, GATEWAY_KINDS.gateway));
  return (
    parents.length > 0 &&
    parents.every((parent) => isKind(parent, KIND.service) || isKind(parent, KIND.serviceEntry))
  );
}

/** Everything that a route sends requests to, mirrors too. */
export function backendRefs({ spec }: Config): readonly (readonly [Path, Fields])[] {
  const found: (readonly [Path, Fields])[] = [];
  const mirrors = (filters: unknown, at: Path): void =>
    fieldsList(filters).forEach(({ requestMirror }, i) => {
      const { backendRef } = fieldsOf(requestMirror);
      if (isFields(backendRef))
        found.push([[...at, 'filters', i, 'requestMirror', 'backendRef'], backendRef]);
    });
  fieldsList(spec.rules).forEach((rule, i) => {
    const at = ['spec', 'rules', i];
    mirrors(rule.filters, at);
    fieldsList(rule.backendRefs).forEach((backend, j) => {
      found.push([[...at, 'backendRefs', j], backend]);
      mirrors(backend.filters, [...at, 'backendRefs', j]);
    });
  });
  return found;
}
