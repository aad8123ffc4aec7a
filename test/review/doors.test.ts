import { isWithoutEffect, review } from '../../lib/review';

/** A gateway whose servers are for these ports and hosts; a.com alone has a route. */
const gateway = (...servers: readonly string[]): string => `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [a.com]
  gateways: [public]
  http: [{ route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: public, namespace: shop }
spec: { selector: { istio: ingressgateway }, servers: [${servers.join(', ')}] }
`;
const http = (host: string): string =>
  `{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['${host}'] }`;
const https = (host: string): string =>
  `{ port: { number: 443, name: https, protocol: HTTPS }, hosts: ['${host}'], tls: { mode: SIMPLE, credentialName: x } }`;

describe('a door that leads nowhere', () => {
  it('is told when it is opened: clients were cut off, and get 404', () => {
    const { hosts, risks } = review(gateway(http('a.com')), gateway(http('a.com'), https('b.com')));
    expect(hosts).toMatchObject([
      {
        host: 'b.com',
        status: 'added',
        views: [{ port: 443, classes: [{ example: { url: 'https://b.com:443/' } }] }],
      },
    ]);
    expect(risks.map(({ rule }) => rule)).toEqual(['door-opened']);
  });

  it('is told when it is closed', () => {
    const { risks } = review(gateway(http('a.com'), https('b.com')), gateway(http('a.com')));
    expect(risks[0]).toMatchObject({ rule: 'connection-refused', hosts: ['b.com'] });
  });

  it('is nothing new where a wider one was open', () => {
    const before = gateway(http('a.com'), https('*'));
    const after = gateway(http('a.com'), https('*'), https('b.com'));
    expect(isWithoutEffect(review(before, after))).toBe(true);
  });
});

describe('a host that is no longer known', () => {
  const entry = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: outside, namespace: shop }
spec: { hosts: [api.example.com], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP }] }
---
`;
  const rest = ['client', 'shop']
    .map(
      (namespace) => `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: ${namespace} }
spec: { selector: { app: web }, ports: [{ name: http, port: 8080 }] }
---
`,
    )
    .join('');
  const closed = `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: own, namespace: shop }
spec: { egress: [{ hosts: ['./*'] }], outboundTrafficPolicy: { mode: REGISTRY_ONLY } }
`;

  it('is told to each caller as the doors of its namespace are: here one may still go out', () => {
    const { hosts } = review(entry + rest + closed, rest + closed);
    const views = hosts.find(({ host }) => host === 'api.example.com')!.views;
    const endOf = (namespace: string) =>
      views.find(({ callers }) => JSON.stringify(callers).includes(namespace))!.classes[0]!.after.ends[0]!
        .kind;
    expect(endOf('client')).toBe('delivery');
    expect(endOf('shop')).not.toBe('delivery');
  });
});
