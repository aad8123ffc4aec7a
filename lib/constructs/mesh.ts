import { Construct } from 'constructs';
import { DEFAULTS, Registry } from '../synthesis/registry';
import { checkDnsLabel, fail } from '../values/check';
import type { Dialect, MutualTls } from '../values/mesh-options';
import { HostNames, IstioVersion, Losses } from '../values/mesh-options';

/** Choices that hold for all that is below the scope of a `Mesh`. */
export interface MeshProps {
  /**
   * Which cluster the YAML is for. Services, namespaces and gateways of the same name are the same within one cluster;
   * an app that writes charts for several gives each a Mesh with another name here.
   * @default - one cluster for all of the app
   */
  readonly cluster?: string;
  /**
   * The language in which policy is written.
   * @default Dialect.ISTIO
   */
  readonly dialect?: Dialect;
  /**
   * The version of Istio that reads it.
   * @default IstioVersion.V1_30
   */
  readonly istioVersion?: IstioVersion;
  /**
   * The domain of the cluster, with which the full names of services end.
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;
  /**
   * The namespace whose policy holds for the whole mesh.
   * @default 'istio-system'
   */
  readonly rootNamespace?: string;
  /**
   * How rules call services.
   * @default HostNames.FULL
   */
  readonly hostNames?: HostNames;
  /**
   * What becomes of something that the dialect cannot say.
   * @default Losses.FAIL
   */
  readonly losses?: Losses;
  /**
   * How pods of the whole mesh are asked to identify themselves: a PeerAuthentication in the root namespace.
   * @default - not said; Istio's default is PERMISSIVE
   */
  readonly mutualTls?: MutualTls;
}

/**
 * The choices that hold for a whole app, for a chart or for a part of it: for everything below the scope that it is
 * created in, whether before or after it. The nearest one wins; where there is none, all defaults hold.
 */
export class Mesh extends Construct {
  constructor(scope: Construct, id: string, props: MeshProps = {}) {
    super(scope, id);
    const registry = Registry.of(this);
    const other = registry.declarations.meshes.find(({ by }) => by.node.scope === scope);
    if (other)
      fail(
        `the Mesh of ${scope.node.path || 'the app'}`,
        'the only one there',
        `a second one beside ${other.author.path}`,
        'merge them',
      );
    const clusterDomain = props.clusterDomain ?? DEFAULTS.clusterDomain;
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(clusterDomain)) {
      fail(
        'the domain of the cluster',
        'a DNS name without a leading dot',
        clusterDomain,
        "the usual one is 'cluster.local'",
      );
    }
    registry.declare('meshes', this, {
      cluster: props.cluster ?? DEFAULTS.cluster,
      dialect: props.dialect ?? DEFAULTS.dialect,
      minorVersion: Number((props.istioVersion ?? IstioVersion.V1_30).split('.')[1]),
      clusterDomain,
      rootNamespace: checkDnsLabel('the root namespace', props.rootNamespace ?? DEFAULTS.rootNamespace),
      shortNames: props.hostNames === HostNames.SHORT,
      reportLosses: props.losses === Losses.REPORT,
      ...(props.mutualTls && { mutualTls: props.mutualTls }),
    });
  }
}
