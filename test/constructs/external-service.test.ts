import { Duration } from 'cdk8s';
import * as mesh from '../../lib';
import { chartOf, refusal, the, written } from '../support/synth';

const http = [mesh.MeshPort.http(80)];

describe('ExternalService', () => {
  it('makes a host outside known', () => {
    const chart = chartOf();
    new mesh.ExternalService(chart, 'api', {
      host: 'api.example.com',
      ports: [mesh.MeshPort.tls(443), ...http],
    });
    expect(written(chart)).toEqual([
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'ServiceEntry',
        metadata: { name: 'api-example-com', namespace: 'shop' },
        spec: {
          hosts: ['api.example.com'],
          location: 'MESH_EXTERNAL',
          resolution: 'DNS',
          ports: [
            { number: 80, name: 'http', protocol: 'HTTP' },
            { number: 443, name: 'tls', protocol: 'TLS' },
          ],
        },
      },
    ]);
  });

  it('is a service like any other', () => {
    const chart = chartOf();
    const service = new mesh.ExternalService(chart, 'api', { host: 'api.example.com', ports: http });
    new mesh.RequestPolicy(chart, 'policy', { service, timeout: Duration.seconds(3) });
    new mesh.CircuitBreaker(chart, 'guard', { service, maxConnections: 10 });
    expect(the(chart, 'VirtualService').spec).toEqual({
      hosts: ['api.example.com'],
      http: [
        {
          name: 'policy',
          timeout: '3s',
          route: [{ destination: { host: 'api.example.com', port: { number: 80 } } }],
        },
      ],
    });
    expect(the(chart, 'DestinationRule').spec.host).toBe('api.example.com');
  });

  it('starts TLS, and keeps the limits on that port', () => {
    const chart = chartOf();
    const ports = [...http, mesh.MeshPort.tls(443)];
    const service = new mesh.ExternalService(chart, 'api', {
      host: 'api.example.com',
      ports,
      tlsOrigination: {},
    });
    new mesh.CircuitBreaker(chart, 'guard', { service, maxConnections: 10 });
    expect(the(chart, 'ServiceEntry').spec.ports[0]).toEqual({
      number: 80,
      name: 'http',
      protocol: 'HTTP',
      targetPort: 443,
    });
    const connectionPool = { tcp: { maxConnections: 10 } };
    expect(the(chart, 'DestinationRule').spec.trafficPolicy).toEqual({
      connectionPool,
      portLevelSettings: [
        { port: { number: 80 }, connectionPool, tls: { mode: 'SIMPLE', caCertificates: 'system' } },
      ],
    });
  });

  it('takes wildcards and addresses', () => {
    const chart = chartOf();
    new mesh.ExternalService(chart, 'wiki', { host: '*.wikipedia.org', ports: [mesh.MeshPort.tls(443)] });
    const ports = [mesh.MeshPort.tcp(22)];
    new mesh.ExternalService(chart, 'git', {
      host: 'git.example.com',
      ports,
      addresses: ['203.0.113.0/24', '2001:db8::1'],
    });
    expect(the(chart, 'ServiceEntry', 'any-wikipedia-org').spec).toMatchObject({
      hosts: ['*.wikipedia.org'],
      resolution: 'NONE',
    });
    expect(the(chart, 'ServiceEntry', 'git-example-com').spec.addresses).toEqual([
      '203.0.113.0/24',
      '2001:db8::1',
    ]);
  });

  it('may be declared by several constructs that say the same', () => {
    const chart = chartOf();
    for (const id of ['a', 'b'])
      new mesh.ExternalService(chart, id, { host: 'api.example.com', ports: http });
    expect(written(chart)).toHaveLength(1);
    new mesh.ExternalService(chart, 'c', {
      host: 'api.example.com',
      ports: http,
      resolution: mesh.Resolution.DNS_ROUND_ROBIN,
    });
    expect(refusal(chart)).toEqual([
      expect.stringContaining('[chart/a] the host api.example.com must be described in one way, got'),
    ]);
  });

  it.each<[Partial<mesh.ExternalServiceProps>, string]>([
    [
      { host: 'https://a.b' },
      'a host outside must be a DNS name in lower case with a dot, got "https://a.b"; leave scheme and port out',
    ],
    [
      { host: '*.a.b', resolution: mesh.Resolution.DNS },
      'the resolution of *.a.b must be NONE, got "DNS"; DNS does not know wildcards',
    ],
    [{ ports: [] }, 'the ports of api.example.com must be at least one'],
    [
      { ports: [mesh.MeshPort.tls(443)], tlsOrigination: {} },
      'the ports of api.example.com must be such that one speaks HTTP, got [443]',
    ],
    [
      { addresses: ['300.1.1.1'] },
      'an address must be an IP address or a range such as 203.0.113.0/24, got "300.1.1.1"',
    ],
    [{ addresses: ['203.0.113.0/33'] }, 'an address must be'],
    [{ namespace: 'Shop' }, 'the namespace of a ServiceEntry must be a DNS label'],
  ])('refuses %j', (props, message) => {
    const chart = chartOf();
    expect(
      () => new mesh.ExternalService(chart, 'api', { host: 'api.example.com', ports: http, ...props }),
    ).toThrow(message);
  });
});
