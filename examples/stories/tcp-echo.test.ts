import { tell } from '../support/tell';
import { TcpEchoStory } from './tcp-echo';

describe('tcp-echo', () => {
  const told = tell((app) => new TcpEchoStory(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('shares out the connections at the gateway and in the mesh', () => {
    const split = '-> tcp-echo v1 80 %, tcp-echo v2 20 %';
    expect(told.routes('VirtualService', 'tcp-echo-gateway-any')).toEqual([`port 31400 ${split}`]);
    expect(told.routes('VirtualService', 'tcp-echo')).toEqual([`port 9000 ${split}`, `port 9001 ${split}`]);
  });
});
