import { CanaryRoute, HeaderMatch, Match, Percent } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Story } from '../support/story';

/** Reviews v2 is tried out on a tenth of the calls; jason, who tests it, always gets it. */
export class BookinfoCanary extends Story {
  constructor(scope: Construct) {
    super(scope, 'bookinfo-canary');
    const bookinfo = new Bookinfo(this, 'app');
    new BookinfoIngress(this, 'ingress', bookinfo);
    new CanaryRoute(this, 'canary', {
      service: bookinfo.reviews,
      stable: 'v1',
      canary: 'v2',
      share: Percent.of(10),
      audience: [Match.header('end-user', HeaderMatch.exact('jason'))],
    });
  }
}
