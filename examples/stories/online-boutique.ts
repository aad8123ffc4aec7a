import {
  CanaryRoute,
  Expose,
  ExternalService,
  Fault,
  FaultInjection,
  GrpcStatus,
  HeaderMatch,
  IngressGateway,
  Match,
  MeshPort,
  Percent,
  PortProtocol,
  StickyCookie,
} from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { OnlineBoutique } from '../apps/online-boutique';
import { acknowledgeRoutes } from '../support/acknowledge';
import { Story } from '../support/story';

/** A quarter of the customers and all of the staff see the new brand, customers keep theirs, half of the ads fail, and the shop stays open. */
export class OnlineBoutiqueStory extends Story {
  constructor(scope: Construct) {
    super(scope, 'online-boutique');
    const shop = new OnlineBoutique(this, 'app');
    new Expose(this, 'door', {
      gateway: new IngressGateway(this, 'frontend-gateway'),
      routes: [{ service: shop.frontend }],
    });
    new CanaryRoute(this, 'new-brand', {
      service: shop.frontend,
      stable: 'v1',
      canary: 'v2',
      share: Percent.of(25),
      sticky: StickyCookie.named('brand'),
      audience: [Match.header('x-role', HeaderMatch.exact('staff'))],
    });
    new FaultInjection(this, 'ads-drill', {
      service: shop.ads,
      fault: Fault.abortGrpc(GrpcStatus.UNAVAILABLE, Percent.of(50)),
    });
    acknowledgeRoutes(
      shop.ads,
      'fault-for-everybody',
      'a drill for all customers: the shop works without ads',
    );
    this.allowGoogle();
  }

  /** What the shop calls outside, for a mesh that closes all other doors (`REGISTRY_ONLY`). */
  private allowGoogle(): void {
    const ports = [MeshPort.http(80), MeshPort.of(443, PortProtocol.HTTPS)];
    for (const host of ['accounts.google.com', '*.googleapis.com', 'metadata.google.internal']) {
      new ExternalService(this, host, { host, ports });
    }
  }
}
