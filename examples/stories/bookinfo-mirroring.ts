import { Mirror, Percent, RequestRoute } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Story } from '../support/story';

/** Reviews v1 answers all calls, and v2 gets a copy of every second one, to see how it bears them. */
export class BookinfoMirroring extends Story {
  constructor(scope: Construct) {
    super(scope, 'bookinfo-mirroring');
    const bookinfo = new Bookinfo(this, 'app');
    new BookinfoIngress(this, 'ingress', bookinfo);

    const service = bookinfo.reviews;
    new RequestRoute(this, 'live', { service, version: 'v1' });
    new Mirror(this, 'shadow', { service, to: 'v2', share: Percent.of(50) });
  }
}
