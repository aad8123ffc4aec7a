import { tell } from '../support/tell';
import { BookinfoTimeouts } from './bookinfo-timeouts';

describe('bookinfo-timeouts', () => {
  const told = tell((app) => new BookinfoTimeouts(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('waits half a second for reviews that wait two for their ratings', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual(['-> reviews v2 (at most 500ms)']);
    expect(told.routes('VirtualService', 'ratings')).toEqual(['-> ratings (100 % after 2s)']);
  });
});
