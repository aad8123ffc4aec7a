import { Fault, FaultInjection, Percent, RequestPolicy, RequestRoute } from 'cdk8s-mesh';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { acknowledgeRoutes } from '../support/acknowledge';
import { Story } from '../support/story';

/** The page waits half a second for reviews, and these wait two for their ratings: no reviews today. */
export class BookinfoTimeouts extends Story {
  constructor(scope: Construct) {
    super(scope, 'bookinfo-timeouts');
    const bookinfo = new Bookinfo(this, 'app');
    new BookinfoIngress(this, 'ingress', bookinfo);

    const { reviews, ratings } = bookinfo;
    new RequestRoute(this, 'with-stars', { service: reviews, version: 'v2' });
    new RequestPolicy(this, 'patience', { service: reviews, timeout: Duration.millis(500) });
    new FaultInjection(this, 'slow-ratings', {
      service: ratings,
      fault: Fault.delay(Duration.seconds(2), Percent.of(100)),
    });
    acknowledgeRoutes(
      ratings,
      'fault-for-everybody',
      'the walk-through delays all ratings, nobody else is here',
    );
  }
}
