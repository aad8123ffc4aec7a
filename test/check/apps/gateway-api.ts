import type { Change } from './change';

/** Ambient mode and the Gateway API: nothing is wrong. */
export const APP = `apiVersion: v1
kind: Namespace
metadata: {name: edge, labels: {istio-injection: disabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint, expose: "yes"}}
---
apiVersion: v1
kind: Namespace
metadata: {name: prod, labels: {istio-injection: enabled}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  gatewayClassName: istio
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: "*.example.com", allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {expose: "yes"}}}}}
  - {name: https, port: 443, protocol: HTTPS, hostname: "*.example.com", tls: {certificateRefs: [{name: cert}]}, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {expose: "yes"}}}}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: cert, namespace: edge}
spec: {secretName: cert}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: waypoint, namespace: shop, labels: {istio.io/waypoint-for: service}}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: web-v1, namespace: shop}
spec: {selector: {app: web, version: v1}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: web-v2, namespace: shop}
spec: {selector: {app: web, version: v2}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web-v1, namespace: shop}
spec: {selector: {matchLabels: {app: web, version: v1}}, template: {metadata: {labels: {app: web, version: v1}}, spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web-v2, namespace: shop}
spec: {selector: {matchLabels: {app: web, version: v2}}, template: {metadata: {labels: {app: web, version: v2}}, spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: prod}
spec: {selector: {app: ratings}, ports: [{name: http, port: 9080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ratings, namespace: prod}
spec: {selector: {matchLabels: {app: ratings}}, template: {metadata: {labels: {app: ratings}}, spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{name: public, namespace: edge, sectionName: https}]
  hostnames: [shop.example.com]
  rules:
  - matches: [{path: {type: PathPrefix, value: /ratings}}]
    backendRefs: [{name: ratings, namespace: prod, port: 9080}]
  - backendRefs: [{name: web, port: 80}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: redirect, namespace: shop}
spec:
  parentRefs: [{name: public, namespace: edge, sectionName: http}]
  hostnames: [shop.example.com]
  rules:
  - filters: [{type: RequestRedirect, requestRedirect: {scheme: https, statusCode: 301}}]
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: shop, namespace: prod}
spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service, name: ratings}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web-mesh, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: web, port: 80}]
  rules:
  - matches: [{headers: [{name: beta, value: "yes"}]}]
    backendRefs: [{name: web-v2, port: 80}]
  - backendRefs: [{name: web-v1, port: 80, weight: 90}, {name: web-v2, port: 80, weight: 10}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: web, namespace: shop}
spec:
  targetRefs: [{group: "", kind: Service, name: web}]
  rules: [{to: [{operation: {methods: [GET, POST]}}]}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: l4, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  rules: [{from: [{source: {principals: [cluster.local/ns/edge/sa/public-istio, cluster.local/ns/shop/sa/waypoint]}}]}]
`;

export const CHANGES: readonly Change[] = [
  [
    'a backend',
    '- backendRefs: [{name: web, port: 80}]',
    '- backendRefs: [{name: wep, port: 80}]',
    'route-backend HTTPRoute/web',
  ],
  [
    'the port of a backend',
    'backendRefs: [{name: web, port: 80}]',
    'backendRefs: [{name: web, port: 8080}]',
    'route-backend-port HTTPRoute/web',
  ],
  [
    'no port of a backend',
    'backendRefs: [{name: web, port: 80}]',
    'backendRefs: [{name: web}]',
    'schema-rule HTTPRoute/web',
  ],
  ['what is granted', 'name: ratings}]}\n', 'name: rating}]}\n', 'route-backend-grant HTTPRoute/web'],
  [
    'the namespace of a parent',
    '{name: public, namespace: edge, sectionName: https}',
    '{name: public, sectionName: https}',
    'route-parent HTTPRoute/web',
  ],
  ['a section', 'sectionName: https', 'sectionName: htps', 'route-parent HTTPRoute/web'],
  [
    'a hostname',
    'hostnames: [shop.example.com]\n  rules:\n  - matches',
    'hostnames: [shop.example.org]\n  rules:\n  - matches',
    'route-parent HTTPRoute/web',
  ],
  [
    'the class of a Gateway',
    'gatewayClassName: istio\n',
    'gatewayClassName: isto\n',
    'gateway-class Gateway/public',
  ],
  [
    'a certificate',
    'certificateRefs: [{name: cert}]',
    'certificateRefs: [{name: crt}]',
    'listener-certificate Gateway/public',
  ],
  [
    'the group of a parent',
    'group: "", kind: Service, name: web, port: 80',
    'kind: Service, name: web, port: 80',
    'route-parent-group HTTPRoute/web-mesh',
  ],
  [
    'the port of a parent',
    'kind: Service, name: web, port: 80',
    'kind: Service, name: web, port: 81',
    'route-parent-service HTTPRoute/web-mesh',
  ],
  [
    'the name of a waypoint',
    '{name: waypoint, namespace: shop,',
    '{name: waypont, namespace: shop,',
    'waypoint Namespace/shop',
  ],
  [
    'the target of a policy',
    'kind: Service, name: web}]\n  rules',
    'kind: Service, name: wep}]\n  rules',
    'target-ref AuthorizationPolicy/web',
  ],
  [
    'targets of a policy',
    'targetRefs: [{group: "", kind: Service, name: web}]\n',
    'selector: {matchLabels: {app: web}}\n',
    'ambient-policy-without-target AuthorizationPolicy/web',
  ],
];
