import { tell } from '../support/tell';
import { NginxSessionAffinity } from './nginx-session-affinity';

describe('nginx-session-affinity', () => {
  const told = tell((app) => new NginxSessionAffinity(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('hashes the user over both pages', () => {
    expect(told.object('DestinationRule', 'pages').spec).toMatchObject({
      host: 'pages.nginx-session-affinity.svc.cluster.local',
      trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: 'x-user' } } },
    });
    expect(told.object('Service', 'pages').spec).toMatchObject({ selector: { app: 'pages' } });
  });

  it('does not draw a version first, so that the hash alone decides', () => {
    expect(told.routes('VirtualService', 'pages-gateway-pages.example.com')).toEqual(['-> pages']);
  });
});
