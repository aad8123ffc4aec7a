import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoStory } from './bookinfo';

describe('bookinfo', () => {
  const told = tell((app) => new BookinfoStory(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  const browser = from(gateway());

  it.each(['/productpage', '/static/x', '/login', '/logout', '/api/v1/products/0/reviews'])(
    'lets %s in, whatever the host',
    (path) => {
      expect(told.app).toRoute(browser.get(`http://bookinfo.example.com${path}`), { productpage: 100 });
      expect(told.app).toRoute(browser.get(`http://anything.test${path}`), { productpage: 100 });
    },
  );

  it.each(['/', '/productpage/', '/Productpage', '/staticfoo', '/reviews/0'])('lets %s not in', (path) => {
    expect(told.app).toAnswer(browser.get(`http://bookinfo.example.com${path}`), 404);
  });

  it('draws one of the three reviews, of which nothing is said', () => {
    const call = from('bookinfo/productpage').get('http://reviews:9080/reviews/0');
    const third = 100 / 3;
    expect(told.app).toRoute(call, { 'reviews v1': third, 'reviews v2': third, 'reviews v3': third });
    expect(told.app).toRetry(call, 2); // Istio does that unasked
    expect(told.app).not.toTimeOut(call);
  });

  it('deploys each version under the identity of its service', () => {
    expect(told.names('Deployment').sort()).toEqual([
      'details-v1',
      'productpage-v1',
      'ratings-v1',
      'reviews-v1',
      'reviews-v2',
      'reviews-v3',
    ]);
    expect(told.names('ServiceAccount')).toContain('bookinfo-reviews');
    expect(told.object('Deployment', 'reviews-v3').spec).toMatchObject({
      template: { spec: { serviceAccountName: 'bookinfo-reviews' } },
    });
  });

  it('puts its pods into the mesh', () => {
    expect(told.object('Namespace', 'bookinfo').metadata.labels).toEqual({ 'istio-injection': 'enabled' });
  });
});
