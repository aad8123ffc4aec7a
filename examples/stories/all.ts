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

/** Each story adds its charts to an app. */
export const STORIES: readonly ((app: App) => unknown)[] = [
  (app) => new BookinfoStory(app),
  (app) => new BookinfoGatewayApi(app),
  (app) => new BookinfoRequestRouting(app),
  (app) => BookinfoFaultInjection.delay(app),
  (app) => BookinfoFaultInjection.abort(app),
  (app) => new BookinfoTrafficShifting(app, 50),
  (app) => new BookinfoTrafficShifting(app, 100),
  (app) => new BookinfoCanary(app),
  (app) => new BookinfoMirroring(app),
  (app) => new BookinfoTimeouts(app),
  (app) => new BookinfoAmbient(app),
  (app) => new HttpbinCircuitBreaking(app),
  (app) => HttpbinIngress.http(app),
  (app) => HttpbinIngress.https(app),
  (app) => new NginxSessionAffinity(app),
  (app) => new OnlineBoutiqueStory(app),
  (app) => new TcpEchoStory(app),
  (app) => new Egress(app),
  (app) => [new ReviewsTeam(app), new ResilienceTeam(app)],
];

/** Every story, in one app. */
export function addAll(app: App): void {
  for (const add of STORIES) add(app);
}
