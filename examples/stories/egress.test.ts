import { tell } from '../support/tell';
import { Egress } from './egress';

describe('egress', () => {
  const told = tell((app) => new Egress(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('knows the host, and that port 80 there is really 443', () => {
    expect(told.object('ServiceEntry', 'httpbin-org').spec).toMatchObject({
      hosts: ['httpbin.org'],
      location: 'MESH_EXTERNAL',
      ports: [
        { number: 80, protocol: 'HTTP', targetPort: 443 },
        { number: 443, protocol: 'HTTPS' },
      ],
    });
  });

  it('starts TLS for plain calls only', () => {
    expect(told.object('DestinationRule', 'httpbin-org').spec.trafficPolicy).toMatchObject({
      portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE' } }],
    });
  });

  it('gives up after 3 s', () => {
    expect(told.routes('VirtualService', 'httpbin-org')).toEqual(['-> httpbin.org (at most 3s)']);
  });
});
