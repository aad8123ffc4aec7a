import type { HttpRouteSpecRulesBackendRefs } from '../../../imports/gateway.networking.k8s.io';
import type { Share, Target } from '../../model/contribution';
import type { RenderContext } from '../names';

/** A reference as HTTPRoute, TLSRoute and TCPRoute share it. */
export type BackendRef = Pick<
  HttpRouteSpecRulesBackendRefs,
  'group' | 'kind' | 'name' | 'namespace' | 'port' | 'weight'
>;

/** A version is reached through a Service of its own, a host outside by its name. */
export function backendOf(
  { hosts }: RenderContext,
  namespace: string,
  { service, version, port }: Target,
): BackendRef {
  const host = hosts.get(service)!;
  if (host.external) return { group: 'networking.istio.io', kind: 'Hostname', name: host.fqdn, port };
  const name = host.versions.find((one) => one.name === version)?.service ?? host.name;
  return { name, ...(host.namespace !== namespace && { namespace: host.namespace }), port };
}

/** A single backend gets everything, so that its weight is not written. */
export function weightedBackends(
  context: RenderContext,
  namespace: string,
  shares: readonly Share[],
): BackendRef[] {
  return shares.map(({ target, weight }) => ({
    ...backendOf(context, namespace, target),
    ...(shares.length > 1 && { weight }),
  }));
}
