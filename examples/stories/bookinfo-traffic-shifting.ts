import { Percent, TrafficSplit } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Story } from '../support/story';

/** A share of the traffic of reviews, and in the end all of it, moves from v1 to v3. */
export class BookinfoTrafficShifting extends Story {
  constructor(scope: Construct, share: number) {
    super(scope, `bookinfo-traffic-shifting-${share}`);
    const bookinfo = new Bookinfo(this, 'app');
    new BookinfoIngress(this, 'ingress', bookinfo);
    new TrafficSplit(this, 'shift', {
      service: bookinfo.reviews,
      shares: { v1: Percent.of(100 - share), v3: Percent.of(share) },
    });
  }
}
