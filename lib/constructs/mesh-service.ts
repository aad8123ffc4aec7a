import type { ApiObjectMetadataDefinition } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { HostFacts } from '../synthesis/declarations';
import { checkDnsLabel, fail } from '../values/check';
import type { MeshPort } from '../values/port';
import { DeployedService } from './deployed-service';
import { MeshHost } from './mesh-host';

/** A Service of this app, such as that of cdk8s-plus. */
export interface IServiceObject extends IConstruct {
  /** Its name in the cluster. */
  readonly name: string;
  /** Its first port. */
  readonly port: number;
  /** Its metadata. */
  readonly metadata: ApiObjectMetadataDefinition;
  /** Adds a label that its pods must have. */
  selectLabel(key: string, value: string): void;
}

/** A workload of this app, such as a Deployment of cdk8s-plus. */
export interface IWorkloadObject extends IConstruct {
  /** Its name in the cluster. */
  readonly name: string;
  /** The metadata of its pods, which get the labels of the mesh where they have none. */
  readonly podMetadata: ApiObjectMetadataDefinition;
}

/** How a Service of this app is part of the mesh. */
export interface MeshServiceOptions {
  /**
   * The workloads of each version: pods get the labels `app` and `version` where they have none.
   * @default - no versions: traffic to the service cannot be split
   */
  readonly versions?: { [version: string]: IWorkloadObject };
  /**
   * The protocols of ports whose name or `appProtocol` does not tell. Such ports get a name.
   * @default - each port tells by itself
   */
  readonly ports?: MeshPort[];
  /**
   * The name of a ServiceAccount, which is made and given to all versions: their identity in the mesh.
   * @default - that of the workloads
   */
  readonly serviceAccount?: string;
}

/** A version of a service that is deployed elsewhere. */
export interface VersionOptions {
  /**
   * The labels that its pods carry, beside those that the Service selects.
   * @default - `version` with the name of the version
   */
  readonly labels?: { [key: string]: string };
  /**
   * The name of a Service with the pods of this version only. The Gateway API needs one.
   * @default - `<service>-<version>`
   */
  readonly service?: string;
}

/** What is known about a service that is deployed elsewhere. */
export interface ServiceOptions {
  /** The ports of the Service, at least one. */
  readonly ports: MeshPort[];
  /**
   * The versions that traffic can be split between.
   * @default - none
   */
  readonly versions?: { [version: string]: VersionOptions };
}

/** Which service it is, that is deployed elsewhere. */
export interface MeshServiceAttributes extends ServiceOptions {
  /** The name of the Service. */
  readonly name: string;
  /** The namespace of the Service. */
  readonly namespace: string;
}

/**
 * A service of the cluster that policy can be about. All that constructs of an app say about it, in whatever charts
 * they are, comes together in one VirtualService and one DestinationRule (or one set of HTTPRoutes) in its namespace.
 */
export class MeshService extends MeshHost {
  /**
   * A Service that this app deploys; always the same object for the same Service. Makes true what the mesh needs to
   * know (the names of ports, the labels of pods, what the Service selects), and says what is wrong where it must not.
   *
   * @param options only the first time
   */
  public static of(service: IServiceObject, options?: MeshServiceOptions): MeshService {
    const known = service.node.tryFindChild('mesh');
    if (known instanceof MeshService) {
      if (options)
        fail(`the options of ${service.node.path}`, 'given once', 'given again', 'leave them away');
      return known;
    }
    const deployed = new DeployedService(service, options ?? {});
    return new MeshService(
      service,
      'mesh',
      deployed.namespace,
      service.name,
      Object.keys(options?.versions ?? {}),
      {
        owned: true,
        read: () => deployed.read(),
        signature: () => deployed.signature(),
      },
    );
  }

  /** A service that is deployed elsewhere. Several constructs may speak of the same one. */
  public static fromName(scope: Construct, id: string, attributes: MeshServiceAttributes): MeshService {
    const name = checkDnsLabel('the name of a service', attributes.name);
    const namespace = checkDnsLabel('the namespace of a service', attributes.namespace);
    const facts = factsOf(name, namespace, attributes);
    return new MeshService(
      scope,
      id,
      namespace,
      name,
      facts.versions.map((version) => version.name),
      {
        owned: false,
        read: () => facts,
      },
    );
  }

  /** The name of the Service. */
  public readonly name: string;

  /** The namespace of the Service. */
  public readonly namespace: string;

  private constructor(
    scope: Construct,
    id: string,
    namespace: string,
    name: string,
    versions: string[],
    source: { owned: boolean; read: () => HostFacts; signature?: () => string },
  ) {
    super(scope, id, `${namespace}/${name}`, versions);
    this.name = name;
    this.namespace = namespace;
    this._registry.declare('hosts', this, { key: this._key, ...source });
  }
}

function factsOf(name: string, namespace: string, { ports, versions }: ServiceOptions): HostFacts {
  if (ports.length === 0) fail(`the ports of ${name}`, 'at least one', [], 'name the port that clients call');
  const numbers = ports.map(({ _port }) => _port.number);
  if (new Set(numbers).size < numbers.length)
    fail(`the ports of ${name}`, 'different ones', numbers, 'name each once');
  return Object.freeze({
    name,
    namespace,
    external: false,
    ports: ports.map(({ _port }) => _port).sort((a, b) => a.number - b.number),
    versions: Object.entries(versions ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([version, { labels, service }]) => ({
        name: checkDnsLabel('the name of a version', version),
        labels: Object.entries(labels ?? { version }).sort(([a], [b]) => (a < b ? -1 : 1)),
        service: checkDnsLabel('the Service of a version', service ?? `${name}-${version}`),
      })),
    problems: [],
    warnings: [],
    manifests: [],
    dependents: [],
    versionServices: [],
  });
}
