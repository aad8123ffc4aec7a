// A mesh to review: Services of two versions, each with a canary, a header that chooses, and a timeout for a path.

/**
 * The objects of all charts.
 * @param share of the canary of each tenth service, in percent
 * @param withPolicies a gateway, Sidecars, and policies about who may call whom
 */
export function meshOf(charts, share, withPolicies) {
  const services = charts.flatMap(({ namespace, services: names }) =>
    names.map((name) => ({ name, namespace })),
  );
  return [
    ...services.flatMap((service, i) => serviceObjects(service, i % 10 === 0 ? share : 10)),
    ...(withPolicies ? policies(charts, services) : []),
  ];
}

const object = (apiVersion, kind, name, namespace, spec) => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec,
});
const networking = (...rest) => object('networking.istio.io/v1', ...rest);
const VERSIONS = ['v1', 'v2'];
const PORT = 80;

function serviceObjects({ name, namespace }, share) {
  const host = hostOf({ name, namespace });
  const to = (subset, weight) => ({ destination: { host, subset, port: { number: PORT } }, weight });
  return [
    object('v1', 'Service', name, namespace, {
      selector: { app: name },
      ports: [{ name: 'http', port: PORT }],
    }),
    ...VERSIONS.map((version) =>
      object('apps/v1', 'Deployment', `${name}-${version}`, namespace, {
        template: { metadata: { labels: { app: name, version } } },
      }),
    ),
    networking('DestinationRule', name, namespace, {
      host,
      subsets: VERSIONS.map((version) => ({ name: version, labels: { version } })),
    }),
    networking('VirtualService', name, namespace, {
      hosts: [host],
      http: [
        { match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('v2')] },
        { match: [{ uri: { prefix: '/api' } }], timeout: '2s', route: [to('v1')] },
        { route: [to('v1', 100 - share), to('v2', share)] },
      ],
    }),
  ];
}

function policies(charts, services) {
  return [
    networking('Gateway', 'edge', 'istio-system', {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
    }),
    ...services
      .filter((_, i) => i % 10 === 0)
      .map((service) =>
        networking('VirtualService', `${service.name}-edge`, service.namespace, {
          hosts: [`${service.name}.${service.namespace}.example.com`],
          gateways: ['istio-system/edge'],
          http: [{ route: [{ destination: { host: hostOf(service), port: { number: PORT } } }] }],
        }),
      ),
    ...charts.flatMap(({ namespace }, i) => {
      const next = charts[(i + 1) % charts.length].namespace;
      return [
        ...(i % 4 === 0
          ? [networking('Sidecar', 'default', namespace, { egress: [{ hosts: ['./*', `${next}/*`] }] })]
          : []),
        ...(i % 5 === 0
          ? [
              object('security.istio.io/v1', 'AuthorizationPolicy', 'callers', namespace, {
                rules: [
                  {
                    from: [{ source: { namespaces: [namespace, next] } }],
                    to: [{ operation: { methods: ['GET'], paths: ['/api/*'] } }],
                  },
                ],
              }),
            ]
          : []),
      ];
    }),
  ];
}

function hostOf({ name, namespace }) {
  return `${name}.${namespace}.svc.cluster.local`;
}
