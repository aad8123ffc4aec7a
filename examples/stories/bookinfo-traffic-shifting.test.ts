import { tell } from '../support/tell';
import { BookinfoTrafficShifting } from './bookinfo-traffic-shifting';

describe('bookinfo-traffic-shifting-50', () => {
  const told = tell((app) => new BookinfoTrafficShifting(app, 50));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('gives each version half', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual(['-> reviews v1 50 %, reviews v3 50 %']);
  });
});

describe('bookinfo-traffic-shifting-100', () => {
  const told = tell((app) => new BookinfoTrafficShifting(app, 100));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('gives v3 everything', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual(['-> reviews v1 0 %, reviews v3 100 %']);
  });
});
