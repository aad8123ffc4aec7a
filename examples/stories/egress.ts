import { ExternalService, MeshPort, PortProtocol, RequestPolicy } from 'cdk8s-mesh';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { CurlClient } from '../apps/curl-client';
import { Story } from '../support/story';

/** Programs call `http://httpbin.org`; their sidecars make HTTPS of it, and give up after 3 s. (`https://` stays as it is.) */
export class Egress extends Story {
  constructor(scope: Construct) {
    super(scope, 'egress');
    new CurlClient(this, 'curl');
    const httpbin = new ExternalService(this, 'httpbin', {
      host: 'httpbin.org',
      ports: [MeshPort.http(80), MeshPort.of(443, PortProtocol.HTTPS)],
      tlsOrigination: { targetPort: 443 },
    });
    new RequestPolicy(this, 'patience', { service: httpbin, timeout: Duration.seconds(3) });
  }
}
