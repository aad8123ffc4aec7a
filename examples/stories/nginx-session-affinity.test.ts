import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { NginxSessionAffinity } from './nginx-session-affinity';

const NAMESPACE = 'nginx-session-affinity';

describe('nginx-session-affinity', () => {
  const told = tell((app) => new NginxSessionAffinity(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it.each([
    ['a browser', from(gateway()).get('http://pages.example.com/')],
    ['a client in the mesh', from({ namespace: NAMESPACE, labels: { app: 'curl' } }).get('http://pages/')],
  ])('keeps each user of %s with one of the two pages', (_, call) => {
    // No version is drawn first: the hash alone decides.
    expect(told.app).toRoute(call, { 'page-a': 50, 'page-b': 50 });
    expect(told.app).toStick(call, { header: 'x-user' });
  });

  it('knows no other host', () => {
    expect(told.app).toAnswer(from(gateway()).get('http://other.example.com/'), 404);
  });
});
