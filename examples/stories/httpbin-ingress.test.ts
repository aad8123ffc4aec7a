import { tell } from '../support/tell';
import { HttpbinIngress } from './httpbin-ingress';

const ROUTES = ['/status or /status/... or /delay or /delay/... -> httpbin'];

describe('httpbin-ingress', () => {
  const told = tell((app) => HttpbinIngress.http(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('lets two paths of one host in', () => {
    expect(told.object('Gateway', 'httpbin-gateway').spec.servers).toMatchObject([
      { hosts: ['httpbin.example.com'], port: { number: 80, protocol: 'HTTP' } },
    ]);
    expect(told.routes('VirtualService', 'httpbin-gateway-httpbin.example.com')).toEqual(ROUTES);
  });
});

describe('httpbin-ingress-tls', () => {
  const told = tell((app) => HttpbinIngress.https(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  it('terminates TLS with the Secret, and sends plain HTTP there', () => {
    expect(told.object('Gateway', 'httpbin-gateway').spec.servers).toMatchObject([
      { port: { number: 80 }, tls: { httpsRedirect: true } },
      { port: { number: 443 }, tls: { mode: 'SIMPLE', credentialName: 'httpbin-credential' } },
    ]);
    expect(told.routes('VirtualService', 'httpbin-gateway-httpbin.example.com')).toEqual(ROUTES);
  });

  it('holds no key', () => expect(told.names('Secret')).toEqual([]));
});
