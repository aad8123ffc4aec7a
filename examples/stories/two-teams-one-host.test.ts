import { tell } from '../support/tell';
import { ResilienceTeam, ReviewsTeam } from './two-teams-one-host';

describe('two-teams-one-host', () => {
  const told = tell((app) => {
    new ReviewsTeam(app);
    new ResilienceTeam(app);
  });

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('crosses what one team drills with what the other team tries out', () => {
    const canary = '-> reviews v1 90 %, reviews v2 10 %';
    expect(told.routes('VirtualService', 'reviews')).toEqual([
      `x-drill ${canary} (50 % get 503) (at most 2s)`,
      `${canary} (at most 2s)`,
    ]);
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
