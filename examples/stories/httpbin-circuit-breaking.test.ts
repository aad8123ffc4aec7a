import { tell } from '../support/tell';
import { HttpbinCircuitBreaking } from './httpbin-circuit-breaking';

describe('httpbin-circuit-breaking', () => {
  const told = tell((app) => new HttpbinCircuitBreaking(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('takes one call at a time, lets one wait, and ejects on the first error, even the last endpoint', () => {
    expect(told.object('DestinationRule', 'httpbin').spec.trafficPolicy).toEqual({
      connectionPool: {
        tcp: { maxConnections: 1 },
        http: { http1MaxPendingRequests: 1, maxRequestsPerConnection: 1 },
      },
      outlierDetection: {
        consecutive5xxErrors: 1,
        interval: '1s',
        baseEjectionTime: '3m',
        maxEjectionPercent: 100,
      },
    });
  });
});
