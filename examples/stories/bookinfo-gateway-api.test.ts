import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoGatewayApi } from './bookinfo-gateway-api';

describe('bookinfo-gateway-api', () => {
  const told = tell((app) => new BookinfoGatewayApi(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('opens the same door in the words of the Gateway API', () => {
    expect(told.object('Gateway', 'bookinfo-gateway').spec).toMatchObject({ gatewayClassName: 'istio' });
    const browser = from(gateway('bookinfo-gateway-api/bookinfo-gateway'));
    for (const path of ['/productpage', '/static/', '/api/v1/products/0/reviews'])
      expect(told.app).toRoute(browser.get(`http://bookinfo.example.com${path}`), { 'productpage v1': 100 });
    for (const path of ['/staticfoo', '/productpage/', '/reviews/0'])
      expect(told.app).toAnswer(browser.get(`http://bookinfo.example.com${path}`), 404);
  });

  it.each(['productpage', 'details', 'reviews', 'ratings'])(
    'sends calls of %s to the Service of its v1',
    (service) => {
      const call = from('bookinfo-gateway-api/reviews v2').get(`http://${service}:9080/`);
      expect(told.app).toRoute(call, { [`${service} v1`]: 100 });
      expect(told.object('HTTPRoute', service).spec).toMatchObject({
        parentRefs: [{ group: '', kind: 'Service', name: service, port: 9080 }],
      });
      expect(told.names('Service')).toContain(`${service}-v1`);
    },
  );

  it('needs nothing of the other dialect', () => {
    expect([...told.names('VirtualService'), ...told.names('DestinationRule')]).toEqual([]);
  });
});
