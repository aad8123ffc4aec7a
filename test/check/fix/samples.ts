import type { FixOptions } from '../../../lib/check/fix';

/** What is written, and what it becomes: for every rule that has edits. */
export interface Sample {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly options?: FixOptions;
}

const istio = (kind: string, spec: string, group = 'networking', version = 'v1'): string =>
  `apiVersion: ${group}.istio.io/${version}\nkind: ${kind}\nmetadata:\n  name: a\n  namespace: shop\nspec:\n${spec}`;
const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n`;

function sample(id: string, around: (part: string) => string, before: string, after: string): Sample {
  return { id, before: around(before), after: around(after) };
}

const TO = '    route: [{destination: {host: reviews}}]\n';
const policy = (part: string): string =>
  istio('DestinationRule', `  host: reviews\n  trafficPolicy:\n${part}`);
const outlier = (part: string): string => policy(`    outlierDetection: # eject\n${part}`);
const route = (part: string): string =>
  istio('VirtualService', `  hosts: [reviews]\n  http:\n  - ${part}${TO}`);
const bound = (part: string): string =>
  istio('VirtualService', `  hosts: [a.com]\n  gateways:\n  - ${part}\n  http:\n  -${TO.slice(3)}`);
const sidecar = (part: string): string =>
  `${service('web')}---\n${istio('Sidecar', `  egress:\n  - hosts:\n${part}`)}`;
const authorization = (part: string): string => istio('AuthorizationPolicy', `  rules:\n${part}`, 'security');
const gateway = (part: string): string =>
  istio('Gateway', `  selector: {istio: ingressgateway}\n  servers:\n${part}`);
const served = (part: string): string =>
  `${service('reviews')}---\n${istio('VirtualService', `  hosts: [a.com]\n  gateways: [mesh]\n  http:\n  - route:\n    - destination:\n        host: ${part}\n`)}`;
const httpRoute = (part: string): string =>
  `${service('web')}---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a, namespace: shop}\nspec:\n  parentRefs:\n${part}  rules: [{backendRefs: [{name: web, port: 80}]}]\n`;
const grant = (part: string): string =>
  `apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: {name: a, namespace: shop}\nspec:\n  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}]\n  to:\n${part}`;

export const SAMPLES: readonly Sample[] = [
  sample(
    'webhook-consecutive-errors-deprecated',
    outlier,
    '      consecutiveErrors: 5 # five\n',
    '      consecutive5xxErrors: 5 # five\n',
  ),
  sample(
    'webhook-consecutive-errors-deprecated',
    outlier,
    '      consecutiveErrors: 5\n      consecutive5xxErrors: 7\n',
    '      consecutive5xxErrors: 7\n',
  ),
  sample(
    'webhook-local-origin-failures-not-split',
    outlier,
    '      consecutiveLocalOriginFailures: 5\n',
    '      splitExternalLocalOriginErrors: true\n      consecutiveLocalOriginFailures: 5\n',
  ),
  sample(
    'webhook-mirror-percent-deprecated',
    route,
    'mirror: {host: shadow}\n    mirrorPercent: 10\n',
    'mirror: {host: shadow}\n    mirrorPercentage:\n      value: 10\n',
  ),
  sample(
    'webhook-mirror-percent-deprecated',
    route,
    'mirror: {host: shadow}\n    mirrorPercentage: {value: 1}\n    mirrorPercent: 10\n',
    'mirror: {host: shadow}\n    mirrorPercentage: {value: 1}\n',
  ),
  sample(
    'webhook-minimum-ring-size-deprecated',
    policy,
    '    loadBalancer: {consistentHash: {httpHeaderName: a, minimumRingSize: 64}}\n',
    '    loadBalancer: {consistentHash: {httpHeaderName: a, ringHash: {minimumRingSize: 64}}}\n',
  ),
  sample('webhook-gateway-name-legacy', bound, 'public.infra.svc.cluster.local', 'infra/public'),
  sample('webhook-gateway-namespace', bound, '"./public"', '"public"'),
  sample(
    'webhook-cors-method',
    route,
    'corsPolicy: {allowMethods: [get, POST]}\n',
    'corsPolicy: {allowMethods: [GET, POST]}\n',
  ),
  sample(
    'webhook-redirect-scheme',
    (part) => istio('VirtualService', `  hosts: [a.com]\n  http:\n  - redirect: {scheme: ${part}}\n`),
    'HTTPS',
    'https',
  ),
  sample(
    'webhook-retry-on',
    route,
    'retries: {attempts: 2, retryOn: "5XX, reset"}\n',
    'retries: {attempts: 2, retryOn: "5xx,reset"}\n',
  ),
  sample(
    'webhook-tunnel-protocol',
    policy,
    '    tunnel: {protocol: connect, targetHost: a.com, targetPort: 443}\n',
    '    tunnel: {protocol: CONNECT, targetHost: a.com, targetPort: 443}\n',
  ),
  sample(
    'webhook-cipher-duplicate',
    gateway,
    '  - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHA, AES256-SHA, AES128-SHA]}}\n',
    '  - {port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: {mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHA, AES256-SHA]}}\n',
  ),
  sample(
    'webhook-export-to-duplicate',
    (part) => istio('DestinationRule', `  host: reviews\n  exportTo:\n${part}`),
    '  - "."\n  - shop\n',
    '  - "."\n',
  ),
  sample(
    'webhook-egress-host-duplicate',
    sidecar,
    '    - shop/*\n    - shop/web.shop.svc.cluster.local\n    - other/*\n',
    '    - shop/*\n    - other/*\n',
  ),
  sample(
    'webhook-target-kind',
    (part) =>
      istio('AuthorizationPolicy', `  targetRefs:\n  - ${part}    name: edge\n  rules: [{}]\n`, 'security'),
    'kind: Gateway\n',
    'group: gateway.networking.k8s.io\n    kind: Gateway\n',
  ),
  sample(
    'webhook-filter-name-deprecated',
    (part) =>
      istio(
        'EnvoyFilter',
        `  configPatches: [{applyTo: HTTP_FILTER, match: {listener: {filterChain: {filter: ${part}}}}, patch: {operation: REMOVE}}]\n`,
        'networking',
        'v1alpha3',
      ),
    '{name: envoy.http_connection_manager, subFilter: {name: envoy.router}}',
    '{name: envoy.filters.network.http_connection_manager, subFilter: {name: envoy.filters.http.router}}',
  ),
  sample(
    'fault-percent-deprecated',
    route,
    'match: [{headers: {a: {exact: b}}}]\n    fault: {delay: {fixedDelay: 7s, percent: 10}}\n',
    'match: [{headers: {a: {exact: b}}}]\n    fault: {delay: {fixedDelay: 7s, percentage: {value: 10}}}\n',
  ),
  {
    ...sample(
      'fault-without-percentage',
      route,
      'fault:\n      abort:\n        httpStatus: 503\n',
      'fault:\n      abort:\n        percentage:\n          value: 12.5\n        httpStatus: 503\n',
    ),
    options: { faultPercentage: 12.5 },
  },
  sample('destination-host', served, 'reviews.shop # short', 'reviews.shop.svc.cluster.local # short'),
  sample(
    'destination-rule-host',
    (part) => `${service('reviews')}---\n${istio('DestinationRule', `  host: ${part}\n`)}`,
    "'reviews.shop.svc'",
    "'reviews.shop.svc.cluster.local'",
  ),
  sample(
    'virtual-service-half-host',
    (part) =>
      `${service('reviews')}---\n${istio('VirtualService', `  hosts: [${part}]\n  http: [{route: [{destination: {host: reviews}}]}]\n`)}`,
    'reviews.shop',
    'reviews.shop.svc.cluster.local',
  ),
  sample('webhook-short-host', sidecar, '    - ./web\n', '    - ./web.shop.svc.cluster.local\n'),
  sample(
    'sidecar-egress-host',
    sidecar,
    '    - "*/*"\n    - shop/web.shop\n',
    '    - "*/*"\n    - shop/web.shop.svc.cluster.local\n',
  ),
  sample(
    'source-principal',
    authorization,
    '  - from: [{source: {principals: ["spiffe://cluster.local/ns/a/sa/b"]}}]\n',
    '  - from: [{source: {principals: ["cluster.local/ns/a/sa/b"]}}]\n',
  ),
  sample(
    'operation-method',
    authorization,
    '  - to:\n    - operation:\n        methods: [get, "PUT"]\n',
    '  - to:\n    - operation:\n        methods: [GET, "PUT"]\n',
  ),
  sample(
    'route-parent-group',
    httpRoute,
    '  - kind: Service\n    name: web\n',
    '  - group: ""\n    kind: Service\n    name: web\n',
  ),
  sample(
    'route-parent-group',
    httpRoute,
    '  - group: gateway.networking.k8s.io\n    kind: Service\n    name: web\n',
    '  - group: ""\n    kind: Service\n    name: web\n',
  ),
  sample('schema-required', grant, '  - kind: Service\n', '  - group: ""\n    kind: Service\n'),
  sample('schema-unknown-field', outlier, '      base_ejection_time: 3s\n', '      baseEjectionTime: 3s\n'),
  sample('schema-unknown-field', outlier, '      "baseejectiontime": 3s\n', '      "baseEjectionTime": 3s\n'),
  sample('schema-enum', policy, '    tls: {mode: istio-mutual}\n', '    tls: {mode: ISTIO_MUTUAL}\n'),
  sample('schema-type', outlier, '      maxEjectionPercent: "50"\n', '      maxEjectionPercent: 50\n'),
  sample(
    'schema-type',
    outlier,
    "      splitExternalLocalOriginErrors: 'true'\n",
    '      splitExternalLocalOriginErrors: true\n',
  ),
  sample(
    'schema-type',
    route,
    'match: [{headers: {version: {exact: 1.10}}}]\n',
    'match: [{headers: {version: {exact: "1.10"}}}]\n',
  ),
  sample(
    'schema-type',
    (part) => istio('DestinationRule', `  host: a\n  exportTo: ${part}\n`),
    'shop',
    '[shop]',
  ),
  sample(
    'schema-metadata-type',
    (part) =>
      outlier('      maxEjectionPercent: 50\n').replace(
        '  name: a\n',
        `  name: a\n  labels:\n    version: ${part}\n`,
      ),
    '1.10',
    '"1.10"',
  ),
  {
    ...sample(
      'schema-version',
      (part) =>
        `apiVersion: gateway.networking.k8s.io/${part}\nkind: BackendTLSPolicy\nmetadata: {name: a, namespace: shop}\nspec:\n  targetRefs: [{group: "", kind: Service, name: web}]\n  validation: {hostname: a.com, wellKnownCACertificates: System}\n`,
      'v1alpha3',
      'v1',
    ),
  },
  {
    ...sample(
      'schema-deprecated-version',
      (part) =>
        `apiVersion: gateway.networking.k8s.io/${part}\nkind: BackendTLSPolicy\nmetadata: {name: a, namespace: shop}\nspec:\n  targetRefs: [{group: "", kind: Service, name: web}]\n  validation: {hostname: a.com, wellKnownCACertificates: System}\n`,
      'v1alpha3',
      'v1',
    ),
    options: { gatewayChannel: 'experimental' },
  },
];
