/** The language in which policy is written. */
export enum Dialect {
  /** Istio's own API: VirtualService, DestinationRule, Gateway. It can say everything. */
  ISTIO = 'istio',
  /** The Kubernetes Gateway API, what is in its standard channel: HTTPRoute, TLSRoute, Gateway. */
  GATEWAY_API = 'gateway-api-standard',
  /** The Kubernetes Gateway API with its experimental channel installed: retries and TCPRoute come with it. */
  GATEWAY_API_EXPERIMENTAL = 'gateway-api-experimental',
}

/** The version of Istio that the policy is for. */
export enum IstioVersion {
  V1_28 = '1.28',
  V1_29 = '1.29',
  V1_30 = '1.30',
}

/** How rules call the services of the cluster. */
export enum HostNames {
  /** `reviews.shop.svc.cluster.local`, which means the same everywhere. */
  FULL = 'full',
  /** `reviews` where rule and service are in one namespace, as in most samples. */
  SHORT = 'short',
}

/** What becomes of something that the dialect cannot say. */
export enum Losses {
  /** Synthesis fails and names the construct. */
  FAIL = 'fail',
  /** It is left out and reported: see `MeshReport`. */
  REPORT = 'report',
}

/**
 * How pods are asked to identify themselves when they are called.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export enum MutualTls {
  /** Callers must be in the mesh. */
  STRICT = 'STRICT',
  /** Callers may be outside the mesh, and then call in plain text. */
  PERMISSIVE = 'PERMISSIVE',
  /** No mutual TLS: sidecars talk in plain text. In ambient mode this is the same as PERMISSIVE. */
  DISABLE = 'DISABLE',
}
