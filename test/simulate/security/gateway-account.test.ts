import { Simulator } from '../../../lib/simulate';
import { gatewayApi, istio, SHOP, type Thing } from '../../review/support/objects';

/** Policies see gateways by their service accounts, which manifests need not have. */
describe('the service account of a gateway', () => {
  const principal = (name: string): string => `cluster.local/ns/istio-system/sa/${name}`;
  const edge = [
    istio('Gateway', 'edge', {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
    }),
    istio('VirtualService', 'door', {
      hosts: ['shop.example.com'],
      gateways: ['edge'],
      http: [{ route: [{ destination: { host: 'reviews', port: { number: 9080 } } }] }],
    }),
  ];
  const policy = (source: object): Thing =>
    istio('AuthorizationPolicy', 'reviews', {
      selector: { matchLabels: { app: 'reviews' } },
      rules: [{ from: [{ source }] }],
    });
  const pods = (spec: object): Thing => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'edge', namespace: 'istio-system' },
    spec: { template: { metadata: { labels: { istio: 'ingressgateway' } }, spec } },
  });
  const ask = (things: readonly Thing[], gateway: object = {}) =>
    Simulator.from([...SHOP, ...edge, ...things]).decide({
      url: 'http://shop.example.com/',
      from: { gateway },
    }).authorization!;

  it.each<[string, object, boolean | undefined]>([
    ['one account of the namespace', { principals: [principal('ingress')] }, undefined],
    ['an account by its start', { principals: [principal('ing*')] }, undefined],
    ['an account by its ending', { principals: ['*ingress'] }, undefined],
    ['an account by namespace and ending', { principals: ['*/ns/istio-system/sa/ingress'] }, undefined],
    ['an account in short', { serviceAccounts: ['istio-system/ingress'] }, undefined],
    ['all but one account', { notPrincipals: [principal('ingress')] }, undefined],
    ['all accounts', { principals: ['*'] }, true],
    ['all accounts of the namespace', { principals: [principal('*')] }, true],
    ['the namespace', { namespaces: ['istio-system'] }, true],
    ['an account of another namespace', { principals: ['cluster.local/ns/shop/sa/ingress'] }, false],
    ['another namespace, by ending', { principals: ['*/ns/shop/sa/ingress'] }, false],
    ['another namespace, in short', { serviceAccounts: ['ingress'] }, false],
  ])('is unknown without pods: %s', (_, source, allowed) => {
    const { allowed: isAllowed, uncertain = false } = ask([policy(source)]);
    expect(uncertain ? undefined : isAllowed).toBe(allowed);
  });

  it('is unknown where only the Service is there', () => {
    const door: Thing = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'istio-ingressgateway', namespace: 'istio-system' },
      spec: { selector: { istio: 'ingressgateway' }, ports: [{ name: 'http', port: 80 }] },
    };
    expect(ask([door, policy({ principals: [principal('ingress')] })]).uncertain).toBe(true);
  });

  it('is that of the pods, if the manifests have them', () => {
    const only = policy({ principals: [principal('ingress')] });
    expect(ask([pods({ serviceAccountName: 'ingress' }), only])).toMatchObject({ allowed: true });
    expect(ask([pods({ serviceAccountName: 'other' }), only])).toMatchObject({ allowed: false });
    expect(ask([pods({}), only])).toMatchObject({ allowed: false });
  });

  it.each([
    ['as Istio calls it', {}, 'own-istio'],
    ['as an annotation says', { 'gateway.istio.io/service-account': 'mine' }, 'mine'],
    ['whatever the Service is called', { 'gateway.istio.io/name-override': 'mine' }, 'own-istio'],
  ])('is known where Istio makes the pods: %s', (_, annotations, account) => {
    const listeners = [{ name: 'http', port: 80, protocol: 'HTTP' }];
    const own = gatewayApi('Gateway', 'own', { gatewayClassName: 'istio', listeners });
    const route = gatewayApi('HTTPRoute', 'own', {
      parentRefs: [{ name: 'own' }],
      rules: [{ backendRefs: [{ name: 'reviews', port: 9080 }] }],
    });
    const things = [{ ...own, metadata: { ...own.metadata, annotations } }, route];
    const from = { namespace: 'shop', name: 'own' };
    const allow = (name: string) => policy({ principals: [`cluster.local/ns/shop/sa/${name}`] });
    expect(ask([...things, allow(account)], from)).toMatchObject({ allowed: true });
    expect(ask([...things, allow('default')], from)).toMatchObject({ allowed: false });
  });

  it('is said to be unknown', () => {
    const simulator = Simulator.from([...SHOP, ...edge, policy({ principals: [principal('ingress')] })]);
    const { explanation } = simulator.decide({ url: 'http://shop.example.com/', from: { gateway: {} } });
    expect(JSON.stringify(explanation)).toContain(
      'the client is a gateway in istio-system, whose service account the manifests do not say',
    );
  });
});
