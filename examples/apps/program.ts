import {
  Deployment,
  ImagePullPolicy,
  Service,
  Volume,
  type ContainerResources,
  type Probe,
  type ServicePort,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** What a program needs to run. */
export interface ProgramProps {
  readonly image: string;
  /** The ports that it listens on. */
  readonly ports?: number[];
  readonly command?: string[];
  readonly args?: string[];
  readonly env?: { [name: string]: string };
  /** The user that it runs as, where the image does not name one by number. */
  readonly user?: number;
  /** The folders that it writes to. Without this it may write anywhere. */
  readonly writes?: string[];
  /** How its node sees that it is well; not at all if absent. */
  readonly health?: Probe;
  /** What it asks of its node; nothing if absent. */
  readonly resources?: ContainerResources;
  /** The `app` label of its pods, for a program without a Service. */
  readonly app?: string;
}

/** A Deployment of one program, one pod, not as root. */
export class Program extends Deployment {
  constructor(scope: Construct, name: string, props: ProgramProps) {
    const { image, ports = [], env = {}, user, writes, health, app } = props;
    super(scope, name, {
      metadata: { name },
      podMetadata: app === undefined ? {} : { labels: { app } },
      replicas: 1,
    });
    const container = this.addContainer({
      name: 'main',
      image,
      imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
      command: props.command,
      args: props.args,
      ports: ports.map((number) => ({ number })),
      envVariables: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, { value }])),
      readiness: health,
      liveness: health,
      // cdk8s-plus asks for a whole CPU if nothing is said, which is too much for a demo on a laptop.
      resources: props.resources ?? {},
      securityContext: { user, group: user, readOnlyRootFilesystem: writes !== undefined },
    });
    for (const path of writes ?? []) {
      const volume = path.slice(1).replaceAll('/', '-');
      container.mount(path, Volume.fromEmptyDir(this, volume, volume));
    }
  }
}

/** A Service. What it selects is left to `MeshService.of`: the pods of all versions. */
export function serviceOf(scope: Construct, name: string, ...ports: ServicePort[]): Service {
  return new Service(scope, `${name}-service`, { metadata: { name }, ports });
}
