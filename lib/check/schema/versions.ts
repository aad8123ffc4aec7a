import type { Fields } from '../../manifest/fields';
import { alphaRoute, alphaTlsRoute } from './alpha-routes';

/** Which CRDs of the Gateway API the cluster has. */
export type Channel = 'standard' | 'experimental';

export interface OtherVersion {
  readonly channel?: Channel;
  readonly isDeprecated?: true;
  /** Makes its schema of the one in `imports/crds`, if they differ. */
  readonly schemaOf?: (newest: Fields) => Fields;
}

type OtherVersions = Readonly<Record<string, OtherVersion>>;

const V1BETA1: OtherVersions = { v1beta1: {} };
const V1ALPHA3: OtherVersions = { v1beta1: {}, v1alpha3: {} };
const DEPRECATED = { channel: 'experimental', isDeprecated: true } as const;
const ALPHA_ROUTE: OtherVersions = { v1alpha2: { ...DEPRECATED, schemaOf: alphaRoute } };
const ALPHA_TLS_ROUTE: OtherVersions = {
  v1alpha2: { ...DEPRECATED, schemaOf: alphaTlsRoute },
  v1alpha3: DEPRECATED,
};

/**
 * What the API server serves beside the version in `imports/crds`; with the same schema unless said otherwise.
 * @see https://github.com/istio/api/blob/v1.30.3/kubernetes/customresourcedefinitions.gen.yaml
 * @see https://github.com/kubernetes-sigs/gateway-api/tree/v1.6.1/config/crd
 */
const OTHERS: ReadonlyMap<string, OtherVersions> = new Map([
  ['networking.istio.io/DestinationRule', V1ALPHA3],
  ['networking.istio.io/Gateway', V1ALPHA3],
  ['networking.istio.io/ServiceEntry', V1ALPHA3],
  ['networking.istio.io/Sidecar', V1ALPHA3],
  ['networking.istio.io/VirtualService', V1ALPHA3],
  ['networking.istio.io/WorkloadEntry', V1ALPHA3],
  ['networking.istio.io/WorkloadGroup', V1ALPHA3],
  ['security.istio.io/AuthorizationPolicy', V1BETA1],
  ['security.istio.io/PeerAuthentication', V1BETA1],
  ['security.istio.io/RequestAuthentication', V1BETA1],
  ['telemetry.istio.io/Telemetry', { v1alpha1: {} }],
  ['gateway.networking.k8s.io/BackendTLSPolicy', { v1alpha3: DEPRECATED }],
  ['gateway.networking.k8s.io/Gateway', V1BETA1],
  ['gateway.networking.k8s.io/GatewayClass', V1BETA1],
  ['gateway.networking.k8s.io/HTTPRoute', V1BETA1],
  ['gateway.networking.k8s.io/ReferenceGrant', V1BETA1],
  ['gateway.networking.k8s.io/TCPRoute', ALPHA_ROUTE],
  ['gateway.networking.k8s.io/TLSRoute', ALPHA_TLS_ROUTE],
  ['gateway.networking.k8s.io/UDPRoute', ALPHA_ROUTE],
]);

/** What is known about a version that is not the one in `imports/crds`; nothing if it is not served. */
export function otherVersion(
  group: string,
  kind: string,
  version: string,
  channel: Channel,
): OtherVersion | undefined {
  const others = OTHERS.get(`${group}/${kind}`);
  if (!others || !Object.hasOwn(others, version)) return undefined;
  const other = others[version]!;
  return other.channel === undefined || other.channel === channel ? other : undefined;
}

/** The versions of a kind that are served beside the newest one. */
export function otherVersions(group: string, kind: string, channel: Channel): readonly string[] {
  return Object.keys(OTHERS.get(`${group}/${kind}`) ?? {}).filter((version) =>
    otherVersion(group, kind, version, channel),
  );
}

/** Whether what is written for a version, of whatever channel, is written for the newest one, too. */
export function hasSameSchema(group: string, kind: string, version: string): boolean {
  const others = OTHERS.get(`${group}/${kind}`);
  return others !== undefined && Object.hasOwn(others, version) && others[version]!.schemaOf === undefined;
}
