import type { Cors, HeaderChanges, Retries } from '../decision';
import type { FaultSpec, Place, StringMatch } from '../virtual-service/model';

// What Istio makes of policy for one proxy, in Envoy's terms.

/** One way of a virtual host. */
export interface Route {
  readonly name: string;
  readonly match: RouteMatch;
  readonly action: RouteAction;
  readonly requestHeaders?: HeaderChanges;
  readonly responseHeaders?: HeaderChanges;
  readonly fault?: FaultSpec;
  readonly cors?: CorsRule;
  /** The rule it was made of, and the condition. Absent: Istio's own default. */
  readonly place?: Place;
}

export interface RouteMatch {
  readonly path: PathMatcher;
  readonly headers: readonly HeaderMatcher[];
  readonly query: readonly QueryMatcher[];
  readonly claims: readonly ClaimMatcher[];
}

/** `segments`: a prefix that ends where a segment ends. */
export interface PathMatcher {
  readonly kind: 'exact' | 'prefix' | 'segments' | 'regex';
  readonly text: string;
  readonly ignoreCase: boolean;
}

export interface HeaderMatcher {
  /** In lower case. */
  readonly name: string;
  readonly match: StringMatch;
  readonly invert: boolean;
}

export interface QueryMatcher {
  readonly name: string;
  readonly match: StringMatch;
}

/** A claim of a valid token, by its path. */
export interface ClaimMatcher {
  readonly name: string;
  readonly path: readonly string[];
  readonly match: StringMatch;
  readonly invert: boolean;
}

export type RouteAction = ForwardAction | RedirectAction | RespondAction | InvalidAction;

export interface ForwardAction {
  readonly kind: 'forward';
  readonly targets: readonly Target[];
  readonly timeout?: number;
  readonly retries?: Retries;
  readonly mirrors: readonly MirrorTarget[];
  readonly pathRewrite?: PathRewrite;
  readonly authority?: string;
  readonly affinity: readonly HashPolicy[];
  /** What a target that does not exist answers. */
  readonly missing: 500 | 503;
}

/** One of the clusters that a route may pick. */
export interface Target {
  readonly cluster: ClusterName;
  readonly weight: number;
  readonly requestHeaders?: HeaderChanges;
  readonly responseHeaders?: HeaderChanges;
  readonly authority?: string;
  readonly place?: Place;
}

/** `outbound|port|subset|host`; without a host it is one of Envoy's own, or nothing. */
export interface ClusterName {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly subset: string;
}

export interface MirrorTarget {
  readonly cluster: ClusterName;
  readonly millionths: number;
}

export type PathRewrite =
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'regex'; readonly match: string; readonly rewrite: string };

export type HashPolicy =
  | { readonly kind: 'header' | 'query'; readonly name: string }
  | { readonly kind: 'cookie'; readonly name: string; readonly path?: string; readonly ttl?: number }
  | { readonly kind: 'source-ip' };

export interface RedirectAction {
  readonly kind: 'redirect';
  readonly status: number;
  readonly authority: string;
  readonly scheme: string;
  /** 0: as the rest says. */
  readonly port: number;
  readonly path: { readonly kind: 'full' | 'prefix'; readonly text: string };
}

export interface RespondAction {
  readonly kind: 'respond';
  readonly status: number;
  readonly body?: string;
}

/** Envoy refuses it, and the whole table with it. */
export interface InvalidAction {
  readonly kind: 'invalid';
  readonly reason: string;
}

export interface CorsRule {
  readonly origins: readonly StringMatch[];
  readonly forwardUnmatched: boolean;
}

export type CorsVerdict = Cors;
