// DestinationRules and Sidecars.
import { NAMESPACES, VERSIONS, hostForms, metadata } from './pools.mjs';

export function destinationRule(r, i, all, namespace) {
  const service = r.pick(all);
  const own = namespace ?? (r.chance(0.6) ? service.namespace : r.pick(NAMESPACES));
  const host = r.chance(0.12)
    ? r.pick(['*.local', `*.${service.namespace}.svc.cluster.local`, '*.example.com'])
    : hostForms(r, service);
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: metadata(r, `rule-${i}`, own),
    spec: {
      host,
      ...r.parts({
        trafficPolicy: [0.5, () => policy(r, service)],
        subsets: [
          0.8,
          () =>
            r.some(VERSIONS, 0.75).map((version) => ({
              name: version,
              labels: { version },
              ...r.parts({ trafficPolicy: [0.2, () => policy(r, service)] }),
            })),
        ],
      }),
      ...(r.chance(0.1)
        ? { workloadSelector: { matchLabels: { app: r.pick(['client', 'reviews']) } } }
        : r.parts({ exportTo: [0.12, () => [r.pick(['.', '*', 'client', 'shop'])]] })),
    },
  };
}

function policy(r, service) {
  return {
    ...settings(r),
    ...r.parts({
      portLevelSettings: [0.25, () => [{ port: { number: r.pick(service.ports).number }, ...settings(r) }]],
    }),
  };
}

function settings(r) {
  const some = maybe(r);
  return Object.keys(some).length > 0 ? some : { loadBalancer: { simple: 'RANDOM' } };
}

function maybe(r) {
  return r.parts({
    loadBalancer: [
      0.5,
      () =>
        r.pick([
          { simple: 'ROUND_ROBIN' },
          { simple: 'RANDOM' },
          { simple: 'LEAST_REQUEST' },
          { consistentHash: { httpHeaderName: 'end-user' } },
          { consistentHash: { httpCookie: { name: 'user', ttl: '0s' } } },
          { consistentHash: { useSourceIp: true } },
          { consistentHash: { httpQueryParameterName: 'q', maglev: { tableSize: 65537 } } },
        ]),
    ],
    connectionPool: [
      0.3,
      () => ({
        ...r.parts({ tcp: [0.5, () => ({ maxConnections: r.integer(1, 9) })] }),
        http: {
          http1MaxPendingRequests: r.integer(1, 9),
          ...r.parts({ http2MaxRequests: [0.5, () => 7], maxRetries: [0.3, () => 3] }),
        },
      }),
    ],
    outlierDetection: [
      0.25,
      () =>
        r.parts({ consecutive5xxErrors: [0.7, () => r.integer(0, 7)], maxEjectionPercent: [0.5, () => 50] }),
    ],
    tls: [0.15, () => ({ mode: r.pick(['ISTIO_MUTUAL', 'DISABLE', 'SIMPLE']) })],
  });
}

export function sidecar(r, i, all) {
  const one = r.pick(all);
  const hosts = () =>
    r.pick([
      ['./*'],
      ['*/*'],
      ['./*', 'shop/*'],
      [`*/${one.name}.${one.namespace}.svc.cluster.local`],
      ['~/*'],
      [`${one.namespace}/*`, './*'],
      ['*/*.example.com', './*'],
    ]);
  const port = r.pick(one.ports);
  const protocol = /^(http|grpc)/.test(port.name) ? 'HTTP' : 'TCP';
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: metadata(r, `sidecar-${i}`, r.pick([...NAMESPACES, 'istio-system'])),
    spec: {
      ...r.parts({ workloadSelector: [0.2, () => ({ labels: { app: r.pick(['client', 'reviews']) } })] }),
      egress: [
        ...(r.chance(0.2) ? [{ port: { number: port.number, protocol, name: 'own' }, hosts: hosts() }] : []),
        { hosts: hosts() },
      ],
      ...r.parts({ outboundTrafficPolicy: [0.3, () => ({ mode: r.pick(['REGISTRY_ONLY', 'ALLOW_ANY']) })] }),
    },
  };
}
