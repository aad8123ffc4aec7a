import { Simulator, type Decision } from '../../lib/simulate';

const MESH = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec:
  selector: { app: reviews }
  ports: [{ name: http, port: 9080, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1, namespace: shop }
spec: { template: { metadata: { labels: { app: reviews, version: v1 } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v2, namespace: shop }
spec: { replicas: 3, template: { metadata: { labels: { app: reviews, version: v2 } } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
  hosts: [reviews]
  http: [{ fault: { abort: { httpStatus: 500, percentage: { value: 100 } } }, route: [{ destination: { host: reviews } }] }]
`;

const strict = (mode: string): string => `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: ${mode} } }
`;

const DENY = `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: mesh-only, namespace: shop }
spec: { rules: [{ from: [{ source: { principals: ['*'] } }] }] }
`;

function decide(text: string, url = 'http://reviews.shop:9080/'): Decision {
  return Simulator.from(text).decide({ url, from: { outside: true } });
}

describe('a client outside the mesh', () => {
  it('meets any endpoint, whatever rules about routes say', () => {
    const { outcomes, fault, authorization } = decide(MESH);
    expect(fault).toBeUndefined();
    expect(authorization).toBeUndefined();
    expect(outcomes).toMatchObject([
      {
        kind: 'forwarded',
        probability: 1,
        host: 'reviews.shop.svc.cluster.local',
        workloads: [
          { name: 'reviews-v1', port: 8080, share: 0.25 },
          { name: 'reviews-v2', port: 8080, share: 0.75 },
        ],
      },
    ]);
  });

  it('is refused by receivers that take only the TLS of the mesh, without an answer', () => {
    const { authorization } = decide(MESH + strict('STRICT'));
    expect(authorization).toMatchObject({ allowed: false });
    expect(authorization).not.toHaveProperty('status');
    expect(decide(MESH + strict('PERMISSIVE')).authorization).toBeUndefined();
  });

  it('has no identity', () => {
    expect(decide(MESH + DENY).authorization).toMatchObject({ allowed: false, status: 403 });
  });

  it('finds nobody on a port that the service does not have', () => {
    expect(decide(MESH, 'http://reviews.shop:80/').outcomes).toMatchObject([{ kind: 'closed' }]);
  });

  it('goes out for any other name', () => {
    expect(decide(MESH, 'http://example.com/').outcomes).toMatchObject([{ cluster: 'PassthroughCluster' }]);
  });
});
