/**
 * What happens to a request, as plain frozen data: the same after `JSON.parse(JSON.stringify(decision))`.
 *
 * Probabilities are fractions of all such requests, 0 to 1; durations are milliseconds.
 */
export interface Decision {
  /** All ways it can end, likeliest first. The probabilities add up to 1; an end of probability 0 is left out. */
  readonly outcomes: readonly Outcome[];
  /** What the proxy injects before anything else, drawn independently of each other. */
  readonly fault?: Fault;
  /** Until the whole answer has to be there, all tries together. Absent: no limit. */
  readonly timeout?: number;
  /** Absent: nothing is tried again. */
  readonly retries?: Retries;
  /** What the receiver sees instead of what was sent. Absent: it sees what was sent. */
  readonly rewrite?: Rewrite;
  /** Changes of the headers that the receiver gets, in the order in which they are made. */
  readonly requestHeaders?: HeaderChanges;
  /** Changes of the headers that the caller gets back, in the order in which they are made. */
  readonly responseHeaders?: HeaderChanges;
  /** Copies of the request, each drawn independently of the others. Only requests that reach somebody are copied. */
  readonly mirrors: readonly Mirror[];
  /** What requests have to have in common to reach the same endpoint, first to last. Empty: nothing. */
  readonly affinity: readonly AffinityKey[];
  /** Cross-origin rules that hold for the request. */
  readonly cors?: Cors;
  /** Whether the receiver lets the request in, as its policies say. Absent: there is no policy about it. */
  readonly authorization?: Authorization;
  /** Where in the proxy's configuration the request went, in Envoy's words. */
  readonly path: ProxyPath;
  /** Objects in the manifests that could change the answer, but are not part of the simulation. */
  readonly notModelled: readonly NotModelled[];
  /** Why. Absent if explanations are off. */
  readonly explanation?: readonly Step[];
}

export type Outcome = Forwarded | Answered | Closed;

/** The request goes to somebody. */
export interface Forwarded {
  readonly kind: 'forwarded';
  readonly probability: number;
  /** Envoy's name: `outbound|9080|v1|reviews.default.svc.cluster.local`, or `PassthroughCluster`. */
  readonly cluster: string;
  /** The host of the service, absent for an unknown destination. */
  readonly host?: string;
  readonly port?: number;
  readonly subset?: string;
  /** Whose endpoints may be picked, and how often in the mean. Empty where nobody knows: outside the cluster. */
  readonly workloads: readonly Receiver[];
  /** Changes of headers for this destination only, after those of the whole decision. */
  readonly requestHeaders?: HeaderChanges;
  readonly responseHeaders?: HeaderChanges;
  /** The host header that only this destination gets. */
  readonly authority?: string;
  /** How the proxy deals with this destination. Absent for an unknown one. */
  readonly policy?: ClusterPolicy;
}

/** A workload that may get the request. */
export interface Receiver {
  readonly namespace: string;
  /** The Deployment, or the Pod where there is none. For an address without either: the address. */
  readonly name: string;
  /** The label `version`. */
  readonly version?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The port of the workload. */
  readonly port: number;
  /** The share of the requests to this destination. */
  readonly share: number;
}

/** What one receiver's own policies say. */
export interface ReceiverVerdict {
  readonly namespace: string;
  readonly name: string;
  readonly allowed: boolean;
  readonly status?: number;
  readonly reason: string;
}

/** The proxy answers itself. */
export interface Answered {
  readonly kind: 'answered';
  readonly probability: number;
  readonly status: number;
  /** Envoy's response flag, as in the access log: `NR`, `NC`, `UH`, `FI`, … @see https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage */
  readonly flag?: string;
  /** Why, in words. */
  readonly reason: string;
  /** For an aborted gRPC call. */
  readonly grpcStatus?: number;
  readonly body?: string;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** The connection is closed, or never made. */
export interface Closed {
  readonly kind: 'closed';
  readonly probability: number;
  readonly reason: string;
}

export interface Fault {
  readonly delay?: { readonly duration: number; readonly probability: number };
  readonly abort?: { readonly status: number; readonly grpcStatus?: number; readonly probability: number };
}

export interface Retries {
  /** After the first try. */
  readonly attempts: number;
  /** Envoy's conditions. */
  readonly on: readonly string[];
  /** Statuses that are tried again. */
  readonly codes: readonly number[];
  readonly perTryTimeout?: number;
  /** The base interval. @default 25 */
  readonly backoff?: number;
  /** Nobody asked for them: Istio retries by itself. */
  readonly isDefault: boolean;
}

export interface Rewrite {
  /** With the query. */
  readonly path?: string;
  readonly authority?: string;
}

export interface HeaderChanges {
  /** Instead of what is there. */
  readonly set: Readonly<Record<string, string>>;
  /** Behind what is there. */
  readonly add: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

export interface Mirror {
  readonly cluster: string;
  readonly host: string;
  readonly port: number;
  readonly subset?: string;
  readonly probability: number;
  /** False: the copy is lost, since nobody is there. */
  readonly reachable: boolean;
  readonly workloads: readonly Receiver[];
}

/** The policy is a consistent hash of this. A cookie with a `ttl` is made by the proxy if there is none. */
export type AffinityKey =
  | { readonly kind: 'header' | 'query'; readonly name: string }
  | { readonly kind: 'cookie'; readonly name: string; readonly path?: string; readonly ttl?: number }
  | { readonly kind: 'source-ip' };

export interface Cors {
  readonly originAllowed: boolean;
  /** The proxy answers the preflight request itself. */
  readonly preflight: boolean;
}

/** How a proxy deals with a cluster: what DestinationRules make of it. */
export interface ClusterPolicy {
  /** `LEAST_REQUEST` unless somebody says otherwise. */
  readonly loadBalancer: string;
  /** Limits of this one proxy for all endpoints together. Absent: unlimited. */
  readonly circuitBreaker?: CircuitBreaker;
  readonly outlierDetection?: OutlierDetection;
  readonly transport: Transport;
}

export interface CircuitBreaker {
  readonly maxConnections?: number;
  readonly maxPendingRequests?: number;
  readonly maxRequests?: number;
  readonly maxRetries?: number;
  readonly maxRequestsPerConnection?: number;
  readonly connectTimeout?: number;
}

/** When an endpoint is left out for a while. Absent numbers are Envoy's defaults; 0 turns a criterion off. */
export interface OutlierDetection {
  readonly consecutive5xx?: number;
  readonly consecutiveGatewayErrors?: number;
  readonly consecutiveLocalOriginFailures?: number;
  readonly splitExternalLocalOriginErrors?: boolean;
  readonly interval?: number;
  readonly baseEjectionTime?: number;
  readonly maxEjectionPercent?: number;
  readonly minHealthPercent?: number;
}

/**
 * How the receiver is spoken to: the mesh's own TLS, TLS that a DestinationRule asks for, or neither. `per-endpoint`:
 * the mesh's TLS where the endpoint has a sidecar that takes it, plaintext elsewhere.
 */
export interface Transport {
  readonly kind: 'mutual-tls' | 'per-endpoint' | 'tls' | 'plaintext';
  readonly sni?: string;
}

/** Not allowed: nobody who may get the request lets it in. */
export interface Authorization {
  readonly allowed: boolean;
  /** The verdict depends on something that the request does not tell, such as the address of the client. */
  readonly uncertain?: true;
  /** Each receiver's, where they do not all say the same. */
  readonly receivers?: readonly ReceiverVerdict[];
  /** What the caller gets if not: 401, 403, or none where the connection is closed. */
  readonly status?: number;
  readonly reason: string;
}

/** Names in Envoy's configuration; what the walk did not come to is absent. */
export interface ProxyPath {
  readonly listener?: string;
  readonly routeConfig?: string;
  readonly virtualHost?: string;
  readonly route?: string;
}

export interface NotModelled {
  readonly object: ObjectRef;
  /** What it could do. */
  readonly why: string;
}

/** An object of the manifests, and where it was written. */
export interface ObjectRef {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** The file, and the line in it (from 1). */
  readonly file?: string;
  readonly line?: number;
  /** The path of the construct that made it. */
  readonly construct?: string;
}

/** One step of the walk, with the smaller steps that led to its verdict. */
export interface Step {
  readonly stage: Stage;
  /** `chosen`: the walk goes on here. `rejected`: it was considered, and is not it. `noted`: a fact on the way. */
  readonly verdict: 'chosen' | 'rejected' | 'noted';
  /** A sentence: what was considered, and why it is or is not it. */
  readonly text: string;
  readonly object?: ObjectRef;
  /** Where in the object: `spec.http[2].match[0]`. */
  readonly at?: string;
  readonly steps: readonly Step[];
}

export type Stage =
  | 'caller'
  | 'address'
  | 'listener'
  | 'host'
  | 'policy'
  | 'rule'
  | 'fault'
  | 'answer'
  | 'destination'
  | 'cluster'
  | 'endpoints'
  | 'security';
