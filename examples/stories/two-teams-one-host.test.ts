import { from } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { ResilienceTeam, ReviewsTeam } from './two-teams-one-host';

const REVIEWS = 'http://reviews:9080/reviews/0';

describe('two-teams-one-host', () => {
  const told = tell((app) => {
    new ReviewsTeam(app);
    new ResilienceTeam(app);
  });

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it.each(['productpage', 'fortio'])(
    'gives %s the canary of one team and the timeout of the other',
    (caller) => {
      const call = from(`two-teams-one-host/${caller}`).get(REVIEWS);
      expect(told.app).toRoute(call, { 'reviews v1': 90, 'reviews v2': 10 });
      expect(told.app).toTimeOut(call, '2s');
      expect(told.app).not.toAbort(call);
    },
  );

  it('crosses what one team drills with what the other team tries out', () => {
    const call = from('two-teams-one-host/productpage').get(REVIEWS, { headers: { 'x-drill': 'yes' } });
    expect(told.app).toAbort(call, 503, { percent: 50 });
    expect(told.app).toRoute(call, { 503: 50, 'reviews v1': 45, 'reviews v2': 5 });
    expect(told.app).toTimeOut(call, '2s');
  });

  it('writes the policy of both where the service is', () => {
    expect(told.files['two-teams-one-host.k8s.yaml']).toContain('kind: VirtualService');
    expect(told.files['two-teams-one-host-resilience.k8s.yaml']).not.toContain('istio.io/v1');
  });

  it('is the same, whichever team comes first', () => {
    const otherWayRound = tell((app) => {
      new ResilienceTeam(app);
      new ReviewsTeam(app);
    });
    expect(otherWayRound.files).toEqual(told.files);
  });
});
