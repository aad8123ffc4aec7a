import { Expose, GatewayEntry, IngressGateway, Percent, TrafficSplit } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { TcpEcho } from '../apps/tcp-echo';
import { Story } from '../support/story';

/** Connections can be shared out as well: eight of ten to v1, two to v2. */
export class TcpEchoStory extends Story {
  constructor(scope: Construct) {
    super(scope, 'tcp-echo');
    const { service } = new TcpEcho(this, 'app');
    new Expose(this, 'door', {
      gateway: new IngressGateway(this, 'tcp-echo-gateway'),
      entries: [GatewayEntry.tcp(31400)],
      routes: [{ service, port: 9000 }],
    });
    new TrafficSplit(this, 'split', { service, shares: { v1: Percent.of(80), v2: Percent.of(20) } });
  }
}
