// Rules about connections: TLSRoutes, and the `tls` part of VirtualServices.
import { EXTERNAL, NAMESPACES, fullName, metadata } from './pools.mjs';

/** Names that a client may ask for in the handshake. */
const NAMES = [...EXTERNAL, '*.example.com'];

export function tlsRoute(r, i, { all, kubernetesGateways }) {
  // On other ports a route for TLS has nothing to say.
  const speaking = all.filter(({ ports }) => ports.some(({ number }) => number === 443 || number === 8443));
  const service = r.pick(speaking.length > 0 ? speaking : all);
  const mesh = kubernetesGateways.length === 0 || r.chance(0.3);
  const namespace = r.chance(0.6) ? service.namespace : r.pick(NAMESPACES);
  const [own] = kubernetesGateways;
  const parent = mesh
    ? {
        group: '',
        kind: 'Service',
        name: service.name,
        ...(service.namespace !== namespace && { namespace: service.namespace }),
        ...r.parts({ port: [0.4, () => r.pick(service.ports).number] }),
      }
    : {
        name: own.metadata.name,
        ...(own.metadata.namespace !== namespace && { namespace: own.metadata.namespace }),
        ...r.parts({ sectionName: [0.2, () => r.pick(own.spec.listeners).name] }),
      };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TLSRoute',
    metadata: metadata(r, `tlsroute-${i}`, namespace),
    spec: {
      parentRefs: [parent],
      hostnames: [
        ...new Set(r.times(1, 2, () => (mesh && r.chance(0.6) ? fullName(service) : r.pick(NAMES)))),
      ],
      rules: [
        {
          backendRefs: r.times(1, 2, () => {
            // Others need a grant.
            const near = all.filter((one) => one.namespace === namespace);
            const { name, namespace: to, ports } = r.pick(near.length > 0 && r.chance(0.7) ? near : all);
            return {
              name: r.chance(0.05) ? 'nowhere' : name,
              ...(to !== namespace && { namespace: to }),
              port: r.chance(0.95) ? r.pick(ports).number : 1234,
              ...r.parts({ weight: [0.4, () => r.pick([0, 1, 9])] }),
            };
          }),
        },
      ],
    },
  };
}

/** What TLSRoutes can be attached to, which is rare otherwise. */
export function addTlsListener(r, listeners) {
  if (listeners.some(({ protocol }) => protocol === 'TLS')) return;
  listeners.push({
    name: 'tls',
    protocol: 'TLS',
    port: 8443,
    tls: { mode: 'Passthrough' },
    allowedRoutes: { namespaces: { from: 'All' } },
    ...r.parts({ hostname: [0.4, () => r.pick(['*.example.com', '*.com', ...EXTERNAL])] }),
  });
}

/** Rules for the names that a VirtualService is about. */
export function tlsRules(r, { all }, hosts) {
  return r.times(1, 2, () => ({
    match: r.times(1, 2, () => ({
      sniHosts: [r.pick(hosts)],
      ...r.parts({
        port: [0.4, () => r.pick([443, 8443])],
        sourceLabels: [0.15, () => ({ app: r.pick(['client', 'reviews']) })],
        sourceNamespace: [0.1, () => r.pick(NAMESPACES)],
        destinationSubnets: [0.1, () => ['10.0.0.0/8']],
      }),
    })),
    route: r.times(1, 2, () => {
      const service = r.pick(all);
      return {
        destination: {
          host: fullName(service),
          ...(r.chance(0.7) && { port: { number: r.pick(service.ports).number } }),
        },
        weight: r.pick([10, 50, 100]),
      };
    }),
  }));
}
