import { MeshService } from 'cdk8s-mesh';
import { Construct } from 'constructs';
import { Program, serviceOf } from './program';

/** Answers what it is asked for: `/status/418`, `/delay/3`, `/headers`. */
export class Httpbin extends Construct {
  public readonly service: MeshService;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const v1 = new Program(this, 'httpbin', {
      image: 'docker.io/mccutchen/go-httpbin:v2.15.0',
      ports: [8080],
      user: 1000,
      writes: [],
    });
    this.service = MeshService.of(
      serviceOf(this, 'httpbin', { name: 'http', port: 8000, targetPort: 8080 }),
      {
        versions: { v1 },
        serviceAccount: 'httpbin',
      },
    );
  }
}
