import { Expose, IngressGateway, PathPattern } from 'cdk8s-mesh';
import { Construct } from 'constructs';
import type { Bookinfo } from './bookinfo';

/** Lets browsers in to the page, whatever host name they use. */
export class BookinfoIngress extends Construct {
  constructor(scope: Construct, id: string, bookinfo: Bookinfo) {
    super(scope, id);
    new Expose(this, 'page', {
      gateway: new IngressGateway(this, 'bookinfo-gateway'),
      routes: [
        {
          paths: [
            PathPattern.exact('/productpage'),
            PathPattern.prefix('/static'),
            PathPattern.exact('/login'),
            PathPattern.exact('/logout'),
            PathPattern.prefix('/api/v1/products'),
          ],
          service: bookinfo.productpage,
        },
      ],
    });
  }
}
