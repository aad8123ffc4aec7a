import { from } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoTrafficShifting } from './bookinfo-traffic-shifting';

const REVIEWS = 'http://reviews:9080/reviews/0';

describe('bookinfo-traffic-shifting-50', () => {
  const told = tell((app) => new BookinfoTrafficShifting(app, 50));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  const page = from('bookinfo-traffic-shifting-50/productpage');

  it('gives each version half, whoever asks', () => {
    const half = { 'reviews v1': 50, 'reviews v3': 50 };
    expect(told.app).toRoute(page.get(REVIEWS), half);
    expect(told.app).toRoute(page.get(REVIEWS, { headers: { 'end-user': 'jason' } }), half);
  });
});

describe('bookinfo-traffic-shifting-100', () => {
  const told = tell((app) => new BookinfoTrafficShifting(app, 100));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('gives v3 everything', () => {
    const call = from('bookinfo-traffic-shifting-100/productpage').get(REVIEWS);
    expect(told.app).toRoute(call, { 'reviews v3': 100 });
    expect(told.app).not.toReach(call, 'reviews v1');
  });
});
