import { CircuitBreaker } from 'cdk8s-mesh';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Fortio } from '../apps/fortio';
import { Httpbin } from '../apps/httpbin';
import { Story } from '../support/story';

/** One call at a time and one that waits; whoever comes third is turned away, and an endpoint that fails rests for 3 min. */
export class HttpbinCircuitBreaking extends Story {
  constructor(scope: Construct) {
    super(scope, 'httpbin-circuit-breaking');
    new Fortio(this, 'fortio');
    new CircuitBreaker(this, 'breaker', {
      service: new Httpbin(this, 'app').service,
      maxConnections: 1,
      maxPendingRequests: 1,
      maxRequestsPerConnection: 1,
      outliers: {
        consecutive5xxErrors: 1,
        interval: Duration.seconds(1),
        baseEjectionTime: Duration.minutes(3),
      },
    });
  }
}
