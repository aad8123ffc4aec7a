import { tell } from '../support/tell';
import { BookinfoAmbient } from './bookinfo-ambient';

describe('bookinfo-ambient', () => {
  const told = tell((app) => new BookinfoAmbient(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('enrols the namespace with a waypoint of its own, without sidecars', () => {
    expect(told.object('Namespace', 'bookinfo-ambient').metadata.labels).toEqual({
      'istio.io/dataplane-mode': 'ambient',
      'istio.io/use-waypoint': 'waypoint',
    });
    expect(told.object('Gateway', 'waypoint').spec).toMatchObject({ gatewayClassName: 'istio-waypoint' });
  });

  it('gives a tenth of the calls of reviews to v2', () => {
    expect(told.routes('HTTPRoute', 'reviews')).toEqual(['-> reviews-v1 90 %, reviews-v2 10 %']);
  });

  it('lets browsers in', () => {
    expect(told.routes('HTTPRoute', 'bookinfo-gateway-any')).toEqual([
      expect.stringMatching(/-> productpage$/),
    ]);
  });
});
