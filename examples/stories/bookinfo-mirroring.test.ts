import { tell } from '../support/tell';
import { BookinfoMirroring } from './bookinfo-mirroring';

describe('bookinfo-mirroring', () => {
  const told = tell((app) => new BookinfoMirroring(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('has v1 answer all calls and copies half of them to v2', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual(['-> reviews v1 (50 % copied to reviews v2)']);
  });
});
