import { tell } from '../support/tell';
import { BookinfoStory } from './bookinfo';

describe('bookinfo', () => {
  const told = tell((app) => new BookinfoStory(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('lets five paths in, and nothing else', () => {
    expect(told.routes('VirtualService', 'bookinfo-gateway-any')).toEqual([
      '/productpage or /logout or /login or /api/v1/products or /api/v1/products/... or /static or /static/... -> productpage',
    ]);
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
