import { tell } from '../support/tell';
import { BookinfoGatewayApi } from './bookinfo-gateway-api';

describe('bookinfo-gateway-api', () => {
  const told = tell((app) => new BookinfoGatewayApi(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('opens the same door in the words of the Gateway API', () => {
    expect(told.object('Gateway', 'bookinfo-gateway').spec).toMatchObject({ gatewayClassName: 'istio' });
    expect(told.routes('HTTPRoute', 'bookinfo-gateway-any')).toEqual([
      '/productpage or /logout or /login or /api/v1/products/... or /static/... -> productpage-v1',
    ]);
  });

  it.each(['productpage', 'details', 'reviews', 'ratings'])(
    'sends calls of %s to the Service of its v1',
    (service) => {
      expect(told.routes('HTTPRoute', service)).toEqual([`-> ${service}-v1`]);
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
