import type { Condition } from './condition';
import type { HostKey } from './host';
import type { Rewrite } from './rewrite';

/** Who said something: a construct. */
export interface Author {
  /** Its path in the tree, for messages. */
  readonly path: string;
  /** A short name for routes, access logs and reviews: lower case letters, digits and dashes. */
  readonly name: string;
}

/** Where requests go. */
export interface Target {
  readonly service: HostKey;
  /** All versions together if absent. */
  readonly version?: string;
  /** The port that the client called if absent. */
  readonly port?: number;
}

/** A share of the requests, as an integer part of the sum of all shares. */
export interface Share {
  readonly target: Target;
  readonly weight: number;
  /** Changes to the answers of this target only. */
  readonly responseHeaders?: readonly HeaderChange[];
}

export interface Forward {
  readonly kind: 'forward';
  /** At least one; a weight of 0 stays in the list and gets nothing. */
  readonly shares: readonly Share[];
  readonly rewrite?: Rewrite;
}

export interface Redirect {
  readonly kind: 'redirect';
  readonly code: number;
  readonly scheme?: 'http' | 'https';
  readonly hostname?: string;
  readonly port?: number;
  /** The whole new path. */
  readonly path?: string;
}

export interface DirectResponse {
  readonly kind: 'direct-response';
  readonly status: number;
  readonly body?: string;
}

/** What becomes of a request. */
export type Action = Forward | Redirect | DirectResponse;

/** One change of one header. */
export interface HeaderChange {
  readonly name: string;
  readonly change: 'set' | 'add' | 'remove';
  readonly text?: string;
}

/** A share of the requests in millionths, the precision that Envoy draws with. */
export type Millionths = number;

export interface Delay {
  readonly kind: 'delay';
  readonly milliseconds: number;
  readonly share: Millionths;
}

export interface Abort {
  readonly kind: 'abort';
  readonly httpStatus?: number;
  /** As gRPC names it: `UNAVAILABLE`. */
  readonly grpcStatus?: string;
  readonly share: Millionths;
}

export interface Mirror {
  readonly kind: 'mirror';
  readonly target: Target;
  readonly share: Millionths;
}

export interface Timeout {
  readonly kind: 'timeout';
  /** 0: none. */
  readonly milliseconds: number;
}

export interface Retries {
  readonly kind: 'retries';
  /** After the first try; 0: none. */
  readonly attempts: number;
  readonly perTryMilliseconds?: number;
  readonly backoffMilliseconds?: number;
  /** Envoy's names, sorted. */
  readonly on: readonly string[];
  /** HTTP status codes, sorted. */
  readonly statusCodes: readonly number[];
}

export interface RequestHeader extends HeaderChange {
  readonly kind: 'request-header';
}

export interface ResponseHeader extends HeaderChange {
  readonly kind: 'response-header';
}

export interface Cors {
  readonly kind: 'cors';
  readonly origins: readonly CorsOrigin[];
  readonly methods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
  readonly credentials?: boolean;
}

/** `wildcard`: one `*` for the leftmost labels of the host, or `*` alone for every origin. */
export interface CorsOrigin {
  readonly kind: 'exact' | 'regex' | 'wildcard';
  readonly text: string;
}

/** Something that happens on the way. A request gets one effect of each dimension: that of the first condition. */
export type Effect = Delay | Abort | Mirror | Timeout | Retries | RequestHeader | ResponseHeader | Cors;

/** What one construct says about requests to a host: where they go. */
export interface Route {
  readonly author: Author;
  /** Any of these. Every request if empty. */
  readonly conditions: readonly Condition[];
  /** The service port it is about; all ports if absent. */
  readonly port?: number;
  /** Whether it leaves connections alone that carry no HTTP. */
  readonly requestsOnly?: boolean;
  readonly action: Action;
}

/** What one construct says about requests to a host: what happens on the way. */
export interface Overlay {
  readonly author: Author;
  readonly conditions: readonly Condition[];
  readonly port?: number;
  readonly effect: Effect;
}
