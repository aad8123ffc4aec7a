import { MeshService } from 'cdk8s-mesh';
import { Construct } from 'constructs';
import { Program, serviceOf } from './program';

/** Sends back each line that it gets: v1 with `one` before it, v2 with `two`. */
export class TcpEcho extends Construct {
  public readonly service: MeshService;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const service = serviceOf(
      this,
      'tcp-echo',
      { name: 'tcp', port: 9000 },
      { name: 'tcp-other', port: 9001 },
    );
    this.service = MeshService.of(service, {
      versions: { v1: this.program('v1', 'one'), v2: this.program('v2', 'two') },
    });
  }

  private program(version: string, greeting: string): Program {
    return new Program(this, `tcp-echo-${version}`, {
      image: 'registry.istio.io/release/tcp-echo-server:1.3',
      args: ['9000,9001,9002', greeting],
      ports: [9000, 9001],
      user: 1000,
      writes: [],
    });
  }
}
