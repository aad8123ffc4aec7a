import { Chart, type JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Registry } from '../synthesis/registry';
import { checkDnsLabel, fail } from '../values/check';
import { declarePatch } from './patch';

/** Where traffic comes into the mesh. */
export interface IngressGatewayProps {
  /**
   * The name of the Gateway.
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * The namespace of the Gateway and its routes. Certificates are looked for in the namespace of the gateway's pods: in
   * the Gateway API dialect that is this one.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;
  /**
   * The labels of the pods that are the gateway, in Istio's dialect.
   * @default - `istio: ingressgateway`, as Istio installs it
   */
  readonly selector?: { [key: string]: string };
  /**
   * The class of the Gateway, in the Gateway API dialect, where the gateway's pods are made for it.
   * @default 'istio'
   */
  readonly className?: string;
}

/**
 * A gateway at the edge of the mesh. What comes in there is said by `Expose`; its ports follow from that. While nothing
 * is exposed, nothing is written, and `MeshReport` warns.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/ingress-control/
 */
export class IngressGateway extends Construct {
  /** The name of the Gateway. */
  public readonly name: string;

  /** The namespace of the Gateway. */
  public readonly namespace: string;

  constructor(scope: Construct, id: string, props: IngressGatewayProps = {}) {
    super(scope, id);
    this.name = checkDnsLabel('the name of a gateway', props.name ?? id);
    const namespace = props.namespace ?? Chart.of(this).namespace;
    if (namespace === undefined) {
      fail(
        `the namespace of ${this.node.path}`,
        'known',
        'none',
        'give a namespace to the gateway or to its chart',
      );
    }
    this.namespace = checkDnsLabel('the namespace of a gateway', namespace);
    Registry.of(this).declare('gateways', this, {
      name: this.name,
      namespace: this.namespace,
      selector: Object.entries(props.selector ?? { istio: 'ingressgateway' }).sort(([a], [b]) =>
        a < b ? -1 : 1,
      ),
      className: props.className ?? 'istio',
    });
  }

  /**
   * Changes the objects of one kind that are written for this gateway, as the last step of synthesis.
   *
   * @param kind such as `Gateway`, `VirtualService` or `HTTPRoute`; there has to be one at synthesis
   * @param operations what to change, in this order
   */
  public addJsonPatch(kind: string, ...operations: JsonPatch[]): void {
    declarePatch(this, `gateway ${this._key}`, kind, operations);
  }

  /** @internal */
  public get _key(): string {
    return `${this.namespace}/${this.name}`;
  }
}
