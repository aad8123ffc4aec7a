import { MeshService } from 'cdk8s-mesh';
import { ConfigMap, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Program, serviceOf } from './program';

/** One Service with two web servers behind it, and each says which one it is. */
export class NginxPages extends Construct {
  public readonly service: MeshService;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.service = MeshService.of(serviceOf(this, 'pages', { name: 'http', port: 80, targetPort: 8080 }), {
      versions: { a: this.server('a'), b: this.server('b') },
    });
  }

  private server(letter: string): Program {
    const name = `page-${letter}`;
    const page = new ConfigMap(this, `${name}-content`, {
      metadata: { name },
      data: { 'index.html': `<h1>Page ${letter.toUpperCase()}</h1>\n` },
    });
    const server = new Program(this, name, {
      image: 'docker.io/nginxinc/nginx-unprivileged:1.29-alpine',
      ports: [8080],
      user: 101,
      writes: ['/tmp'],
    });
    const content = Volume.fromConfigMap(this, `${name}-volume`, page, { name: 'content' });
    server.containers[0]!.mount('/usr/share/nginx/html', content, { readOnly: true });
    return server;
  }
}
