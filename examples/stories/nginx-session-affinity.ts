import { Expose, HashKey, IngressGateway, SessionAffinity } from 'cdk8s-mesh';
import type { Construct } from 'constructs';
import { NginxPages } from '../apps/nginx-pages';
import { Story } from '../support/story';

/** Two web servers behind one Service: each user sees one of the two pages, and the same one every time. */
export class NginxSessionAffinity extends Story {
  constructor(scope: Construct) {
    super(scope, 'nginx-session-affinity');
    const { service } = new NginxPages(this, 'app');
    new SessionAffinity(this, 'by-user', { service, key: HashKey.header('x-user') });
    new Expose(this, 'door', {
      gateway: new IngressGateway(this, 'pages-gateway'),
      hosts: ['pages.example.com'],
      routes: [{ service }],
    });
  }
}
