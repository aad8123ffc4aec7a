import { App, Chart } from 'cdk8s';
import { CanaryRoute, MeshNamespace, MeshPort, Percent } from '../../lib';
import { inMesh, reviewOf } from '../../lib/jest';
import { Simulator } from '../../lib/simulate';
import { failureOf } from './support/failure';

function shop(share: number): App {
  const app = new App();
  const chart = new Chart(app, 'shop');
  const reviews = new MeshNamespace(chart, 'shop').addService('reviews', {
    ports: [MeshPort.http(9080)],
    versions: { v1: {}, v2: {} },
  });
  new CanaryRoute(chart, 'canary', {
    service: reviews,
    stable: 'v1',
    canary: 'v2',
    share: Percent.of(share),
  });
  return app;
}

const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
`;

describe('toMatchPolicyReview', () => {
  it('compares with the snapshot', () => expect([shop(10), SERVICE]).toMatchPolicyReview());

  it('cannot be expected not to match', () => {
    expect(failureOf(() => expect(SERVICE).not.toMatchPolicyReview())).toMatch(/must be expected to match/);
  });

  it('has nothing to say about a simulator, or about nothing', () => {
    expect(failureOf(() => expect(Simulator.from(SERVICE)).toMatchPolicyReview())).toMatch(
      /what is reviewed must be an App/,
    );
    expect(failureOf(() => expect([]).toMatchPolicyReview())).toMatch(
      /manifests must be at least one object/,
    );
  });
});

describe('reviewOf', () => {
  it('names the constructs', () => {
    expect(reviewOf([shop(10), SERVICE])).toContain(
      '[VirtualService shop/reviews spec.http[0] (shop/canary)]',
    );
  });

  it('has another line for another statement, and the same ones for the same', () => {
    const [before, after] = [reviewOf([shop(10), SERVICE]), reviewOf([shop(20), SERVICE])].map((text) =>
      text.split('\n'),
    );
    expect(after!.filter((line, i) => line !== before![i])).toEqual([
      '  1. All requests: 80 % go to reviews v1 and 20 % go to reviews v2.',
    ]);
  });

  it('says what is different', () => {
    const review = reviewOf([shop(10), SERVICE], [shop(20), SERVICE]);
    expect(review).toContain('10 % of them end elsewhere.');
  });

  it('knows the settings of the mesh', () => {
    const strict = inMesh({ outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }, SERVICE);
    expect(reviewOf(strict)).toContain('hosts that no object names are cut off');
    expect(reviewOf(SERVICE)).toContain('hosts that no object names go where they were sent');
  });
});
