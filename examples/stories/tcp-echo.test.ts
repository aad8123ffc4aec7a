import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { TcpEchoStory } from './tcp-echo';

describe('tcp-echo', () => {
  const told = tell((app) => new TcpEchoStory(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('shares out the connections at the gateway and in the mesh', () => {
    const split = { 'tcp-echo v1': 80, 'tcp-echo v2': 20 };
    const client = from({ namespace: 'tcp-echo', labels: { app: 'curl' } });
    expect(told.app).toRoute(from(gateway()).connect('tcp://any.example.com:31400'), split);
    expect(told.app).toRoute(client.connect('tcp://tcp-echo:9000'), split);
    expect(told.app).toRoute(client.connect('tcp://tcp-echo:9001'), split);
  });
});
