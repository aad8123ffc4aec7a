import { tell } from '../support/tell';
import { BookinfoFaultInjection } from './bookinfo-fault-injection';

describe('bookinfo-fault-injection-delay', () => {
  const told = tell((app) => BookinfoFaultInjection.delay(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it("holds back jason's ratings, and nobody else's", () => {
    expect(told.routes('VirtualService', 'ratings')).toEqual([
      'end-user=jason -> ratings v1 (100 % after 7s)',
      '-> ratings v1',
    ]);
  });

  it('leaves the request routing as it is', () => {
    expect(told.routes('VirtualService', 'reviews')).toEqual([
      'end-user=jason -> reviews v2',
      'x-tenant=beta -> reviews v2',
      '-> reviews v1',
    ]);
  });
});

describe('bookinfo-fault-injection-abort', () => {
  const told = tell((app) => BookinfoFaultInjection.abort(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it("fails jason's ratings, and nobody else's", () => {
    expect(told.routes('VirtualService', 'ratings')).toEqual([
      'end-user=jason -> ratings v1 (100 % get 500)',
      '-> ratings v1',
    ]);
  });
});
