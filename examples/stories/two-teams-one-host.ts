import {
  CanaryRoute,
  Fault,
  FaultInjection,
  HeaderMatch,
  Match,
  MeshPort,
  MeshService,
  Percent,
  RequestPolicy,
} from 'cdk8s-mesh';
import { Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Fortio } from '../apps/fortio';
import { Story } from '../support/story';

const NAMESPACE = 'two-teams-one-host';

/** The team of reviews deploys them and tries out v2. */
export class ReviewsTeam extends Story {
  constructor(scope: Construct) {
    super(scope, NAMESPACE);
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

/** Another team, in another chart, guards the callers of reviews and drills them. It knows the service by name only, and nothing of the
 * canary. */
export class ResilienceTeam extends Chart {
  constructor(scope: Construct) {
    super(scope, `${NAMESPACE}-resilience`, { namespace: NAMESPACE });
    const service = MeshService.fromName(this, 'reviews', {
      name: 'reviews',
      namespace: NAMESPACE,
      ports: [MeshPort.http(9080)],
    });
    new Fortio(this, 'fortio');
    new RequestPolicy(this, 'patience', { service, timeout: Duration.seconds(2) });
    new FaultInjection(this, 'drill', {
      service,
      match: [Match.header('x-drill', HeaderMatch.present())],
      fault: Fault.abort(503, Percent.of(50)),
    });
  }
}
