import type { Change } from './change';

/** Three namespaces behind one gateway: nothing is wrong. */
export const APP = `apiVersion: v1
kind: Namespace
metadata: {name: istio-ingress, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: prod, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: istio-ingress}
spec: {selector: {matchLabels: {istio: edge}}, template: {metadata: {labels: {istio: edge, app: edge}}, spec: {serviceAccountName: edge, containers: [{name: istio-proxy, image: auto, ports: [{containerPort: 15090, name: http-envoy-prom}]}]}}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: edge, namespace: istio-ingress}
---
apiVersion: v1
kind: Service
metadata: {name: edge, namespace: istio-ingress}
spec: {type: LoadBalancer, selector: {istio: edge}, ports: [{name: http, port: 80, protocol: TCP, targetPort: 80}, {name: https, port: 443, protocol: TCP, targetPort: 443}, {name: tls, port: 15443, protocol: TCP, targetPort: 15443}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-ingress}
spec:
  selector: {istio: edge}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: [shop/shop.example.com, prod/api.example.com]
    tls: {httpsRedirect: true}
  - port: {number: 443, name: https-shop, protocol: HTTPS}
    hosts: [shop/shop.example.com]
    tls: {mode: SIMPLE, credentialName: shop-cert}
  - port: {number: 443, name: https-api, protocol: HTTPS}
    hosts: [prod/api.example.com]
    tls: {mode: SIMPLE, credentialName: api-cert}
  - port: {number: 15443, name: tls, protocol: TLS}
    hosts: ["shop/db.example.com"]
    tls: {mode: PASSTHROUGH}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: shop, namespace: istio-ingress}
spec: {secretName: shop-cert}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: api, namespace: istio-ingress}
spec: {secretName: api-cert}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web, containers: [{name: a, image: a, ports: [{containerPort: 8080}]}]}}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec: {selector: {app: db}, ports: [{name: tls-db, port: 443, targetPort: 8443}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: db, namespace: shop}
spec: {selector: {matchLabels: {app: db}}, template: {metadata: {labels: {app: db}}, spec: {containers: [{name: a, image: a, ports: [{containerPort: 8443}]}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: prod}
spec: {selector: {app: ratings}, ports: [{name: http, port: 9080}, {name: grpc-admin, port: 9081}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ratings-v1, namespace: prod}
spec: {selector: {matchLabels: {app: ratings, version: v1}}, template: {metadata: {labels: {app: ratings, version: v1}}, spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ratings-v2, namespace: prod}
spec: {selector: {matchLabels: {app: ratings, version: v2}}, template: {metadata: {labels: {app: ratings, version: v2}}, spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ratings, namespace: prod}
spec:
  host: ratings.prod.svc.cluster.local
  exportTo: [".", shop, istio-ingress]
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, outlierDetection: {consecutive5xxErrors: 5}}
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ratings, namespace: prod}
spec:
  hosts: [ratings.prod.svc.cluster.local]
  exportTo: [".", shop]
  http:
  - match: [{headers: {beta: {exact: "yes"}}}]
    route: [{destination: {host: ratings, subset: v2, port: {number: 9080}}}]
  - route:
    - {destination: {host: ratings, subset: v1, port: {number: 9080}}, weight: 90}
    - {destination: {host: ratings, subset: v2, port: {number: 9080}}, weight: 10, headers: {response: {set: {x-v: v2}}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [istio-ingress/public]
  http:
  - match: [{uri: {prefix: /ratings}}]
    delegate: {name: shop-ratings, namespace: prod}
  - route: [{destination: {host: web, port: {number: 80}}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop-ratings, namespace: prod}
spec:
  exportTo: [shop]
  http:
  - match: [{uri: {prefix: /ratings/v2}}]
    route: [{destination: {host: ratings.prod.svc.cluster.local, subset: v2, port: {number: 9080}}}]
  - match: [{uri: {prefix: /ratings}}]
    route: [{destination: {host: ratings.prod.svc.cluster.local, subset: v1, port: {number: 9080}}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: db, namespace: shop}
spec:
  hosts: [db.example.com]
  gateways: [istio-ingress/public]
  tls:
  - match: [{sniHosts: [db.example.com], port: 15443}]
    route: [{destination: {host: db, port: {number: 443}}}]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: bank, namespace: shop}
spec: {hosts: [api.bank.com], exportTo: ["."], ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: bank, namespace: shop}
spec: {host: api.bank.com, trafficPolicy: {tls: {mode: SIMPLE, sni: api.bank.com}}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: vms, namespace: prod}
spec: {hosts: [vm.prod.internal], location: MESH_INTERNAL, ports: [{number: 8080, name: http, protocol: HTTP}], resolution: STATIC, workloadSelector: {labels: {app: vm}}}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: vm1, namespace: prod}
spec: {address: 10.0.0.1, labels: {app: vm, version: v1}, serviceAccount: vm}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: vm, namespace: prod}
spec: {host: vm.prod.internal, subsets: [{name: v1, labels: {version: v1}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: vm, namespace: prod}
spec: {hosts: [vm.prod.internal], http: [{route: [{destination: {host: vm.prod.internal, subset: v1}}], timeout: 3s}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: shop}
spec: {egress: [{hosts: ["./*", "prod/ratings.prod.svc.cluster.local", "istio-system/*"]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: istio-system}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ratings, namespace: prod}
spec:
  selector: {matchLabels: {app: ratings}}
  rules:
  - from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}, {source: {namespaces: [istio-ingress]}}]
    to: [{operation: {methods: [GET], ports: ["9080"]}}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: allow-nothing, namespace: prod}
spec: {}
---
apiVersion: v1
kind: Service
metadata: {name: egress, namespace: istio-ingress}
spec: {selector: {istio: edge}, ports: [{name: http2, port: 8080}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: out, namespace: shop}
spec: {selector: {istio: edge}, servers: [{port: {number: 8080, name: http, protocol: HTTP}, hosts: [news.example.org]}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: news, namespace: shop}
spec: {hosts: [news.example.org], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: egress, namespace: shop}
spec: {host: egress.istio-ingress.svc.cluster.local, subsets: [{name: news}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: news, namespace: shop}
spec:
  hosts: [news.example.org]
  gateways: [out, mesh]
  http:
  - match: [{gateways: [mesh], port: 80}]
    route: [{destination: {host: egress.istio-ingress.svc.cluster.local, subset: news, port: {number: 8080}}}]
  - match: [{gateways: [out], port: 8080}]
    route: [{destination: {host: news.example.org, port: {number: 80}}}]
`;

export const CHANGES: readonly Change[] = [
  [
    'a host, by a letter',
    'host: ratings, subset: v2, port: {number: 9080}}}]',
    'host: rating, subset: v2, port: {number: 9080}}}]',
    'destination-host VirtualService/ratings',
  ],
  [
    'a namespace in a host',
    'host: ratings.prod.svc.cluster.local, subset: v2',
    'host: ratings.prd.svc.cluster.local, subset: v2',
    'destination-host VirtualService/shop-ratings',
  ],
  [
    'the labels of a subset',
    '{name: v2, labels: {version: v2}}]\n---',
    '{name: v2, labels: {version: v22}}]\n---',
    'subset-selects-nothing DestinationRule/ratings',
  ],
  [
    'whom a DestinationRule is exported to',
    '[".", shop, istio-ingress]',
    '[".", shop]',
    'destination-subset-hidden VirtualService/shop-ratings',
    'destination-subset-hidden VirtualService/shop-ratings',
  ],
  [
    'the name of a port',
    '{name: http, port: 9080}',
    '{name: tcp-x, port: 9080}',
    'http-rules-for-tcp-port VirtualService/ratings',
  ],
  [
    'the selector of a Service',
    'spec: {selector: {app: ratings}, ports',
    'spec: {selector: {app: rating}, ports',
    'service-selects-nothing Service/ratings',
  ],
  ['a target port', 'targetPort: 8080', 'targetPort: 8081', 'service-target-port Service/web'],
  [
    'the name of a Gateway',
    'kind: Gateway\nmetadata: {name: public,',
    'kind: Gateway\nmetadata: {name: publik,',
    'virtual-service-gateway VirtualService/shop',
    'virtual-service-gateway VirtualService/db',
  ],
  [
    'the selector of a Gateway',
    'selector: {istio: edge}\n',
    'selector: {istio: edg}\n',
    'gateway-selector Gateway/public',
  ],
  [
    'a host with HTTPS',
    'hosts: [shop/shop.example.com]\n',
    'hosts: [shop/shopp.example.com]\n',
    'https-redirect-to-nowhere Gateway/public',
  ],
  [
    'a port of the gateway',
    'number: 15443, name: tls',
    'number: 15444, name: tls',
    'gateway-port Gateway/public',
  ],
  [
    'a certificate, by a letter',
    'credentialName: shop-cert',
    'credentialName: shop-crt',
    'gateway-credential Gateway/public',
  ],
  [
    'the namespace of a certificate',
    '{name: shop, namespace: istio-ingress}\nspec: {secretName',
    '{name: shop, namespace: shop}\nspec: {secretName',
    'gateway-credential Gateway/public',
  ],
  [
    'the mode of TLS',
    '{mode: SIMPLE, credentialName: shop-cert}',
    '{mode: PASSTHROUGH}',
    'http-rules-for-passthrough VirtualService/shop',
  ],
  [
    'the gateway of a VirtualService',
    'hosts: [shop.example.com]\n  gateways: [istio-ingress/public]',
    'hosts: [shop.example.com]\n  gateways: [public]',
    'virtual-service-gateway VirtualService/shop',
  ],
  [
    'the host of a VirtualService',
    'hosts: [shop.example.com]\n  gateways',
    'hosts: [www.example.com]\n  gateways',
    'virtual-service-gateway-host VirtualService/shop',
  ],
  [
    'a delegate',
    'delegate: {name: shop-ratings,',
    'delegate: {name: shop-rating,',
    'delegate VirtualService/shop',
  ],
  ['whom a delegate is exported to', 'exportTo: [shop]', 'exportTo: ["."]', 'delegate VirtualService/shop'],
  [
    'the path of a delegate',
    'prefix: /ratings/v2',
    'prefix: /reviews',
    'delegate-conflict VirtualService/shop-ratings',
  ],
  [
    'the protocol of a ServiceEntry',
    '{number: 8080, name: http, protocol: HTTP}',
    '{number: 8080, name: tcp, protocol: TCP}',
    'http-rules-for-tcp-port VirtualService/vm',
  ],
  [
    'the labels of a WorkloadEntry',
    'labels: {app: vm, version: v1}',
    'labels: {app: vm, version: v3}',
    'subset-selects-nothing DestinationRule/vm',
  ],
  ['a host of a Sidecar', 'prod/ratings.prod', 'prod/rating.prod', 'sidecar-egress-host Sidecar/default'],
  [
    'a short host of a Sidecar',
    'prod/ratings.prod.svc.cluster.local',
    'prod/ratings',
    'webhook-short-host Sidecar/default',
  ],
  [
    'TLS of clients',
    '{mode: ISTIO_MUTUAL}',
    '{mode: DISABLE}',
    'client-tls-contradicts-server DestinationRule/ratings',
  ],
  [
    'the selector of a policy',
    'matchLabels: {app: ratings}}\n  rules',
    'matchLabels: {app: rating}}\n  rules',
    'selector-without-workload AuthorizationPolicy/ratings',
  ],
  [
    'the namespace of callers',
    'namespaces: [istio-ingress]',
    'namespaces: [istio-ingres]',
    'source-namespace AuthorizationPolicy/ratings',
  ],
  [
    'the gateway among callers',
    ', {source: {namespaces: [istio-ingress]}}',
    '',
    'gateway-route-denied AuthorizationPolicy/ratings',
  ],
  ['a principal', 'sa/web]', 'sa/wep]', 'source-principal AuthorizationPolicy/ratings'],
];
