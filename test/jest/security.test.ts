import { from } from '../../lib/jest';
import { failureOf } from './support/failure';

/** Two versions, of which the second lets in nobody from elsewhere, and a third service with a policy about addresses. */
const MANIFESTS = `
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1, namespace: shop }
spec: { template: { metadata: { labels: { app: reviews, version: v1 } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v2, namespace: shop }
spec: { template: { metadata: { labels: { app: reviews, version: v2 } } } }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: closed, namespace: shop }
spec:
  selector: { matchLabels: { version: v2 } }
  action: DENY
  rules: [{ to: [{ operation: { methods: [POST] } }] }]
`;

const ALL = MANIFESTS.replace('selector: { matchLabels: { version: v2 } }\n  ', '');
const BY_ADDRESS = ALL.replace(
  'to: [{ operation: { methods: [POST] } }]',
  'from: [{ source: { ipBlocks: [10.0.0.0/8] } }]',
);
const page = from({ namespace: 'shop', labels: { app: 'productpage' } });
const post = page.request('POST', 'http://reviews:9080/');

describe('security', () => {
  it('counts those that a receiver turns away', () => {
    expect(MANIFESTS).toRoute(post, { 'reviews v1': 50, 403: 50 });
    expect(MANIFESTS).not.toBeDenied(post);
    expect(failureOf(() => expect(MANIFESTS).toBeDenied(post))).toMatch(
      /Received: denied with 403 \(.*\) by reviews-v2/,
    );
  });

  it('says that all are turned away', () => {
    expect(ALL).toBeDenied(post, 403);
    expect(ALL).not.toBeDenied(page.get('http://reviews:9080/'));
  });

  it('does not say what depends on more than the request tells', () => {
    expect(() => expect(BY_ADDRESS).toBeDenied(post)).toThrow('a verdict on the request must be certain');
    expect(() => expect(BY_ADDRESS).not.toBeDenied(post)).toThrow('a verdict on the request must be certain');
    expect(BY_ADDRESS).toBeDenied({ ...post, sourceIp: '10.1.2.3' });
  });
});
