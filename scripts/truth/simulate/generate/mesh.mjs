// A small mesh, one caller in it, and what it asks for: plain data.
import { tlsSecret } from '../../secret.mjs';
import { addTlsListener, tlsRoute, tlsRules } from './connections.mjs';
import { NAMESPACES } from './pools.mjs';
import { INGRESS, gateway, httpRoute, kubernetesGateway, referenceGrant } from './gateways.mjs';
import { destinationRule, sidecar } from './rules.mjs';
import { requests } from './requests.mjs';
import { alias, serviceEntry, serviceObjects, services } from './services.mjs';
import { delegation, virtualService } from './virtual-services.mjs';

/**
 * `{ documents, mesh, from, requests }`
 * @param isWide whether there are GRPCRoutes, TLSRoutes and rules for TLS: an oracle that asks for the version of CRDs does
 *   not see such routes
 */
export function mesh(r, isWide = false, count = 15) {
  const all = services(r);
  const dialect = r.next();
  const isClassic = dialect < 0.4;
  const isGatewayApi = dialect >= 0.3 && dialect < 0.75;
  const gateways = isClassic ? r.times(1, 2, (i) => gateway(r, i)) : [];
  const kubernetesGateways = isGatewayApi && r.chance(0.7) ? [kubernetesGateway(r, 0)] : [];
  if (isWide) for (const { spec } of kubernetesGateways) if (r.chance(0.7)) addTlsListener(r, spec.listeners);
  const world = { all, gateways, kubernetesGateways };
  const virtualServices = r.times(isGatewayApi ? 0 : 1, 4, (i) => virtualService(r, i, world));
  if (isWide) {
    for (const { spec } of virtualServices) {
      const hosts = spec.hosts.filter((host) => host.includes('.'));
      if (hosts.length > 0 && r.chance(0.4)) spec.tls = tlsRules(r, world, hosts);
    }
  }
  const routeKind = () => (isWide && r.chance(0.4) ? 'GRPCRoute' : 'HTTPRoute');
  const documents = [
    ...all.flatMap((service) => serviceObjects(r, service)),
    ...(isClassic ? [INGRESS] : []),
    ...(r.chance(0.1) ? [alias(r, all)] : []),
    ...(r.chance(0.35) ? r.times(1, 2, (i) => serviceEntry(r, i)) : []),
    ...r.times(0, 4, (i) => destinationRule(r, i, all)),
    ...gateways,
    ...kubernetesGateways,
    ...kubernetesGateways
      .filter(() => r.chance(0.8))
      .map(({ metadata }) => tlsSecret(metadata.namespace, 'cert')),
    ...virtualServices,
    ...(virtualServices.length > 0 && r.chance(0.15)
      ? [delegation(r, 0, world, r.pick(virtualServices))]
      : []),
    ...(isGatewayApi ? r.times(1, 4, (i) => httpRoute(r, i, world, routeKind())) : []),
    ...(isWide && isGatewayApi ? r.times(0, 2, (i) => tlsRoute(r, i, world)) : []),
    ...(isGatewayApi && r.chance(0.5) ? r.times(1, 2, (i) => referenceGrant(r, i)) : []),
    ...(r.chance(0.15) ? r.times(1, 2, (i) => sidecar(r, i, all)) : []),
  ];
  const from = caller(r, world);
  return {
    documents,
    ...(r.chance(0.15) && { mesh: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } }),
    from,
    requests: requests(r, { ...world, from, documents }, count),
  };
}

function caller(r, { gateways, kubernetesGateways }) {
  if (gateways.length > 0 && r.chance(0.6)) return { gateway: { namespace: 'istio-system' } };
  const [own] = kubernetesGateways;
  if (own && r.chance(0.6))
    return { gateway: { namespace: own.metadata.namespace, name: own.metadata.name } };
  return { namespace: r.pick(NAMESPACES), labels: { app: r.pick(['client', 'client', 'reviews']) } };
}
