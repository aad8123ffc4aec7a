import { from, inMesh } from 'cdk8s-mesh/jest';
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

  const curl = from('egress/curl');

  it('starts TLS for plain calls only', () => {
    expect(told.app).toSpeak(curl.get('http://httpbin.org/headers'), 'tls');
    expect(told.app).toSpeak(curl.get('https://httpbin.org/headers'), 'plaintext'); // it is TLS already
  });

  it('gives up after 3 s', () => {
    expect(told.app).toRoute(curl.get('http://httpbin.org/delay/5'), { 'httpbin.org': 100 });
    expect(told.app).toTimeOut(curl.get('http://httpbin.org/delay/5'), '3s');
  });

  it('reaches nothing else where only known hosts are allowed', () => {
    const strict = inMesh({ outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }, told.app);
    expect(strict).toRoute(curl.get('http://httpbin.org/headers'), { 'httpbin.org': 100 });
    expect(strict).toRoute(curl.get('https://httpbin.org/headers'), { 'httpbin.org': 100 });
    expect(strict).toAnswer(curl.get('http://example.org/'), 502);
    expect(strict).toClose(curl.get('https://www.google.com/'));
  });
});
