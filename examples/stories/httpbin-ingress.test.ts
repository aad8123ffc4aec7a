import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { HttpbinIngress } from './httpbin-ingress';

const browser = from(gateway());

describe('httpbin-ingress', () => {
  const told = tell((app) => HttpbinIngress.http(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('lets two paths of one host in', () => {
    for (const path of ['/status/200', '/delay/2'])
      expect(told.app).toRoute(browser.get(`http://httpbin.example.com${path}`), { httpbin: 100 });
    expect(told.app).toAnswer(browser.get('http://httpbin.example.com/headers'), 404);
    expect(told.app).toAnswer(browser.get('http://other.example.com/status/200'), 404);
  });

  it('means nothing to clients in the mesh', () => {
    const curl = from({ namespace: 'httpbin-ingress', labels: { app: 'curl' } });
    expect(told.app).toRoute(curl.get('http://httpbin:8000/headers'), { httpbin: 100 });
  });
});

describe('httpbin-ingress-tls', () => {
  const told = tell((app) => HttpbinIngress.https(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('terminates TLS with the Secret', () => {
    expect(told.object('Gateway', 'httpbin-gateway').spec.servers).toMatchObject([
      { port: { number: 80 }, tls: { httpsRedirect: true } },
      { port: { number: 443 }, tls: { mode: 'SIMPLE', credentialName: 'httpbin-credential' } },
    ]);
    expect(told.app).toRoute(browser.get('https://httpbin.example.com/status/418'), { httpbin: 100 });
    expect(told.app).toAnswer(browser.get('https://httpbin.example.com/headers'), 404);
    expect(told.app).toClose(browser.get('https://httpbin.example.com/', { sni: 'other.example.com' }));
  });

  it('sends plain HTTP there', () => {
    const call = browser.get('http://httpbin.example.com/anything?x=1');
    expect(told.app).toRedirect(call, 'https://httpbin.example.com/anything?x=1', { status: 301 });
    expect(told.app).toAnswer(browser.get('http://other.example.com/'), 404);
  });

  it('holds no key', () => expect(told.names('Secret')).toEqual([]));
});
