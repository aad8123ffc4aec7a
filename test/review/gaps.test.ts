import { review } from '../../lib/review';

const service = (namespace: string): string => `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: ${namespace} }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
`;
const filter = `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: lua, namespace: b }
---
`;
const manifests = service('a') + service('b') + service('c');

it('what is not simulated is told once, and makes no views of its own', () => {
  const [without, with_] = [review(manifests), review(manifests + filter)];
  expect(with_.hosts).toEqual(without.hosts);
  expect(with_.hosts[0]!.views.map(({ callers }) => callers)).toEqual([
    [{ namespace: 'a' }, { namespace: 'b' }, { namespace: 'c' }],
  ]);
  expect(with_.notModelled).toMatchObject([{ source: { object: { kind: 'EnvoyFilter', name: 'lua' } } }]);
});

it.each([
  ['of its namespace', 'b'],
  ['of any namespace, from the root', 'istio-system'],
])('what is about some workloads %s is not forgotten', (_, namespace) => {
  const one = `${filter.replace('namespace: b', `namespace: ${namespace}`).replace('---', '')}spec: { workloadSelector: { labels: { app: web } } }\n`;
  expect(review(manifests + one).notModelled.map(({ source }) => source.object.name)).toEqual(['lua']);
});
