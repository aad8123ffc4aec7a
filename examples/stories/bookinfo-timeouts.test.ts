import { from } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoTimeouts } from './bookinfo-timeouts';

describe('bookinfo-timeouts', () => {
  const told = tell((app) => new BookinfoTimeouts(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('waits half a second for reviews', () => {
    const call = from('bookinfo-timeouts/productpage').get('http://reviews:9080/reviews/0');
    expect(told.app).toRoute(call, { 'reviews v2': 100 });
    expect(told.app).toTimeOut(call, '500ms');
  });

  it('lets reviews wait two seconds for their ratings', () => {
    const call = from('bookinfo-timeouts/reviews v2').get('http://ratings:9080/ratings/0');
    expect(told.app).toDelay(call, '2s');
    expect(told.app).not.toTimeOut(call);
  });
});
