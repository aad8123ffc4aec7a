import { Simulator, type Caller } from '../../lib/simulate';

const SHOP = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }, { name: tcp-admin, port: 9000 }] }
---
apiVersion: v1
kind: Service
metadata: { name: own, namespace: shop, annotations: { networking.istio.io/exportTo: '.,till' } }
spec: { selector: { app: own }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec: { template: { metadata: { labels: { app: web, tier: front } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v2, namespace: shop }
spec: { template: { metadata: { labels: { app: web } } } }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: till }
spec: { hosts: [api.example.org], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: front, namespace: shop }
spec: { workloadSelector: { labels: { tier: front } }, egress: [{ hosts: ['./*'] }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { selector: { istio: edge }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: ['shop/*.example.com'], tls: { mode: SIMPLE, credentialName: c } }, { port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [shop.example.com, elsewhere.org], gateways: [edge], http: [{ route: [{ destination: { host: web, port: { number: 80 } } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } }, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: till-web, namespace: till }
spec: { host: web.shop.svc.cluster.local, subsets: [{ name: v2, labels: { version: v2 } }] }
`;

const EDGE: Caller = { gateway: { namespace: 'istio-system', labels: { istio: 'edge' } } };
const WEB = 'web.shop.svc.cluster.local';

describe('what the manifests have', () => {
  const simulator = Simulator.from(SHOP);

  it('are hosts, with their ports, objects and who sees them', () => {
    const hosts = simulator
      .hosts()
      .map(({ host, kind, ports, exportTo, objects }) => [
        host,
        kind,
        ports.map(({ number, protocol }) => `${number} ${protocol}`).join(),
        exportTo?.join() ?? '',
        objects.map((one) => `${one.kind} ${one.name}`).join(),
      ]);
    expect(hosts).toEqual([
      ['*.example.com', 'gateway', '443 HTTPS', '', 'Gateway edge'],
      ['shop.example.com', 'gateway', '80 HTTP,443 HTTPS', '', 'Gateway edge,VirtualService web'],
      ['own.shop.svc.cluster.local', 'service', '80 http', 'shop,till', 'Service own'],
      [WEB, 'service', '80 http,9000 tcp', '*', 'Service web'],
      ['api.example.org', 'external', '443 tls', '*', 'ServiceEntry api'],
    ]);
    expect(simulator.hosts()[0]!.gateway).toEqual(EDGE);
    expect(JSON.parse(JSON.stringify(simulator.hosts()))).toEqual(simulator.hosts());
  });

  it('are classes of callers, with the workloads that are in each, gateways without pods among them', () => {
    expect(simulator.callers()).toEqual([
      {
        name: 'shop/tier=front',
        from: { namespace: 'shop', labels: { tier: 'front' } },
        workloads: ['web-v1'],
      },
      { name: 'namespace:shop', from: { namespace: 'shop' }, workloads: ['web-v2'] },
      { name: 'namespace:till', from: { namespace: 'till' }, workloads: [] },
      { name: 'gateway:istio-system/istio=edge', from: EDGE, workloads: [] },
    ]);
  });

  it('and routes(host) puts the views of all of these together', () => {
    const callers = simulator.routes(WEB, { port: 80 }).tables.flatMap((table) => table.callers);
    expect(callers).toEqual(
      simulator
        .callers()
        .slice(0, 3)
        .map(({ from }) => from),
    );
    const { tables } = simulator.routes('shop.example.com');
    expect(tables.map(({ port, callers: own }) => [port, own])).toEqual([
      [80, [EDGE]],
      [443, [EDGE]],
    ]);
  });

  it('are DestinationRules, of which each caller uses its own', () => {
    const namesFor = (host: string, from?: Caller) =>
      simulator.destinationRule(host, from)?.objects.map(({ name }) => name);
    expect(namesFor(WEB, { namespace: 'shop' })).toEqual(['web']);
    expect(namesFor(WEB, { namespace: 'till' })).toEqual(['till-web']);
    expect(namesFor(WEB)).toEqual(['web']);
    expect(namesFor(WEB, EDGE)).toEqual(['web']);
    expect(namesFor('api.example.org')).toBeUndefined();
    expect(simulator.destinationRule(WEB, 'shop/web-v1')).toMatchObject({
      host: WEB,
      subsets: ['v1'],
      trafficPolicy: { loadBalancer: { simple: 'RANDOM' } },
    });
  });
});

describe('gateways', () => {
  const GATEWAY = (selector: string): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: shop }
spec: { ${selector}servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }] }
`;
  const PODS = `
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: edge, namespace: infra }
spec: { template: { metadata: { labels: { istio: edge, app: x } } } }
`;
  const callersOf = (text: string) =>
    Simulator.from(text)
      .callers()
      .map(({ name }) => name);

  it('are where their pods are', () => {
    expect(callersOf(GATEWAY('selector: { istio: edge }, ') + PODS)).toEqual([
      'namespace:infra',
      'gateway:infra/istio=edge',
    ]);
  });

  it("are Istio's usual one if nobody says which", () => {
    expect(callersOf(GATEWAY(''))).toEqual(['gateway:istio-system/istio=ingressgateway']);
  });
});

describe('the rows of tables', () => {
  const filter = (namespace: string): string =>
    `---\napiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: { name: lua, namespace: ${namespace} }\n`;

  it('say what is not simulated, as decisions of the same caller do', () => {
    const simulator = Simulator.from(SHOP + filter('till'));
    const { tables } = simulator.routes(WEB, { port: 80 });
    const told = tables.map(({ callers, rows }) => [callers.length, rows[0]!.outcome.notModelled.length]);
    expect(told).toEqual([
      [2, 0],
      [1, 1],
    ]);
    for (const { callers, rows } of tables) {
      for (const from of callers) {
        const { notModelled } = simulator.decide({ url: `http://${WEB}/`, from });
        expect(rows.map(({ outcome }) => outcome.notModelled)).toEqual(rows.map(() => notModelled));
      }
    }
  });
});
