import { App, Chart, Duration } from 'cdk8s';
import { Deployment, Service } from 'cdk8s-plus-28';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault, FaultInjection, IngressGateway, MeshService, Percent, RequestRoute } from '../../lib';
import { from, gateway, inMesh, request } from '../../lib/jest';
import { Simulator } from '../../lib/simulate/simulator';
import { cpuTime } from '../support/cost';
import { failureOf } from './support/failure';

/** Two versions of a service, and somebody who calls them. */
class Shop extends Chart {
  readonly reviews: MeshService;
  readonly caller: Deployment;

  constructor(app: App, name = 'shop') {
    super(app, name, { namespace: name });
    const workload = (id: string, labels: Record<string, string>) =>
      new Deployment(this, id, {
        metadata: { name: id },
        podMetadata: { labels },
        containers: [{ image: 'image' }],
      });
    const service = (id: string, ports: number[]) =>
      new Service(this, `${id}-service`, {
        metadata: { name: id },
        ports: ports.map((port) => ({ name: 'http', port })),
      });
    this.caller = workload('page', { app: 'page' });
    this.reviews = MeshService.of(service('reviews', [9080]), {
      versions: {
        v1: workload('reviews-v1', { app: 'reviews', version: 'v1' }),
        v2: workload('reviews-v2', { app: 'reviews', version: 'v2' }),
      },
    });
  }
}

const URL = 'http://reviews.shop:9080/';
const HALVES = { 'reviews v1': 50, 'reviews v2': 50 };

describe('what is expected of', () => {
  it('is an App, a Chart, text, objects, a list, or a simulator', () => {
    const app = new App();
    const chart = new Shop(app);
    const call = from(chart.caller).get(URL);
    for (const subject of [app, chart, app.synthYaml(), chart.toJson(), [[chart]], Simulator.from(app)])
      expect(subject).toRoute(call, HALVES);
  });

  it('is what an App is at that moment', () => {
    const app = new App();
    const chart = new Shop(app);
    const { reviews: service, caller } = chart;
    const call = from(caller).get(URL);
    expect(app).toRoute(call, HALVES);
    new RequestRoute(chart, 'v2', { service, version: 'v2' });
    expect(app).toRoute(call, { 'reviews v2': 100 });
    const fault = Fault.delay(Duration.seconds(7), Percent.of(50));
    new FaultInjection(chart, 'drill', { service, fault });
    expect(app).toDelay(call, Duration.seconds(7), { percent: 50 });
    caller.podMetadata.addLabel('version', 'v9');
    expect(app).toReach(from('shop/page v9').get(URL), 'reviews');
  });

  it('is what a folder holds at that moment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    try {
      const chart = new Shop(new App());
      const call = from(chart.caller).get(URL);
      writeFileSync(join(folder, 'shop.json'), JSON.stringify({ kind: 'List', items: chart.toJson() }));
      expect(folder).toRoute(call, HALVES);
      const rule = {
        apiVersion: 'networking.istio.io/v1',
        kind: 'VirtualService',
        metadata: { name: 'r', namespace: 'shop' },
      };
      const spec = { hosts: ['reviews'], http: [{ name: 'no', directResponse: { status: 404 } }] };
      writeFileSync(join(folder, 'rules.json'), `\n\n${JSON.stringify({ ...rule, spec })}`);
      expect(folder).toAnswer(call, 404);
      const failure = failureOf(() => expect(folder).toRoute(call, HALVES));
      expect(failure).toContain(`${join(folder, 'rules.json')}:3`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('may be in a mesh with other settings', () => {
    const chart = new Shop(new App());
    const call = from(chart.caller).get('https://example.com/');
    expect(chart).toRoute(call, { PassthroughCluster: 100 });
    expect(inMesh({ outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }, chart)).toClose(call);
  });

  it('answers many questions about one app fast', () => {
    const app = new App();
    const call = from(new Shop(app).caller).get(URL);
    const ask = (): void => expect(app).toRoute(call, HALVES);
    const first = cpuTime(ask);
    const others = cpuTime(() => {
      for (let i = 0; i < 200; i++) ask();
    });
    expect(others).toBeLessThan(40 * first + 2000);
  }, 60_000);
});

describe('names', () => {
  const app = new App();
  const { caller, reviews } = new Shop(app);
  new Shop(app, 'test');
  const call = from(caller).get(URL);

  it('without a namespace are those of the caller', () => {
    expect(app).toRoute(call, { reviews: 100 });
    expect(app).toRoute(from('test/page').get(URL), { 'shop/reviews': 100 });
    expect(app).not.toReach(from('test/page').get(URL), 'reviews');
  });

  it('are hosts, services, workloads and clusters', () => {
    const cluster = 'outbound|9080||reviews.shop.svc.cluster.local';
    for (const name of ['reviews.shop', 'reviews.shop.svc.cluster.local', 'shop/reviews', cluster])
      expect(app).toRoute(call, { [name]: 100 });
    expect(app).toRoute(call, { 'reviews-v1': 50, 'shop/reviews v2': 50 });
  });

  it.each<[string, () => void]>([
    [
      'a receiver must be one of shop/reviews, test/reviews, got "reviews"; write its namespace before it',
      () => expect(app).toRoute(request('GET', URL), { reviews: 100 }),
    ],
    [
      'a receiver must be somebody in the manifests, got "reveiws v1"; there are shop/reviews, test/reviews',
      () => expect(app).not.toRoute(call, { 'reveiws v1': 100 }),
    ],
    [
      'the version of a receiver must be that of its pods, or a subset, got "reviews v3"; shop/reviews has v1, v2',
      () => expect(app).not.toReach(call, 'reviews v3'),
    ],
    [
      'a receiver must be named once, got ["reviews", "reviews v1"]; both are reviews v1: remove one',
      () => expect(app).toRoute(call, { reviews: 50, 'reviews v1': 50 }),
    ],
    [
      'the sender of a request must be one of reviews-v1, reviews-v2, got "shop/reviews"; write from(\'shop/reviews-v1\')',
      () => expect(app).toRoute(from(reviews).get(URL), HALVES),
    ],
    [
      "the sender of a request must be a workload of the manifests, or a service with one, got \"shop/pag\"; for one that is deployed elsewhere write from({ namespace: 'shop', labels: { app: 'pag' } })",
      () => expect(app).toRoute(from('shop/pag').get(URL), HALVES),
    ],
    [
      'a gateway must be a Gateway of the manifests, got "shop/edge"; correct its name',
      () => expect(app).toAnswer(from(gateway('shop/edge')).get(URL), 404),
    ],
  ])('are refused: %s', (message, expectation) => expect(failureOf(expectation)).toBe(message));

  it('of gateways are those of constructs, too', () => {
    const chart = new Shop(new App());
    const edge = new IngressGateway(chart, 'edge');
    expect(failureOf(() => expect(chart).toAnswer(from(edge).get(URL), 404))).toContain('"shop/edge"');
  });
});
