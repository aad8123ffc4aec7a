import type { App } from 'cdk8s';
import { BookinfoStory } from './bookinfo';
import { BookinfoAmbient } from './bookinfo-ambient';
import { BookinfoCanary } from './bookinfo-canary';
import { BookinfoFaultInjection } from './bookinfo-fault-injection';
import { BookinfoGatewayApi } from './bookinfo-gateway-api';
import { BookinfoMirroring } from './bookinfo-mirroring';
import { BookinfoRequestRouting } from './bookinfo-request-routing';
import { BookinfoTimeouts } from './bookinfo-timeouts';
import { BookinfoTrafficShifting } from './bookinfo-traffic-shifting';
import { Egress } from './egress';
import { HttpbinCircuitBreaking } from './httpbin-circuit-breaking';
import { HttpbinIngress } from './httpbin-ingress';
import { NginxSessionAffinity } from './nginx-session-affinity';
import { OnlineBoutiqueStory } from './online-boutique';
import { TcpEchoStory } from './tcp-echo';
import { ResilienceTeam, ReviewsTeam } from './two-teams-one-host';

/** Every story, in one app. */
export function addAll(app: App): void {
  new BookinfoStory(app);
  new BookinfoGatewayApi(app);
  new BookinfoRequestRouting(app);
  BookinfoFaultInjection.delay(app);
  BookinfoFaultInjection.abort(app);
  new BookinfoTrafficShifting(app, 50);
  new BookinfoTrafficShifting(app, 100);
  new BookinfoCanary(app);
  new BookinfoMirroring(app);
  new BookinfoTimeouts(app);
  new BookinfoAmbient(app);
  new HttpbinCircuitBreaking(app);
  HttpbinIngress.http(app);
  HttpbinIngress.https(app);
  new NginxSessionAffinity(app);
  new OnlineBoutiqueStory(app);
  new TcpEchoStory(app);
  new Egress(app);
  new ReviewsTeam(app);
  new ResilienceTeam(app);
}
