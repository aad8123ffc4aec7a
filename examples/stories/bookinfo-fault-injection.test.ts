import { from } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoFaultInjection } from './bookinfo-fault-injection';

const RATINGS = 'http://ratings:9080/ratings/0';
const REVIEWS = 'http://reviews:9080/reviews/0';
const JASON = { headers: { 'end-user': 'jason' } };
const KATE = { headers: { 'end-user': 'kate' } };

describe('bookinfo-fault-injection-delay', () => {
  const told = tell((app) => BookinfoFaultInjection.delay(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  const reviews = from('bookinfo-fault-injection-delay/reviews v2');

  it("holds back jason's ratings for 7 s, and then gives them to him", () => {
    expect(told.app).toDelay(reviews.get(RATINGS, JASON), '7s');
    expect(told.app).toRoute(reviews.get(RATINGS, JASON), { 'ratings v1': 100 });
  });

  it("holds back nobody else's", () => {
    expect(told.app).not.toDelay(reviews.get(RATINGS, KATE));
    expect(told.app).not.toDelay(reviews.get(RATINGS));
  });

  it('leaves the request routing as it is', () => {
    const page = from('bookinfo-fault-injection-delay/productpage');
    expect(told.app).toRoute(page.get(REVIEWS, JASON), { 'reviews v2': 100 });
    expect(told.app).not.toDelay(page.get(REVIEWS, JASON));
    expect(told.app).not.toTimeOut(page.get(REVIEWS, JASON));
    expect(told.app).toRoute(page.get(REVIEWS, KATE), { 'reviews v1': 100 });
  });
});

describe('bookinfo-fault-injection-abort', () => {
  const told = tell((app) => BookinfoFaultInjection.abort(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  const reviews = from('bookinfo-fault-injection-abort/reviews v2');

  it("fails jason's ratings at once", () => {
    expect(told.app).toAbort(reviews.get(RATINGS, JASON), 500);
    expect(told.app).toAnswer(reviews.get(RATINGS, JASON), 500);
    expect(told.app).not.toDelay(reviews.get(RATINGS, JASON));
  });

  it("fails nobody else's", () => {
    expect(told.app).toRoute(reviews.get(RATINGS, KATE), { 'ratings v1': 100 });
    expect(told.app).not.toAbort(reviews.get(RATINGS));
  });
});
