import type {
  AffinityKey,
  CircuitBreaker,
  Cors,
  HeaderChanges,
  ObjectRef,
  OutlierDetection,
  Retries,
  Transport,
} from '../simulate/decision';

// What a review says, as plain data. `words` makes sentences of it, in one language or another.

/** Where a statement comes from: an object, and the place in it. */
export interface Source {
  readonly object: ObjectRef;
  /** `spec.http[2].match[0]` */
  readonly at?: string;
}

/** One way in which a request can end. Shares are fractions of all such requests, 0 to 1. */
export type End = Delivery | Answer | Closing;

export interface Delivery extends Destination {
  readonly kind: 'delivery';
  readonly share: number;
  readonly port?: number;
  /** The host header that only this destination gets. */
  readonly authority?: string;
}

/** Who gets something. */
export interface Destination {
  /** `reviews v2`, `reviews.other`, `api.example.com` */
  readonly to: string;
  /** The workloads behind it. Empty outside of the cluster. */
  readonly workloads: readonly { readonly name: string; readonly port: number; readonly share: number }[];
  /** The same for whatever leads to the same workloads, however it is called. */
  readonly identity: string;
}

export interface Answer {
  readonly kind: 'answer';
  readonly share: number;
  readonly status: number;
  /** Envoy's response flag; `FI` is an injected fault. */
  readonly flag?: string;
  readonly reason: string;
  readonly grpcStatus?: number;
  readonly location?: string;
  readonly body?: string;
}

export interface Closing {
  readonly kind: 'closing';
  readonly share: number;
  readonly reason: string;
}

/** Something that holds for some of the destinations, by their identities. */
export type PerDestination<T> = readonly {
  readonly to: string;
  readonly identity: string;
  readonly what: T;
}[];

/** How a request is treated, aspect by aspect. An aspect that is not there is as Envoy has it: no timeout, no fault. */
export interface Treatment {
  readonly ends: readonly End[];
  readonly delay?: { readonly duration: number; readonly probability: number };
  readonly timeout?: number;
  readonly retries?: Retries;
  readonly rewrite?: { readonly path?: string; readonly authority?: string };
  readonly requestHeaders: { readonly all?: HeaderChanges; readonly each: PerDestination<HeaderChanges> };
  readonly responseHeaders: { readonly all?: HeaderChanges; readonly each: PerDestination<HeaderChanges> };
  readonly mirrors: readonly (Destination & {
    readonly probability: number;
    readonly reachable: boolean;
  })[];
  readonly affinity: readonly AffinityKey[];
  readonly cors?: Cors;
  readonly access?: {
    readonly allowed: boolean;
    readonly isUncertain: boolean;
    readonly status?: number;
    /** Who denies them although others let them in. */
    readonly denying?: readonly string[];
  };
  readonly limits: PerDestination<CircuitBreaker>;
  readonly ejection: PerDestination<OutlierDetection>;
  readonly balancing: PerDestination<string>;
  readonly transport: PerDestination<Transport>;
}

export type Aspect = keyof Treatment;

/** In the order in which a reader wants to know. */
export const ASPECTS: readonly Aspect[] = [
  'access',
  'ends',
  'delay',
  'mirrors',
  'rewrite',
  'requestHeaders',
  'responseHeaders',
  'cors',
  'timeout',
  'retries',
  'affinity',
  'limits',
  'ejection',
  'balancing',
  'transport',
];
