import { MeshService } from 'cdk8s-mesh';
import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import { Cpu, Probe, type ContainerResources } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PARTS, type Part } from './online-boutique-parts';
import { Program, serviceOf } from './program';

const IMAGES = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';
const RELEASE = 'v0.10.6';

/** Google's shop: eleven programs and a Redis. Version v2 of the frontend carries another brand. */
export class OnlineBoutique extends Construct {
  public readonly frontend: MeshService;
  public readonly ads: MeshService;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { frontend, adservice, ...others } = PARTS;
    this.frontend = this.service('frontend', {
      v1: this.program('frontend', frontend),
      v2: this.program('frontend', frontend, '-v2', { CYMBAL_BRANDING: 'true' }),
    });
    this.ads = this.service('adservice', { v1: this.program('adservice', adservice) });
    for (const [name, part] of Object.entries<Part>(others)) {
      this.service(name as keyof typeof PARTS, { v1: this.program(name, part) });
    }
    this.redis();
    this.loadGenerator();
  }

  private service(name: keyof typeof PARTS, versions: { [version: string]: Program }): MeshService {
    const { port, targetPort }: Part = PARTS[name];
    const service = serviceOf(this, name, { name: name === 'frontend' ? 'http' : 'grpc', port, targetPort });
    return MeshService.of(service, { versions, serviceAccount: name });
  }

  private program(name: string, part: Part, suffix = '', env: { [name: string]: string } = {}): Program {
    const port = part.targetPort ?? part.port;
    const wait = Duration.seconds(part.startsIn ?? 0);
    const http = Probe.fromHttpGet('/_healthz', { port, initialDelaySeconds: wait });
    const program = new Program(this, `${name}${suffix}`, {
      image: `${IMAGES}/${name}:${RELEASE}`,
      ports: [port],
      env: { PORT: String(port), ...addresses(part.calls ?? []), ...part.env, ...env },
      user: 1000,
      writes: [],
      health: name === 'frontend' ? http : undefined,
      resources: resources(part.cpu, part.memory),
    });
    if (name !== 'frontend') askByGrpc(program, port, wait);
    return program;
  }

  private redis(): void {
    const v1 = new Program(this, 'redis-cart', {
      image: 'docker.io/library/redis:alpine',
      ports: [6379],
      user: 1000,
      writes: ['/data'],
      resources: resources([70, 125], [200, 256]),
    });
    MeshService.of(serviceOf(this, 'redis-cart', { name: 'tcp-redis', port: 6379 }), { versions: { v1 } });
  }

  private loadGenerator(): void {
    new Program(this, 'loadgenerator', {
      image: `${IMAGES}/loadgenerator:${RELEASE}`,
      env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
      user: 1000,
      writes: [],
      resources: resources([300, 500], [256, 512]),
      app: 'loadgenerator',
    });
  }
}

/** `AD_SERVICE_ADDR: adservice:9555` and the like. */
function addresses(calls: readonly string[]): { [name: string]: string } {
  const parts: { readonly [name: string]: Part } = PARTS;
  return Object.fromEntries(
    calls.map((call) => {
      const name = `${call.toLowerCase().replace('_', '')}service`;
      return [`${call}_SERVICE_ADDR`, `${name}:${parts[name]?.port ?? 80}`];
    }),
  );
}

/** The probes of cdk8s-plus do not speak gRPC. */
function askByGrpc(program: Program, port: number, wait: Duration): void {
  const probe = { grpc: { port }, initialDelaySeconds: wait.toSeconds() };
  for (const kind of ['readinessProbe', 'livenessProbe']) {
    ApiObject.of(program).addJsonPatch(JsonPatch.add(`/spec/template/spec/containers/0/${kind}`, probe));
  }
}

function resources(cpu: readonly [number, number], memory: readonly [number, number]): ContainerResources {
  return {
    cpu: { request: Cpu.millis(cpu[0]), limit: Cpu.millis(cpu[1]) },
    memory: { request: Size.mebibytes(memory[0]), limit: Size.mebibytes(memory[1]) },
  };
}
