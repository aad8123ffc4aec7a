import type { Caller } from '../../simulate/request';
import type { Aspect, Source, Treatment } from '../facts';
import type { FindingReview } from '../findings';
import type { RequestClass } from '../classes/request-class';
import type { HostRef } from '../subject/hosts';
import type { NamespaceFacts } from '../subject/namespaces';

/** What a configuration does. */
export interface Description {
  readonly kind: 'description';
  readonly namespaces: readonly NamespaceFacts[];
  readonly hosts: readonly HostDescription[];
  /** What Istio does unasked, with some requests at least. */
  readonly unasked: readonly Unasked[];
  /** What a check has to say. Empty without one. */
  readonly findings: readonly FindingReview[];
  /** Objects that may change what happens, in a way that is not understood. */
  readonly notModelled: readonly { readonly why: string; readonly source: Source }[];
  /** What could not be read. */
  readonly unreadable: readonly { readonly where: string; readonly message: string }[];
}

export interface HostDescription extends HostRef {
  readonly views: readonly ViewDescription[];
}

/** A port of a host, as callers see it that are treated alike. */
export interface ViewDescription {
  readonly port: number;
  readonly protocol: 'http' | 'tcp';
  readonly callers: readonly Caller[];
  /** In order of precedence: the first whose requests are meant counts. */
  readonly routes: readonly RouteDescription[];
  /** What is true for all requests that go to somebody. */
  readonly common: readonly Aspect[];
  readonly notes: readonly Note[];
  /** The DestinationRules behind limits, ejection, balancing and transport. */
  readonly settings: readonly Source[];
  /** Who is let in, where there are policies about it. */
  readonly access: readonly Access[];
}

export interface RouteDescription {
  /** For connections: all of them, or only those with TLS, or without. Absent for HTTP requests. */
  readonly connections?: 'all' | 'tls' | 'plain';
  /** Any of these. */
  readonly requests: readonly RequestClass[];
  readonly treatment: Treatment;
  /** What is to be said of these requests alone. */
  readonly aspects: readonly Aspect[];
  readonly sources: readonly Source[];
}

export type Unasked =
  | 'everybody-let-in'
  | 'no-timeout'
  | 'retries'
  | 'mutual-tls'
  | 'unknown-hosts-open'
  | 'unknown-hosts-closed';

/** What a reader would not expect, or has to know beside the rules. */
export type Note =
  | {
      readonly kind: 'limits-per-proxy';
      /** Whether several destinations have limits, each its own. */
      readonly isPerDestination: boolean;
      readonly largest?: { readonly caller: string; readonly replicas: number; readonly connections: number };
      readonly sources: readonly Source[];
    }
  | { readonly kind: 'ejection-brings-locality'; readonly sources: readonly Source[] }
  | {
      readonly kind: 'ejects-nobody';
      readonly percent: number;
      readonly to: string;
      readonly sources: readonly Source[];
    }
  | { readonly kind: 'affinity-needs-key' }
  | { readonly kind: 'affinity-within-version' }
  | { readonly kind: 'versions'; readonly versions: readonly Version[]; readonly sources: readonly Source[] };

/** What a name behind a host stands for. */
export interface Version {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Whether callers are let in. `depends`: some of their requests; `partly`: by some of those who may get them. */
export interface Access {
  readonly callers: readonly Caller[];
  readonly verdict: 'allowed' | 'denied' | 'depends' | 'partly' | 'unknown';
  /** What those get who are denied, and why, if it is the same for all. */
  readonly status?: number;
  readonly reason?: string;
  /** Who denies what others let in. */
  readonly denying: readonly string[];
  /** The classes of requests that are let in, if it depends. */
  readonly allowed: readonly RequestClass[];
  /** And those that are not. */
  readonly denied: readonly RequestClass[];
}
