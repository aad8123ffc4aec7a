import type { Decision, ObjectRef } from '../decision';
import type { Caller } from '../request';

/** What the callers of a host can experience. */
export interface HostRoutes {
  readonly host: string;
  /** One for each port, and for callers that are treated alike. */
  readonly tables: readonly HostTable[];
}

export interface HostTable {
  readonly port: number;
  /** All of them see the same rows. */
  readonly callers: readonly Caller[];
  /** In order: the first whose condition is true counts. The last one is for all other requests. */
  readonly rows: readonly RouteRow[];
}

/** A class of requests, and what comes of it. */
export interface RouteRow {
  /** In words: `path /api/*, header end-user = "jason"`; `every request` in the end. */
  readonly condition: string;
  readonly match: RowMatch;
  /** Rewrites and redirects are those of the shortest path that the condition allows. */
  readonly outcome: Outcome;
  /** The rule that says so. Absent: Istio does it by itself. */
  readonly object?: ObjectRef;
  readonly at?: string;
}

/** All of it has to be true. */
export interface RowMatch {
  readonly path?: {
    readonly kind: 'exact' | 'prefix' | 'segments' | 'regex';
    readonly text: string;
    readonly ignoreCase: boolean;
  };
  readonly headers: readonly NamedCondition[];
  readonly query: readonly NamedCondition[];
  readonly claims: readonly NamedCondition[];
}

export interface NamedCondition {
  readonly name: string;
  readonly kind: 'exact' | 'prefix' | 'regex' | 'present';
  readonly text: string;
  /** It must not be so. */
  readonly invert: boolean;
}

type Outcome = Omit<Decision, 'explanation'>;

/** Whose view it is. */
export interface RoutesOptions {
  /** @default every class of callers that the policies tell apart, and the gateways that have the host */
  readonly from?: Caller;
  /** @default all ports of the host */
  readonly port?: number;
}
