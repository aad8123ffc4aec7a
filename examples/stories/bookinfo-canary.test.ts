import { tell } from '../support/tell';
import { BookinfoCanary } from './bookinfo-canary';

describe('bookinfo-canary', () => {
  const told = tell((app) => new BookinfoCanary(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('gives jason v2 before it draws a tenth of the others', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual([
      'end-user=jason -> reviews v2',
      '-> reviews v1 90 %, reviews v2 10 %',
    ]);
  });
});
