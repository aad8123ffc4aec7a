import type { IConstruct } from 'constructs';
import { fail } from '../values/check';
import type { CheckSeverity, FailOn, GatewayApiChannel } from '../values/check-options';
import { CheckedApp } from './checked-app';

/** How an app is checked. */
export interface CheckOptions {
  /**
   * Which findings about what the construct and those below it make let `app.synth()` fail.
   * @default FailOn.ERROR
   */
  readonly failOn?: FailOn;
  /**
   * How serious findings about what the construct and those below it make are. Rules are named by id, by the code of
   * another tool (`IST0101`), or by how ids begin (`schema-*`). The nearest construct that says something wins.
   * @default - as each rule says
   */
  readonly severities?: { [rule: string]: CheckSeverity };
  /**
   * Hosts that are declared elsewhere, in full: `ratings.prod.svc.cluster.local`, `*.example.com`. Of a namespace of
   * which some Services are given, all have to be.
   * @default - what is not in the app may exist or not
   */
  readonly knownHosts?: string[];
  /**
   * Gateways of either API that are declared elsewhere, as `namespace/name`.
   * @default - what is not in the app may exist or not
   */
  readonly knownGateways?: string[];
  /**
   * All namespaces of the cluster: then any other one does not exist.
   * @default - what is not in the app may exist or not
   */
  readonly knownNamespaces?: string[];
  /**
   * ServiceAccounts that are declared elsewhere, as `namespace/name`.
   * @default - what is not in the app may exist or not
   */
  readonly knownServiceAccounts?: string[];
  /**
   * The MeshConfig of the cluster.
   * @default - that of a ConfigMap `istio` in the app, else Istio's own
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no unknown
  readonly meshConfig?: { [field: string]: any };
  /**
   * Which CRDs of the Gateway API the cluster has.
   * @default GatewayApiChannel.STANDARD
   */
  readonly gatewayApiChannel?: GatewayApiChannel;
}

/**
 * Judges all objects that an app is about to write, made by this library or not, as the API server, Istio's webhook,
 * `istioctl analyze` and Kiali would. Errors make `app.synth()` fail, at the constructs that caused them; warnings are
 * Node.js warnings (`process.emitWarning`), each said once.
 *
 *     Checks.of(app);
 *     Checks.of(app).configure({ knownHosts: ['ratings.prod.svc.cluster.local'] });
 *     Checks.of(chart).acknowledge('IST0101', 'the host is deployed by another team');
 */
export class Checks {
  /**
   * The checks of the app that the construct belongs to, seen from that construct. Asking for them turns them on, for
   * the whole app: what is wrong often shows only together.
   */
  public static of(construct: IConstruct): Checks {
    return new Checks(CheckedApp.of(construct), construct);
  }

  private constructor(
    private readonly app: CheckedApp,
    private readonly construct: IConstruct,
  ) {}

  /**
   * Says how findings are taken that the construct and those below it cause. What is known of the cluster holds for the
   * whole app, and adds up.
   */
  public configure(options: CheckOptions): void {
    const { failOn, severities, knownHosts, knownGateways, knownNamespaces, knownServiceAccounts } = options;
    const known = {
      ...(knownHosts && { hosts: knownHosts }),
      ...(knownGateways && { gateways: knownGateways }),
      ...(knownNamespaces && { namespaces: knownNamespaces }),
      ...(knownServiceAccounts && { serviceAccounts: knownServiceAccounts }),
    };
    const { meshConfig, gatewayApiChannel } = options;
    this.app.addSettings({
      path: this.construct.node.path,
      severities: { ...severities },
      known,
      ...(failOn && { failOn }),
      ...(meshConfig && { mesh: meshConfig }),
      ...(gatewayApiChannel && { channel: gatewayApiChannel }),
    });
  }

  /**
   * Says that findings of a rule about what the construct and those below it make are known, and stay. They are no
   * longer a failure. It is a finding itself once there is nothing to acknowledge.
   * @param rule the id of the rule, or what another tool calls it: `IST0101`
   * @param reason why they stay, for whoever reads this later
   */
  public acknowledge(rule: string, reason: string): void {
    if (typeof reason !== 'string' || reason.trim() === '')
      fail(`the reason to acknowledge ${rule}`, 'a text', reason, 'say why the finding stays');
    this.app.addAcknowledgement({ path: this.construct.node.path, rule, reason: reason.trim() });
  }
}
