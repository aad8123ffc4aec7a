import { Dialect, Mesh, RequestRoute } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Story } from '../support/story';

/** The same door and the same words, written as the Kubernetes Gateway API: all calls in the mesh go to versions v1. */
export class BookinfoGatewayApi extends Story {
  constructor(scope: Construct) {
    super(scope, 'bookinfo-gateway-api');
    new Mesh(this, 'mesh', { dialect: Dialect.GATEWAY_API });
    const bookinfo = new Bookinfo(this, 'app');
    new BookinfoIngress(this, 'ingress', bookinfo);
    for (const service of bookinfo.services) {
      new RequestRoute(this, `${service.name}-v1`, { service, version: 'v1' });
    }
  }
}
