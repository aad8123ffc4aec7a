import { from, gateway, inMesh } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { OnlineBoutiqueStory } from './online-boutique';

describe('online-boutique', () => {
  const told = tell((app) => new OnlineBoutiqueStory(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('deploys eleven programs, a second frontend and Redis', () => {
    expect(told.names('Deployment')).toHaveLength(13);
  });

  const SHOP = 'http://shop.example.com/';
  const customer = from(gateway());
  const frontend = from('online-boutique/frontend v1');

  it('shows the new brand to a quarter of the new customers', () => {
    const shares = { 'frontend v1': 75, 'frontend v2': 25 };
    expect(told.app).toRoute(customer.get(SHOP), shares);
    expect(told.app).toReturnHeaders(customer.get(SHOP), {
      'set-cookie': expect.stringMatching(/^brand=v/) as string,
    });
    expect(told.app).toRoute(customer.get(SHOP, { cookies: { brand: 'v3' } }), shares);
  });

  it.each(['v1', 'v2'])('keeps customers with the brand that they were given (%s)', (brand) => {
    const visit = customer.get(SHOP, { cookies: { currency: 'EUR', brand } });
    expect(told.app).toRoute(visit, { [`frontend ${brand}`]: 100 });
    expect(told.app).toReturnHeaders(visit, { 'set-cookie': undefined });
  });

  it('shows the new brand to the staff', () => {
    const staff = { headers: { 'x-role': 'staff' } };
    expect(told.app).toRoute(customer.get(SHOP, staff), { 'frontend v2': 100 });
    expect(told.app).toRoute(frontend.get('http://frontend/', staff), { 'frontend v2': 100 });
  });

  it('fails half of the calls for ads as gRPC does', () => {
    const ads = frontend.post('grpc://adservice:9555/hipstershop.AdService/GetAds');
    expect(told.app).toAbort(ads, 'UNAVAILABLE', { percent: 50 });
    expect(told.app).toRoute(ads, { adservice: 50, 200: 50 }); // the error is in the trailers
    const cart = frontend.post('grpc://cartservice:7070/hipstershop.CartService/GetCart');
    expect(told.app).toRoute(cart, { cartservice: 100 });
  });

  it('knows the hosts outside, for a mesh that closes all other doors', () => {
    const strict = inMesh({ outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }, told.app);
    expect(strict).toReach(frontend.get('https://storage.googleapis.com/'), '*.googleapis.com');
    expect(strict).toReach(frontend.get('http://metadata.google.internal/'), 'metadata.google.internal');
    expect(strict).toReach(frontend.get('https://accounts.google.com/'), 'accounts.google.com');
    expect(strict).toClose(frontend.get('https://www.example.com/'));
  });

  it('leaves Redis alone', () => {
    const connection = from('online-boutique/cartservice').connect('tcp://redis-cart:6379');
    expect(told.app).toRoute(connection, { 'redis-cart': 100 });
  });
});
