import { HeaderMatch, Match, RequestRoute } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { CurlClient } from '../apps/curl-client';
import { Story } from '../support/story';

export const JASON = Match.header('end-user', HeaderMatch.exact('jason'));
export const BETA_TENANT = Match.header('x-tenant', HeaderMatch.exact('beta'));

/** Everybody gets versions v1, but the user jason and the tenant beta get reviews v2. */
export class BookinfoRequestRouting extends Story {
  protected readonly bookinfo = new Bookinfo(this, 'app');

  constructor(scope: Construct, name = 'bookinfo-request-routing') {
    super(scope, name);
    new BookinfoIngress(this, 'ingress', this.bookinfo);
    new CurlClient(this, 'curl');

    const { services, reviews } = this.bookinfo;
    for (const service of services) {
      new RequestRoute(this, `${service.name}-v1`, { service, version: 'v1' });
    }
    new RequestRoute(this, 'jason', { service: reviews, match: [JASON], version: 'v2' });
    new RequestRoute(this, 'tenant-beta', { service: reviews, match: [BETA_TENANT], version: 'v2' });
  }
}
