import { from, gateway } from 'cdk8s-mesh/jest';
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

  it('gives a tenth of the calls of reviews to v2, those of pods with a sidecar, too', () => {
    const sidecar = from({ labels: { app: 'curl' } });
    expect(told.app).toRoute(sidecar.get('http://reviews.bookinfo-ambient:9080/reviews/0'), {
      'reviews v1': 90,
      'reviews v2': 10,
    });
  });

  it('lets browsers in', () => {
    const browser = from(gateway('bookinfo-ambient/bookinfo-gateway'));
    expect(told.app).toRoute(browser.get('http://bookinfo.example.com/productpage'), { productpage: 100 });
    expect(told.app).toAnswer(browser.get('http://bookinfo.example.com/reviews/0'), 404);
  });
});
