import { review } from '../../lib/review';
import { istio, SHOP, to, virtualService } from './support/objects';

const fault = { abort: { httpStatus: 503, percentage: { value: 100 } } };
const before = [...SHOP, virtualService('reviews', [{ route: [to(undefined)] }])];
const after = [...SHOP, virtualService('reviews', [{ route: [to(undefined)], fault }])];

describe('a new fault', () => {
  it.each<[string, readonly string[] | undefined, string, string]>([
    ['everywhere, if nobody says what production is', undefined, 'new-fault', 'high'],
    ['in a namespace of production', ['shop'], 'new-fault', 'high'],
    ['in one that a pattern names', ['prod-*', 's*p'], 'new-fault', 'high'],
    ['elsewhere', ['prod-*'], 'new-fault-elsewhere', 'medium'],
    ['where nothing is production', [], 'new-fault-elsewhere', 'medium'],
  ])('%s', (_, production, rule, level) => {
    const { risks, risk, hosts } = review(before, after, production && { production });
    expect(risks).toContainEqual({ rule, level, hosts: ['reviews.shop.svc.cluster.local'] });
    expect(risk).toBe(level);
    expect(hosts[0]!.rules).toContain(rule);
  });

  it('goes by the rules where the host is outside of all namespaces', () => {
    const edge = istio('Gateway', 'edge', {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
    });
    const door = (more: object) =>
      istio('VirtualService', 'door', {
        hosts: ['shop.example.com'],
        gateways: ['edge'],
        http: [{ route: [to(undefined)], ...more }],
      });
    const risk = (name: string) =>
      review([...SHOP, edge, door({})], [...SHOP, edge, door({ fault })], { production: [name] }).risk;
    expect(risk('shop')).toBe('high');
    expect(risk('test')).toBe('medium');
  });

  it.each([
    ['an abort', { abort: { httpStatus: 503, percentage: { value: 1 } } }],
    ['a delay', { delay: { fixedDelay: '1s', percentage: { value: 1 } } }],
  ])('may be %s', (_, small) => {
    const { risks } = review(before, [
      ...SHOP,
      virtualService('reviews', [{ route: [to(undefined)], fault: small }]),
    ]);
    expect(risks[0]).toMatchObject({ rule: 'new-fault', level: 'high' });
  });

  it('needs names', () => {
    expect(() => review(before, after, { production: [''] })).toThrow(
      'production must be names of namespaces, got ""; write for example prod-*',
    );
  });
});
