// Services with their versions, and what is outside.
import { EXTERNAL, NAMES, NAMESPACES, PORTS, VERSIONS, metadata } from './pools.mjs';

export function services(r) {
  const taken = new Set();
  return r
    .times(1, 4, () => {
      const name = r.pick(NAMES);
      const namespace = r.pick(NAMESPACES);
      if (taken.has(`${namespace}/${name}`)) return [];
      taken.add(`${namespace}/${name}`);
      const numbers = new Set();
      const ports = r
        .times(1, 2, () => (r.chance(0.6) ? PORTS[r.integer(0, 2)] : r.pick(PORTS)))
        .filter(({ number }) => !numbers.has(number) && numbers.add(number));
      return [{ name, namespace, ports, versions: r.chance(0.8) ? r.some(VERSIONS, 0.7) : [] }];
    })
    .flat();
}

export function serviceObjects(r, service) {
  const { name, namespace, ports, versions } = service;
  // Several pods of one on a port of unknown protocol are beyond the oracle: it asks for the same routes twice.
  const headless = r.chance(0.07) && ports.every(({ name: port }) => !/^(auto|plain)/.test(port));
  const hidden = r.chance(0.07)
    ? { annotations: { 'networking.istio.io/exportTo': r.pick(['.', '*', 'client', '~', '.,client']) } }
    : {};
  service.headless = headless;
  const deployments = versions.map((version) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${name}-${version}`, namespace },
    spec: {
      // The oracle takes a service without any pod to have one.
      replicas: version === versions[0] ? 1 : r.pick([1, 2, 0]),
      selector: { matchLabels: { app: name, version } },
      template: { metadata: { labels: { app: name, version } }, spec: { containers: [] } },
    },
  }));
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(r, name, namespace, hidden),
      spec: {
        ...(headless && { clusterIP: 'None' }),
        selector: { app: name },
        ports: ports.map((port) => ({
          name: port.name,
          port: port.number,
          protocol: 'TCP',
          ...r.parts({
            targetPort: [0.2, () => r.pick([8000, 9000])],
            appProtocol: [
              headless ? 0 : 0.05,
              () => r.pick(['http', 'tcp', 'kubernetes.io/h2c', 'grpc', 'unknown']),
            ],
          }),
        })),
      },
    },
    ...deployments,
  ];
}

export function alias(r, all) {
  const to = r.pick(all);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(r, 'alias', r.pick(NAMESPACES)),
    spec: {
      type: 'ExternalName',
      externalName: `${to.name}.${to.namespace}.svc.cluster.local`,
      ...r.parts({
        ports: [0.7, () => to.ports.map(({ name, number }) => ({ name, port: number, protocol: 'TCP' }))],
      }),
    },
  };
}

export function serviceEntry(r, i) {
  const wildcard = r.chance(0.2);
  const resolution = wildcard ? 'NONE' : r.pick(['DNS', 'STATIC', 'NONE', 'DNS']);
  const protocols = r.pick([
    [['http', 80, 'HTTP']],
    [['tls', 443, 'TLS']],
    [
      ['http', 80, 'HTTP'],
      ['tls', 443, 'TLS'],
    ],
    [['tcp', 5000, 'TCP']],
    [['http', 8080, 'HTTP']],
    [['https', 443, 'HTTPS']],
  ]);
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: metadata(r, `entry-${i}`, r.pick(NAMESPACES)),
    spec: {
      hosts: wildcard ? ['*.example.com'] : [r.pick(EXTERNAL)],
      resolution,
      ports: protocols.map(([name, number, protocol]) => ({
        name,
        number,
        protocol,
        ...(resolution !== 'NONE' && r.parts({ targetPort: [0.2, () => 8443] })),
      })),
      ...r.parts({
        location: [0.7, () => r.pick(['MESH_EXTERNAL', 'MESH_INTERNAL'])],
        exportTo: [0.15, () => [r.pick(['.', '*', 'client'])]],
      }),
      ...(protocols[0][2] === 'TCP'
        ? { addresses: [r.pick(['10.50.0.1', '10.60.0.0/16'])] }
        : r.parts({ addresses: [0.1, () => ['10.50.0.2']] })),
      ...(resolution === 'STATIC' && {
        endpoints: [
          { address: '10.70.0.1', ...r.parts({ labels: [0.3, () => ({ version: 'v1' })] }) },
          ...(r.parts({ x: [0.3, () => ({ address: '10.70.0.2' })] }).x ? [{ address: '10.70.0.2' }] : []),
        ],
      }),
    },
  };
}
