import type { ApiObjectMetadataDefinition, JsonPatch } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { enrolment } from '../synthesis/namespaces';
import { Registry } from '../synthesis/registry';
import { checkDnsLabel } from '../values/check';
import { DataPlane } from '../values/data-plane';
import type { MutualTls } from '../values/mesh-options';
import { MeshService, type ServiceOptions } from './mesh-service';
import { declarePatch } from './patch';

/** A Namespace of this app, such as that of cdk8s-plus. */
export interface INamespaceObject extends IConstruct {
  /** Its name in the cluster. */
  readonly name: string;
  /** Its metadata, which gets the labels of the mesh. */
  readonly metadata: ApiObjectMetadataDefinition;
}

/** How a namespace is part of the mesh. */
export interface MeshNamespaceProps {
  /**
   * The name of the namespace.
   * @default - the id of the construct, or the name of the adopted namespace
   */
  readonly name?: string;
  /**
   * A Namespace of this app that gets the labels of the mesh.
   * @default - a Namespace is made
   */
  readonly adopt?: INamespaceObject;
  /**
   * How its pods are part of the mesh.
   * @default DataPlane.SIDECAR
   */
  readonly dataPlane?: DataPlane;
  /**
   * How its pods are asked to identify themselves.
   * @default - as the mesh says; Istio's default is PERMISSIVE
   */
  readonly mutualTls?: MutualTls;
  /**
   * More labels for the Namespace.
   * @default - none
   */
  readonly labels?: { [key: string]: string };
}

/** How a namespace that is made elsewhere is part of the mesh. */
export interface MeshNamespaceAttributes {
  /** The name of the namespace. */
  readonly name: string;
  /**
   * How its pods are part of the mesh, as far as known. Nothing is written; it tells which policy makes sense there.
   * @default DataPlane.SIDECAR
   */
  readonly dataPlane?: DataPlane;
}

/**
 * A namespace of the mesh: the labels that put its pods into the data plane, its mTLS mode (a PeerAuthentication) and
 * in ambient mode its waypoint.
 */
export class MeshNamespace extends Construct {
  /** A namespace that is made elsewhere: nothing is written for it. */
  public static fromName(scope: Construct, id: string, attributes: MeshNamespaceAttributes): MeshNamespace {
    return new ElsewhereNamespace(scope, id, attributes);
  }

  /** The name of the namespace. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: MeshNamespaceProps = {}) {
    super(scope, id);
    this.name = checkDnsLabel('the name of a namespace', props.name ?? props.adopt?.name ?? id);
    const plane = (props.dataPlane ?? DataPlane.SIDECAR)._facts;
    const labels = props.labels ?? {};
    for (const [key, label] of Object.entries({ ...labels, ...enrolment({ plane }) })) {
      props.adopt?.metadata.addLabel(key, label);
    }
    Registry.of(this).declare('namespaces', this, {
      name: this.name,
      plane,
      written: !props.adopt,
      elsewhere: this._elsewhere,
      labels: { ...labels },
      ...(props.mutualTls && { mutualTls: props.mutualTls }),
    });
  }

  /**
   * A service of this namespace that is deployed elsewhere. (For one that this app deploys, use `MeshService.of`.)
   *
   * @param name of the Service; also the id of the construct
   */
  public addService(name: string, options: ServiceOptions): MeshService {
    return MeshService.fromName(this, name, { ...options, name, namespace: this.name });
  }

  /**
   * Changes the objects of one kind that are written for this namespace, as the last step of synthesis.
   *
   * @param kind such as `Namespace`, `PeerAuthentication` or `Gateway`; there has to be one at synthesis
   * @param operations what to change, in this order
   */
  public addJsonPatch(kind: string, ...operations: JsonPatch[]): void {
    declarePatch(this, `namespace ${this.name}`, kind, operations);
  }

  /** @internal */
  protected get _elsewhere(): boolean {
    return false;
  }
}

class ElsewhereNamespace extends MeshNamespace {
  protected override get _elsewhere(): boolean {
    return true;
  }
}
