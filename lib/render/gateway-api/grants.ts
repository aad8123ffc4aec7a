import type { EdgeGateway } from '../../model/gateway';
import { kindOf, type Manifest } from '../manifest';
import type { BackendRef } from './backends';

/** Routes of a gateway may lead into another namespace only if that namespace permits it. (Routes in the mesh may.) */
export function referenceGrants({ name, namespace }: EdgeGateway, routes: readonly Manifest[]): Manifest[] {
  const needed = new Map<string, { readonly kinds: Set<string>; readonly services: Set<string> }>();
  for (const route of routes) {
    for (const backend of backendsIn(route)) {
      if (backend.namespace === undefined || backend.namespace === namespace) continue;
      const grant = needed.get(backend.namespace) ?? { kinds: new Set(), services: new Set() };
      grant.kinds.add(kindOf(route));
      grant.services.add(backend.name);
      needed.set(backend.namespace, grant);
    }
  }
  return [...needed].map(([target, { kinds, services }]) => ({
    kind: 'gateway.networking.k8s.io/ReferenceGrant',
    name: `from-${namespace}-${name}`,
    namespace: target,
    spec: {
      from: [...kinds].sort().map((kind) => ({ group: 'gateway.networking.k8s.io', kind, namespace })),
      to: [...services].sort().map((service) => ({ group: '', kind: 'Service', name: service })),
    },
  }));
}

interface RouteSpec {
  readonly rules: readonly {
    readonly backendRefs?: readonly BackendRef[];
    readonly filters?: readonly { readonly requestMirror?: { readonly backendRef: BackendRef } }[];
  }[];
}

function backendsIn({ spec }: Manifest): BackendRef[] {
  return (spec as RouteSpec).rules.flatMap(({ backendRefs = [], filters = [] }) => [
    ...backendRefs,
    ...filters.flatMap(({ requestMirror }) => requestMirror?.backendRef ?? []),
  ]);
}
