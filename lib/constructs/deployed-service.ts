import { ApiObject, JsonPatch } from 'cdk8s';
import type { Author } from '../model/contribution';
import type { Port, Protocol, Version } from '../model/host';
import { listing, type Problem } from '../model/problem';
import type { Manifest } from '../render/manifest';
import type { HostFacts } from '../synthesis/declarations';
import { authorOf } from '../synthesis/author';
import { checkDnsLabel, fail } from '../values/check';
import type { IServiceObject, IWorkloadObject, MeshServiceOptions } from './mesh-service';

/** A port as Kubernetes writes it. */
interface KubePort {
  readonly port: number;
  readonly name?: string;
  readonly appProtocol?: string;
  readonly protocol?: string;
  readonly targetPort?: number | string;
}

type Labels = Readonly<Record<string, string>>;

/**
 * A Service and its workloads that the app deploys: prepares them for the mesh, and reads what the mesh has to know
 * from their manifests, so that it does not matter which library made them.
 */
export class DeployedService {
  public readonly namespace: string;
  private readonly author: Author;
  private readonly versions: readonly (readonly [name: string, workload: IWorkloadObject])[];

  public constructor(
    private readonly service: IServiceObject,
    private readonly options: MeshServiceOptions,
  ) {
    const { namespace } = service.metadata;
    if (namespace === undefined) {
      fail(
        `the namespace of ${service.node.path}`,
        'known',
        'none',
        'set it in the metadata of the Service or on its Chart',
      );
    }
    this.namespace = namespace;
    this.author = { ...authorOf(service), path: `${service.node.path}/mesh` };
    this.versions = Object.entries(options.versions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [version, workload] of this.versions) {
      checkDnsLabel('the name of a version', version);
      this.label(workload, 'version', version);
      this.label(workload, 'app', service.name);
    }
    this.selectPods();
    if (options.serviceAccount !== undefined) this.giveServiceAccount(options.serviceAccount);
  }

  /** What can change after the construct was made: labels of pods and ports of the Service. */
  public signature(): string {
    const ports = (this.service as { ports?: unknown }).ports;
    const labels = this.versions.map(([, { podMetadata }]) => podMetadata.toJson() as unknown);
    return JSON.stringify([ports, labels]);
  }

  /** Reads the facts, and patches ports that do not tell their protocol. */
  public read(): HostFacts {
    const problems: Problem[] = [];
    const found = (message: string) => problems.push({ authors: [this.author], message });
    const { ports: kubePorts = [], selector = {} } = specOf(this.service) as {
      ports?: KubePort[];
      selector?: Labels;
    };
    const ports = kubePorts.map((port, i) => this.portOf(port, i, found));
    if (ports.length === 0)
      found(`the Service ${this.service.name} must have a port, got none; add the port that clients call`);
    const versions = this.versions.map(([name, workload]) => this.versionOf(name, workload, selector, found));
    return {
      name: this.service.name,
      namespace: this.namespace,
      external: false,
      ports: ports.sort((a, b) => a.number - b.number),
      versions,
      problems,
      warnings: this.accountWarnings(),
      manifests: this.serviceAccountManifests(),
      dependents: this.versions.map(([, workload]) => workload),
      versionServices: versions.map((version) =>
        versionService(this.namespace, version, selector, kubePorts, ports),
      ),
    };
  }

  private label(workload: IWorkloadObject, key: string, text: string): void {
    if (workload.podMetadata.getLabel(key) === undefined) workload.podMetadata.addLabel(key, text);
  }

  /** A Service that selects nothing yet gets the label that all versions have. */
  private selectPods(): void {
    const { selector = {} } = specOf(this.service) as { selector?: Labels };
    if (Object.keys(selector).length > 0 || this.versions.length === 0) return;
    const apps = new Set(this.versions.map(([, { podMetadata }]) => podMetadata.getLabel('app')));
    if (apps.size === 1) this.service.selectLabel('app', [...apps][0]!);
  }

  private giveServiceAccount(name: string): void {
    checkDnsLabel('the name of a ServiceAccount', name);
    for (const [, workload] of this.versions) {
      ApiObject.of(workload).addJsonPatch(JsonPatch.add('/spec/template/spec/serviceAccountName', name));
    }
  }

  private serviceAccountManifests(): Manifest[] {
    const name = this.options.serviceAccount;
    return name === undefined ? [] : [{ kind: 'v1/ServiceAccount', name, namespace: this.namespace }];
  }

  /** Who runs as the account of the whole namespace cannot be told from others there, by no policy and in no graph. */
  private accountWarnings(): Problem[] {
    if (this.options.serviceAccount !== undefined) return [];
    const anonymous = this.versions
      .filter(([, workload]) => accountOf(workload) === undefined)
      .map(([name]) => name);
    if (anonymous.length === 0) return [];
    const message = `the pods of ${this.namespace}/${this.service.name} (${listing(anonymous)}) run as the default ServiceAccount of their namespace (${this.author.path}), an identity that they share with others: pass serviceAccount to MeshService.of`;
    return [{ authors: [this.author], message }];
  }

  private portOf(kube: KubePort, index: number, found: (message: string) => void): Port {
    const told = this.options.ports?.find(({ _port }) => _port.number === kube.port)?._port;
    const own = protocolOf(kube);
    const port = `port ${kube.port} of the Service ${this.service.name}`;
    if (told && own && told.protocol !== own) {
      found(
        `${port} must speak one protocol, got ${told.protocol} from its MeshService and ${own} from its name or appProtocol; make them agree`,
      );
    }
    if (!told && !own) {
      found(
        `${port} must tell its protocol, got ${kube.name === undefined ? 'no name' : `the name ${JSON.stringify(kube.name)}`} and no appProtocol; without one no rule about requests works: name the port http (or http-...), or pass ports: [MeshPort.http(${kube.port})] to MeshService.of`,
      );
    }
    if (told && !own) this.tellProtocol(kube, index, told);
    return {
      number: kube.port,
      name: kube.name ?? told?.name ?? '',
      protocol: own ?? told?.protocol ?? 'TCP',
    };
  }

  /** A port without a name gets one that tells; one with another name gets an `appProtocol`. */
  private tellProtocol(kube: KubePort, index: number, { name, protocol }: Port): void {
    const [field, text] = kube.name === undefined ? ['name', name] : ['appProtocol', APP_PROTOCOLS[protocol]];
    ApiObject.of(this.service).addJsonPatch(JsonPatch.add(`/spec/ports/${index}/${field}`, text));
  }

  private versionOf(
    name: string,
    workload: IWorkloadObject,
    selector: Labels,
    found: (message: string) => void,
  ): Version {
    const pods = podLabels(workload);
    const missing = Object.entries(selector).filter(([key, text]) => pods[key] !== text);
    if (missing.length > 0 || Object.keys(selector).length === 0) {
      const got = listing(Object.entries(selector).map(([key, text]) => `${key}=${text}`)) || 'no selector';
      found(
        `the Service ${this.service.name} must select the pods of every version, got ${got}, which leaves out ${name} (${workload.node.path}); make the Service without a selector, then MeshService.of selects the label that all versions have`,
      );
    }
    return { name, labels: [['version', pods.version ?? name]], service: `${this.service.name}-${name}` };
  }
}

/** The Service with the pods of one version, with the ports of the Service of all. */
function versionService(
  namespace: string,
  { service, labels }: Version,
  selector: Labels,
  kubePorts: readonly KubePort[],
  ports: readonly Port[],
): Manifest {
  return {
    kind: 'v1/Service',
    name: service,
    namespace,
    spec: {
      selector: { ...selector, ...Object.fromEntries(labels) },
      ports: kubePorts.map((kube) => ({
        ...kube,
        name: ports.find(({ number }) => number === kube.port)!.name,
      })),
    },
  };
}

function podLabels(workload: IWorkloadObject): Labels {
  const spec = specOf(workload) as { template?: { metadata?: { labels?: Labels } } };
  return spec.template?.metadata?.labels ?? {};
}

function accountOf(workload: IWorkloadObject): string | undefined {
  const spec = specOf(workload) as { template?: { spec?: { serviceAccountName?: string } } };
  return spec.template?.spec?.serviceAccountName;
}

function specOf(construct: IServiceObject | IWorkloadObject): object {
  return (ApiObject.of(construct).toJson() as { spec?: object }).spec ?? {};
}

const APP_PROTOCOLS: Record<Protocol, string> = {
  HTTP: 'http',
  HTTP2: 'kubernetes.io/h2c',
  GRPC: 'grpc',
  HTTPS: 'https',
  TLS: 'tls',
  TCP: 'tcp',
  MONGO: 'mongo',
  REDIS: 'redis',
  MYSQL: 'mysql',
};

const BY_NAME: Readonly<Record<string, Protocol>> = {
  http: 'HTTP',
  http2: 'HTTP2',
  grpc: 'GRPC',
  'grpc-web': 'GRPC',
  https: 'HTTPS',
  tls: 'TLS',
  tcp: 'TCP',
  mongo: 'MONGO',
  redis: 'REDIS',
  mysql: 'MYSQL',
  'kubernetes.io/h2c': 'HTTP2',
  'kubernetes.io/ws': 'HTTP',
  'kubernetes.io/wss': 'HTTPS',
};

/**
 * What a port says of itself, as Istio reads it.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
function protocolOf({ name, appProtocol }: KubePort): Protocol | undefined {
  const text = (appProtocol ?? name ?? '').toLowerCase();
  return BY_NAME[text] ?? BY_NAME[text.startsWith('grpc-web') ? 'grpc-web' : text.split('-')[0]!];
}
