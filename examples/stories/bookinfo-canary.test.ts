import { from } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoCanary } from './bookinfo-canary';

const REVIEWS = 'http://reviews:9080/reviews/0';

describe('bookinfo-canary', () => {
  const page = from('bookinfo-canary/productpage');
  const told = tell((app) => new BookinfoCanary(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('gives v2 a tenth of the calls of reviews', () => {
    expect(told.app).toRoute(page.get(REVIEWS), { 'reviews v1': 90, 'reviews v2': 10 });
  });

  it('gives jason v2, and nobody who is only called alike', () => {
    expect(told.app).toRoute(page.get(REVIEWS, { headers: { 'end-user': 'jason' } }), { 'reviews v2': 100 });
    expect(told.app).not.toRoute(page.get(REVIEWS, { headers: { 'end-user': 'Jason' } }), {
      'reviews v2': 100,
    });
  });
});
