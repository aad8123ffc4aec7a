import { CanaryRoute, DataPlane, Dialect, Mesh, Percent } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Story } from '../support/story';

/** The bookshop without sidecars: a waypoint reads the calls to its services and gives a tenth of those to reviews to v2. */
export class BookinfoAmbient extends Story {
  constructor(scope: Construct) {
    super(scope, 'bookinfo-ambient', DataPlane.ambientWithWaypoint());
    new Mesh(this, 'mesh', { dialect: Dialect.GATEWAY_API });
    const bookinfo = new Bookinfo(this, 'app');
    new BookinfoIngress(this, 'ingress', bookinfo);
    new CanaryRoute(this, 'canary', {
      service: bookinfo.reviews,
      stable: 'v1',
      canary: 'v2',
      share: Percent.of(10),
    });
  }
}
