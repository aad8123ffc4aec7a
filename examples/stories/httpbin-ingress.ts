import { Expose, GatewayEntry, IngressGateway, PathPattern } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Httpbin } from '../apps/httpbin';
import { Story } from '../support/story';

/** Two paths of one host are open to the outside: in plain HTTP, or in HTTPS with a certificate that you bring. */
export class HttpbinIngress extends Story {
  public static http(scope: Construct): HttpbinIngress {
    return new HttpbinIngress(scope, 'httpbin-ingress', GatewayEntry.http());
  }

  public static https(scope: Construct): HttpbinIngress {
    const entry = GatewayEntry.https('httpbin-credential', { redirectFrom: 80 });
    return new HttpbinIngress(scope, 'httpbin-ingress-tls', entry);
  }

  private constructor(scope: Construct, name: string, entry: GatewayEntry) {
    super(scope, name);
    new Expose(this, 'door', {
      gateway: new IngressGateway(this, 'httpbin-gateway'),
      hosts: ['httpbin.example.com'],
      entries: [entry],
      routes: [
        {
          paths: [PathPattern.prefix('/status'), PathPattern.prefix('/delay')],
          service: new Httpbin(this, 'app').service,
        },
      ],
    });
  }
}
