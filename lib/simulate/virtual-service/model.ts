import type { Config } from '../mesh/config';

/** A VirtualService, with full names and durations in milliseconds. HTTPRoutes and their like become these, too. */
export interface VirtualService {
  readonly config: Config;
  /** Which object it stands for in the order of Istio: an HTTPRoute's is generated. */
  readonly name: string;
  readonly namespace: string;
  readonly created: number;
  /** What its paths and backends mean: those of the Gateway API are read another way. */
  readonly semantics: 'istio' | 'gateway-api';
  readonly hosts: readonly string[];
  /** `mesh`, or `namespace/name`. Never empty. */
  readonly gateways: readonly string[];
  /** Namespaces, `*`, or `~`; `.` is replaced. */
  readonly exportTo: ReadonlySet<string>;
  readonly http: readonly HttpRule[];
  readonly tcp: readonly ConnectionRule[];
  readonly tls: readonly ConnectionRule[];
}

/** Where a rule was written. */
export interface Place {
  readonly config: Config;
  readonly at: string;
}

export interface HttpRule {
  readonly place: Place;
  readonly name: string;
  /** Any of these. Empty: every request. */
  readonly matches: readonly HttpMatch[];
  readonly destinations: readonly HttpDestination[];
  readonly redirect?: RedirectSpec;
  readonly response?: { readonly status: number; readonly body?: string };
  readonly delegate?: { readonly namespace: string; readonly name: string };
  readonly rewrite?: RewriteSpec;
  readonly timeout?: number;
  readonly retries?: RetrySpec;
  readonly fault?: FaultSpec;
  readonly mirror?: MirrorSpec;
  readonly mirrors?: readonly MirrorSpec[];
  /** Of the single mirror: `mirrorPercentage`, else `mirrorPercent`, in millionths. */
  readonly mirrorPercentage?: number;
  readonly mirrorPercent?: number;
  readonly cors?: CorsSpec;
  readonly headers?: HeadersSpec;
}

/** All of it has to be true. */
export interface HttpMatch {
  readonly place: Place;
  readonly name: string;
  readonly uri?: StringMatch;
  readonly ignoreCase: boolean;
  readonly method?: StringMatch;
  readonly authority?: StringMatch;
  readonly scheme?: StringMatch;
  readonly headers: ReadonlyMap<string, StringMatch>;
  readonly withoutHeaders: ReadonlyMap<string, StringMatch>;
  readonly query: ReadonlyMap<string, StringMatch>;
  readonly port?: number;
  readonly sourceLabels: ReadonlyMap<string, string>;
  readonly sourceNamespace?: string;
  readonly gateways: readonly string[];
}

/** `present`: anything, as long as it is there. */
export interface StringMatch {
  readonly kind: 'exact' | 'prefix' | 'regex' | 'present';
  readonly text: string;
}

export interface Destination {
  readonly host: string;
  readonly port?: number;
  readonly subset?: string;
}

export interface HttpDestination {
  readonly place: Place;
  readonly destination: Destination;
  readonly weight: number;
  readonly headers?: HeadersSpec;
}

/** A rule of `tcp` or `tls`. */
export interface ConnectionRule {
  readonly place: Place;
  readonly matches: readonly ConnectionMatch[];
  readonly destinations: readonly { readonly destination: Destination; readonly weight: number }[];
}

export interface ConnectionMatch {
  readonly place: Place;
  /** For `tls`: one of these server names. */
  readonly sniHosts: readonly string[];
  readonly destinationSubnets: readonly string[];
  readonly port?: number;
  readonly sourceLabels: ReadonlyMap<string, string>;
  readonly sourceNamespace?: string;
  readonly gateways: readonly string[];
}

export interface RedirectSpec {
  readonly uri?: string;
  readonly prefixRewrite?: string;
  readonly authority?: string;
  readonly scheme?: string;
  readonly port?: number | 'request';
  readonly status: number;
}

export interface RewriteSpec {
  readonly uri?: string;
  readonly regex?: { readonly match: string; readonly rewrite: string };
  readonly authority?: string;
}

export interface RetrySpec {
  readonly attempts: number;
  readonly retryOn: string;
  readonly perTryTimeout?: number;
  readonly backoff?: number;
}

/** Shares in millionths. */
export interface FaultSpec {
  readonly delay?: { readonly duration: number; readonly millionths: number };
  readonly abort?: {
    readonly status?: number;
    readonly grpcStatus?: number;
    readonly millionths: number;
  };
}

export interface MirrorSpec {
  readonly destination: Destination;
  readonly millionths?: number;
}

export interface CorsSpec {
  readonly origins: readonly StringMatch[];
  readonly forwardUnmatched: boolean;
}

export interface HeadersSpec {
  readonly request: HeaderOps;
  readonly response: HeaderOps;
}

export interface HeaderOps {
  readonly set: ReadonlyMap<string, string>;
  readonly add: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}
