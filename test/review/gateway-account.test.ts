import { render, review } from '../../lib/review';
import { istio, namespace, SHOP, type Thing } from './support/objects';

const edge = [
  namespace('istio-system', {}),
  istio('Gateway', 'edge', {
    selector: { istio: 'ingressgateway' },
    servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['shop.example.com'] }],
  }),
  istio('VirtualService', 'door', {
    hosts: ['shop.example.com'],
    gateways: ['edge'],
    http: [{ route: [{ destination: { host: 'reviews', port: { number: 9080 } } }] }],
  }),
];
const allow = (...accounts: string[]): Thing =>
  istio('AuthorizationPolicy', 'reviews', {
    rules: [
      {
        from: [{ source: { principals: accounts.map((one) => `cluster.local/ns/istio-system/sa/${one}`) } }],
      },
    ],
  });

describe('clients of a gateway whose pods the manifests do not have', () => {
  it('are not said to be denied by a policy that lets in one service account', () => {
    const text = render(review([...SHOP, ...edge, allow('ingress')]), 'text');
    expect(text).toMatch(/Whether .*gateway.* are let in depends on .* the service account of a gateway/);
  });

  it('may be treated differently when that service account changes', () => {
    const { uncertainties, risks } = review(
      [...SHOP, ...edge, allow('ingress')],
      [...SHOP, ...edge, allow('ingress', 'other')],
    );
    expect(uncertainties).toContainEqual({ kind: 'access', host: 'shop.example.com', sources: [] });
    expect(risks.map(({ rule }) => rule)).toContain('not-compared');
  });

  it('are said to be let in perhaps when the policy is new', () => {
    const difference = review([...SHOP, ...edge], [...SHOP, ...edge, allow('ingress')]);
    const door = difference.hosts.find(({ host }) => host === 'shop.example.com')!;
    expect(door.views[0]!.classes[0]!.after.access?.isUncertain).toBe(true);
    expect(door.rules).toEqual(['access-narrowed']);
    const back = review([...SHOP, ...edge, allow('ingress')], [...SHOP, ...edge]);
    expect(back.hosts.find(({ host }) => host === 'shop.example.com')!.rules).toEqual(['access-widened']);
  });
});
