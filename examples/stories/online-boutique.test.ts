import { tell } from '../support/tell';
import { OnlineBoutiqueStory } from './online-boutique';

describe('online-boutique', () => {
  const told = tell((app) => new OnlineBoutiqueStory(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('deploys eleven programs, a second frontend and Redis', () => {
    expect(told.names('Deployment')).toHaveLength(13);
  });

  it.each(['frontend', 'frontend-gateway-any'])(
    'keeps customers with the brand that they were given (%s)',
    (name) => {
      expect(told.routes('VirtualService', name)).toEqual([
        expect.stringMatching(/^cookie~.*brand=v1.* -> frontend v1$/),
        expect.stringMatching(/^cookie~.*brand=v2.* -> frontend v2$/),
        '-> frontend v1 75 %, frontend v2 25 %',
      ]);
    },
  );

  it('fails half of the calls for ads as gRPC does', () => {
    expect(told.routes('VirtualService', 'adservice')).toEqual(['-> adservice (50 % get UNAVAILABLE)']);
  });

  it('knows the hosts outside', () => {
    expect(told.names('ServiceEntry')).toEqual([
      'accounts-google-com',
      'any-googleapis-com',
      'metadata-google-internal',
    ]);
  });
});
