import { from } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { HttpbinCircuitBreaking } from './httpbin-circuit-breaking';

describe('httpbin-circuit-breaking', () => {
  const told = tell((app) => new HttpbinCircuitBreaking(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('takes one call at a time, lets one wait, and ejects on the first error, even the last endpoint', () => {
    const call = from('httpbin-circuit-breaking/fortio').get('http://httpbin:8000/get');
    expect(told.app).toRoute(call, { httpbin: 100 });
    expect(told.app).toLimit(call, { maxConnections: 1, maxPendingRequests: 1, maxRequestsPerConnection: 1 });
    expect(told.app).toEject(call, {
      consecutive5xx: 1,
      interval: '1s',
      baseEjectionTime: '3m',
      maxEjectionPercent: 100,
    });
  });
});
