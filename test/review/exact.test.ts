import { review, type ClassChange } from '../../lib/review';
import { gatewayApi, SHOP, service, to, virtualService, type Thing } from './support/objects';
import { isIn } from './support/claims';

/** A change is said of the requests that it is about, and of no others. */
describe('a changed class', () => {
  it('leaves out what any host gets, where the host is no longer known', () => {
    const gateway = gatewayApi('Gateway', 'own', {
      gatewayClassName: 'istio',
      listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
    });
    const route = (spec: object): Thing =>
      gatewayApi('HTTPRoute', 'own', { parentRefs: [{ name: 'own' }], ...spec });
    const before = [
      gateway,
      route({ hostnames: ['shop.example.com'], rules: [{ matches: [{}], backendRefs: [] }] }),
    ];
    const after = [
      gateway,
      route({ rules: [{ matches: [{ queryParams: [{ name: 'q', value: '2' }] }], backendRefs: [] }] }),
    ];
    const [change] = classesOf(before, after, 'shop.example.com');
    expect(isIn({ url: 'http://shop.example.com/?q=1' }, change!.requests)).toBe(true);
    expect(isIn({ url: 'http://shop.example.com/?q=2' }, change!.requests)).toBe(false);
  });

  it('names the origins for which cross-origin rules change, and the preflight requests that the proxy answers', () => {
    const allowed = (exact: string): Thing =>
      virtualService('reviews', [{ route: [to(undefined)], corsPolicy: { allowOrigins: [{ exact }] } }]);
    const changes = classesOf([...SHOP, allowed('https://a.com')], [...SHOP, allowed('https://b.com')]);
    const from = (origin: string) => ({ url: 'http://reviews/', headers: { origin } });
    const told = (origin: string) => changes.filter(({ requests }) => isIn(from(origin), requests));
    expect(told('https://a.com').map(({ after }) => after.cors?.originAllowed)).toEqual([false]);
    expect(told('https://b.com').map(({ after }) => after.cors?.originAllowed)).toEqual([true]);
    expect(told('https://c.com')).toEqual([]);
    expect(changes.some(({ requests }) => isIn({ url: 'http://reviews/' }, requests))).toBe(false);

    const added = classesOf(
      [...SHOP, virtualService('reviews', [{ route: [to(undefined)] }])],
      [...SHOP, allowed('https://a.com')],
    );
    const preflight = {
      url: 'http://reviews/',
      method: 'OPTIONS',
      headers: { origin: 'https://a.com', 'access-control-request-method': 'GET' },
    };
    expect(added.find(({ requests }) => isIn(preflight, requests))!.aspects).toContain('ends');
    expect(added.find(({ requests }) => isIn(from('https://a.com'), requests))!.aspects).toEqual(['cors']);
  });

  it('has no requests of a scheme that the port is not spoken to in', () => {
    const rules = (scheme: string): Thing =>
      virtualService('reviews', [
        { match: [{ scheme: { exact: scheme } }], route: [to('v1')] },
        { route: [to(undefined)] },
      ]);
    const before = [...SHOP, virtualService('reviews', [{ route: [to(undefined)] }])];
    expect(classesOf(before, [...SHOP, rules('https')])).toEqual([]);
    expect(classesOf(before, [...SHOP, rules('http')])).toHaveLength(1);
  });

  it('goes by the port of the workload', () => {
    const target = (targetPort: number): Thing => {
      const { spec, ...one } = service('reviews');
      return { ...one, spec: { ...spec, ports: [{ name: 'http', port: 9080, targetPort }] } };
    };
    const others = SHOP.filter(({ kind, metadata }) => kind !== 'Service' || metadata.name !== 'reviews');
    const [change] = classesOf([...others, target(8000)], [...others, target(8001)]);
    expect(change!.aspects).toEqual(['ends']);
  });
});

function classesOf(
  before: readonly Thing[],
  after: readonly Thing[],
  host = 'reviews.shop.svc.cluster.local',
): readonly ClassChange[] {
  const changed = review(before, after).hosts.find((one) => one.host === host);
  return changed?.views.flatMap(({ classes }) => classes) ?? [];
}
