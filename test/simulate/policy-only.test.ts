import { Simulator, type Decision, type Request } from '../../lib/simulate';

const POLICY = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: shop }
spec:
  host: reviews
  subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
  hosts: [reviews]
  http:
    - route:
        - { destination: { host: reviews, port: { number: 9080 }, subset: v1 }, weight: 90 }
        - { destination: { host: reviews, port: { number: 9080 }, subset: v2 }, weight: 10 }
`;

const OTHER_SERVICE = `
---
apiVersion: v1
kind: Service
metadata: { name: other, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
`;

const request: Request = { url: 'http://reviews.shop:9080/' };

function textOf({ explanation = [] }: Decision): string {
  return explanation.map(({ text }) => text).join('\n');
}

describe('manifests with nothing but policies', () => {
  it('are about Services that are there', () => {
    const decision = Simulator.from(POLICY).decide(request);
    expect(decision.outcomes).toMatchObject([
      { subset: 'v1', probability: 0.9, workloads: [{ version: 'v1' }] },
      { subset: 'v2', probability: 0.1, workloads: [{ version: 'v2' }] },
    ]);
    expect(textOf(decision)).toContain('a Service reviews.shop.svc.cluster.local with port 9080 is assumed');
  });

  it('are taken at their word as soon as there is any Service', () => {
    const decision = Simulator.from(POLICY + OTHER_SERVICE).decide(request);
    expect(decision.outcomes).toMatchObject([{ cluster: 'PassthroughCluster' }]);
    expect(textOf(decision)).toContain('reviews.shop, port 9080, is unknown');
  });
});

describe('what is not part of the simulation', () => {
  const object = (kind: string, metadata: string, spec = '{}'): string =>
    `---\napiVersion: ${kind === 'Namespace' ? 'v1' : 'gateway.networking.k8s.io/v1alpha2'}\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}\n`;

  it.each([
    ['TCPRoute', object('TCPRoute', '{ name: x, namespace: shop }'), /ignores it/],
    [
      'Namespace',
      object('Namespace', '{ name: far, labels: { istio.io/dataplane-mode: ambient } }'),
      /ambient/,
    ],
    ['Gateway', object('Gateway', '{ name: w }', '{ gatewayClassName: istio-waypoint }'), /waypoint/],
  ])('is said: %s', (kind, text, why) => {
    const { notModelled } = Simulator.from(POLICY + text).decide(request);
    expect(notModelled).toMatchObject([{ object: { kind }, why: expect.stringMatching(why) as string }]);
  });
});

it('lists gateways for any host only if any host is asked for', () => {
  const simulator = Simulator.from(`
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: gw, namespace: istio-system }
spec: { selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: any, namespace: shop }
spec: { hosts: ['*'], gateways: [istio-system/gw], http: [{ route: [{ destination: { host: web } }] }] }
`);
  const from = { gateway: {} };
  expect(simulator.routes('nowhere.example.com', { from }).tables).toEqual([]);
  expect(simulator.routes('*', { from }).tables).toHaveLength(1);
});
