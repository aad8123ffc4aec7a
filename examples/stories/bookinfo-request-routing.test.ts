import { tell } from '../support/tell';
import { BookinfoRequestRouting } from './bookinfo-request-routing';

describe('bookinfo-request-routing', () => {
  const told = tell((app) => new BookinfoRequestRouting(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('looks at the user and the tenant before it sends a call to v1', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual([
      'end-user=jason -> reviews v2',
      'x-tenant=beta -> reviews v2',
      '-> reviews v1',
    ]);
  });

  it.each(['productpage', 'details', 'ratings'])('sends all calls of %s to v1', (service) => {
    expect(told.routes('VirtualService', service)).toEqual([`-> ${service} v1`]);
  });

  it('holds at the door, too', () => {
    expect(told.routes('VirtualService', 'bookinfo-gateway-any')).toEqual([
      expect.stringMatching(/-> productpage v1$/),
    ]);
  });
});
