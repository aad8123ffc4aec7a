// Gateways of both dialects, and routes of the Gateway API.
import {
  EXTERNAL,
  HEADERS,
  METHODS,
  NAMESPACES,
  PREFIXES,
  QUERIES,
  REGEXES,
  TEXTS,
  fullName,
  metadata,
} from './pools.mjs';

export const INGRESS = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'istio-ingressgateway', namespace: 'istio-system' },
  spec: {
    selector: { istio: 'ingressgateway' },
    ports: [
      { name: 'http2', port: 80, targetPort: 8080, protocol: 'TCP' },
      { name: 'https', port: 443, targetPort: 8443, protocol: 'TCP' },
      { name: 'tcp', port: 31400, targetPort: 31400, protocol: 'TCP' },
      { name: 'alt', port: 8080, targetPort: 8081, protocol: 'TCP' },
    ],
  },
};

export function gateway(r, i) {
  const names = new Set();
  const servers = r.times(1, 3, (n) => {
    const [number, protocol, tls] = r.pick([
      [80, 'HTTP'],
      [80, 'HTTP'],
      [80, 'HTTP', { httpsRedirect: true }],
      [443, 'HTTPS', { mode: 'SIMPLE', credentialName: 'cert' }],
      [443, 'TLS', { mode: 'PASSTHROUGH' }],
      [8080, 'HTTP'],
      [31400, 'TCP'],
      [9999, 'HTTP2'],
    ]);
    const name = `${protocol.toLowerCase()}-${number}-${n}`;
    names.add(name);
    return { port: { number, protocol, name }, hosts: serverHosts(r, protocol), ...(tls && { tls }) };
  });
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: metadata(r, `gw-${i}`, r.pick(['istio-system', ...NAMESPACES])),
    spec: { selector: { istio: r.chance(0.95) ? 'ingressgateway' : 'other' }, servers },
  };
}

function serverHosts(r) {
  const host = () =>
    r.pick([...EXTERNAL, '*.example.com', '*', '*.com', './*', 'shop/*.example.com', '*/api.example.com']);
  const hosts = [...new Set(r.times(1, 2, host))];
  return hosts.includes('*') ? ['*'] : hosts;
}

export function kubernetesGateway(r, i) {
  const listeners = r.times(1, 3, (n) => {
    const [protocol, port, tls] = r.pick([
      ['HTTP', 80],
      ['HTTP', 80],
      ['HTTP', 8080],
      ['HTTPS', 443, { mode: 'Terminate', certificateRefs: [{ name: 'cert' }] }],
      ['TLS', 8443, { mode: 'Passthrough' }],
    ]);
    return {
      name: `l${n}`,
      protocol,
      port,
      ...(tls && { tls }),
      ...r.parts({
        hostname: [0.6, () => r.pick([...EXTERNAL, '*.example.com', '*.com'])],
        allowedRoutes: [
          0.5,
          () =>
            r.pick([
              { namespaces: { from: 'All' } },
              { namespaces: { from: 'All' } },
              { namespaces: { from: 'Same' } },
              { kinds: [{ kind: 'HTTPRoute' }] },
              {
                namespaces: {
                  from: 'Selector',
                  selector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
                },
              },
            ]),
        ],
      }),
    };
  });
  const seen = new Set();
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: metadata(r, `kgw-${i}`, r.pick(NAMESPACES)),
    spec: {
      gatewayClassName: 'istio',
      listeners: listeners.filter((one) => {
        const key = `${one.port} ${one.protocol} ${one.hostname}`;
        return !seen.has(key) && seen.add(key);
      }),
    },
  };
}

export function httpRoute(r, i, world, kind = 'HTTPRoute') {
  const { all, kubernetesGateways } = world;
  const service = r.pick(all);
  const mesh = kubernetesGateways.length === 0 || r.chance(0.4);
  const namespace = r.chance(0.6) ? service.namespace : r.pick(NAMESPACES);
  const parent = mesh
    ? {
        ...(r.chance(0.95) && { group: '' }),
        kind: 'Service',
        name: service.name,
        ...(service.namespace !== namespace && { namespace: service.namespace }),
        ...r.parts({ port: [0.4, () => r.pick(service.ports).number] }),
      }
    : gatewayParent(r, r.pick(kubernetesGateways), namespace);
  const rule = kind === 'HTTPRoute' ? httpRouteRule : grpcRouteRule;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: metadata(r, `${kind.toLowerCase()}-${i}`, namespace),
    spec: {
      parentRefs: [parent],
      ...r.parts({
        hostnames: [
          mesh ? 0.1 : 0.6,
          () => [...new Set(r.times(1, 2, () => r.pick([...EXTERNAL, '*.example.com'])))],
        ],
      }),
      rules: r.times(1, 3, (n) => rule(r, n, world, namespace)),
    },
  };
}

function gatewayParent(r, { metadata: m, spec }, namespace) {
  return {
    name: m.name,
    ...(m.namespace !== namespace && { namespace: m.namespace }),
    ...r.parts({
      sectionName: [0.2, () => r.pick(spec.listeners).name],
      port: [0.1, () => r.pick(spec.listeners).port],
    }),
  };
}

function httpRouteRule(r, n, world, namespace) {
  const redirects = r.chance(0.1);
  const filters = [
    ...(redirects
      ? [
          {
            type: 'RequestRedirect',
            requestRedirect: r.parts({
              scheme: [0.4, () => 'https'],
              hostname: [0.4, () => 'moved.example.com'],
              port: [0.3, () => r.pick([80, 443, 8080])],
              statusCode: [0.4, () => 301],
              path: [
                0.5,
                () =>
                  r.pick([
                    { type: 'ReplaceFullPath', replaceFullPath: '/moved' },
                    { type: 'ReplaceFullPath', replaceFullPath: '/' },
                  ]),
              ],
            }),
          },
        ]
      : []),
    ...(!redirects && r.chance(0.15)
      ? [
          {
            type: 'URLRewrite',
            urlRewrite: r.parts({
              hostname: [0.4, () => 'x.example.com'],
              path: [0.7, () => ({ type: 'ReplaceFullPath', replaceFullPath: '/full' })],
            }),
          },
        ]
      : []),
    ...(r.chance(0.15)
      ? [
          {
            type: 'RequestHeaderModifier',
            requestHeaderModifier: {
              set: [{ name: 'X-Set', value: '1' }],
              ...r.parts({
                add: [0.5, () => [{ name: 'x-add', value: '2' }]],
                remove: [0.3, () => ['x-gone']],
              }),
            },
          },
        ]
      : []),
    ...(!redirects && r.chance(0.12)
      ? [
          {
            type: 'RequestMirror',
            requestMirror: {
              backendRef: backend(r, world, namespace),
              ...r.parts({ percent: [0.5, () => r.pick([0, 20])] }),
            },
          },
        ]
      : []),
    ...(r.chance(0.03)
      ? [{ type: 'ExtensionRef', extensionRef: { group: 'a.b', kind: 'C', name: 'd' } }]
      : []),
  ];
  return {
    ...r.parts({
      name: [0.6, () => `rule-${n}`],
      matches: [0.8, () => r.times(1, 2, () => routeMatch(r))],
      timeouts: [
        0.12,
        () => r.pick([{ request: '2s' }, { request: '10s', backendRequest: '2s' }, { backendRequest: '1s' }]),
      ],
    }),
    ...(filters.length > 0 && { filters }),
    ...(!redirects &&
      r.chance(0.95) && {
        backendRefs: r.times(1, 3, () => ({
          ...backend(r, world, namespace),
          ...r.parts({
            weight: [0.5, () => r.pick([0, 1, 9])],
            filters: [
              0.08,
              () => [
                {
                  type: 'RequestHeaderModifier',
                  requestHeaderModifier: { set: [{ name: 'x-backend', value: 'b' }] },
                },
              ],
            ],
          }),
        })),
      }),
  };
}

export function grpcRouteRule(r, n, world, namespace) {
  return {
    ...r.parts({
      name: [0.6, () => `grpc-${n}`],
      matches: [
        0.8,
        () => [
          r.parts({
            method: [
              0.8,
              () =>
                r.pick([
                  { service: 'a.B', method: 'C' },
                  { service: 'a.B' },
                  { method: 'C' },
                  { type: 'RegularExpression', service: 'a\\..*' },
                ]),
            ],
            headers: [0.3, () => [{ name: 'end-user', value: 'jason' }]],
          }),
        ],
      ],
    }),
    backendRefs: r.times(1, 2, () => backend(r, world, namespace)),
  };
}

function backend(r, { all }, namespace) {
  const service = r.pick(all);
  if (r.chance(0.05))
    return {
      group: 'networking.istio.io',
      kind: 'Hostname',
      name: r.pick(['api.example.com', fullName(service)]),
      port: 80,
    };
  const name = r.chance(0.05) ? 'nowhere' : service.name;
  return {
    name,
    ...(service.namespace !== namespace && r.chance(0.85) && { namespace: service.namespace }),
    ...(r.chance(0.98) && { port: r.chance(0.95) ? r.pick(service.ports).number : 1234 }),
  };
}

function routeMatch(r) {
  return r.parts({
    path: [
      0.7,
      () =>
        r.pick([
          { type: 'PathPrefix', value: r.pick(PREFIXES) },
          { value: r.pick(PREFIXES) },
          { type: 'Exact', value: r.pick(['/foo', '/api/v1', '/']) },
          { type: 'RegularExpression', value: r.pick(REGEXES) },
        ]),
    ],
    method: [0.15, () => r.pick(METHODS)],
    headers: [
      0.25,
      () => [
        {
          name: r.pick(HEADERS),
          ...(r.chance(0.3)
            ? { type: 'RegularExpression', value: 'j.*' }
            : { value: r.pick(TEXTS.filter(Boolean)) }),
        },
      ],
    ],
    queryParams: [0.1, () => [{ name: r.pick(QUERIES), value: '1' }]],
  });
}

export function referenceGrant(r, i) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: `grant-${i}`, namespace: r.pick(NAMESPACES) },
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: r.pick(NAMESPACES) }],
      to: [{ group: '', kind: 'Service', ...r.parts({ name: [0.3, () => 'reviews'] }) }],
    },
  };
}
