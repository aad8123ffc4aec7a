import type { Caller, Request } from '../../simulate/request';
import type { Aspect, Source, Treatment } from '../facts';
import type { FindingReview } from '../findings';
import type { RequestClass } from '../classes/request-class';
import type { HostRef } from '../subject/hosts';

/** What two configurations do differently, found by asking the simulator about each class of requests. */
export interface Difference {
  readonly kind: 'difference';
  /** Hosts of which some requests are treated differently. */
  readonly hosts: readonly HostChange[];
  /** Hosts of which none is. */
  readonly unchanged: readonly HostRef[];
  /** What is true for whole namespaces: enrolment, mutual TLS. */
  readonly namespaces: readonly NamespaceChange[];
  /** What a check has to say of only one of them. Empty without a check. */
  readonly findings: { readonly added: readonly FindingReview[]; readonly removed: readonly FindingReview[] };
  /** What could not be compared. Empty together with `hosts`: no request is treated differently. */
  readonly uncertainties: readonly Uncertainty[];
  readonly blast: Blast;
  /** The gravest first. */
  readonly risks: readonly Risk[];
  readonly risk: RiskLevel;
  /** What has to be applied before what. Empty: the order does not matter. */
  readonly order: readonly Order[];
}

export interface HostChange extends TreatmentChange {
  /** Those of risks that it meets. */
  readonly rules: readonly RiskRule[];
}

export interface TreatmentChange extends HostRef {
  readonly status: 'added' | 'removed' | 'changed';
  readonly views: readonly ViewChange[];
}

/** A port, as callers see it who are treated alike in both versions. */
export interface ViewChange {
  readonly port: number;
  readonly callers: readonly Caller[];
  readonly classes: readonly ClassChange[];
  /** How many classes of requests there are, with those that stay the same. */
  readonly total: number;
}

/** Requests that are treated differently. */
export interface ClassChange {
  /** For connections: all of them, or only those with TLS, or without. Absent for HTTP requests. */
  readonly connections?: 'all' | 'tls' | 'plain';
  readonly requests: RequestClass;
  /** One of them. */
  readonly example: Request;
  readonly before: Treatment;
  readonly after: Treatment;
  readonly aspects: readonly Aspect[];
  /** The share of these requests that ends elsewhere, 0 to 1. */
  readonly moved: number;
  readonly sources: { readonly before: readonly Source[]; readonly after: readonly Source[] };
}

export interface NamespaceChange {
  readonly namespace: string;
  readonly what: 'dataPlane' | 'mutualTls' | 'declared';
  readonly before: string;
  readonly after: string;
}

/** Something that may be different, and that nobody can tell from the manifests alone. */
export interface Uncertainty {
  readonly kind: 'regex' | 'policy' | 'combinations' | 'not-modelled' | 'rewrite' | 'unreadable' | 'access';
  readonly host?: string;
  readonly sources: readonly Source[];
}

/** How far it reaches. */
export interface Blast {
  readonly hosts: number;
  readonly allHosts: number;
  readonly classes: number;
  readonly allClasses: number;
  readonly callers: readonly Caller[];
}

export type RiskLevel = 'none' | 'low' | 'medium' | 'high';

/** Why somebody should look twice. */
export interface Risk {
  readonly rule: RiskRule;
  readonly level: RiskLevel;
  readonly hosts: readonly string[];
}

export type RiskRule =
  | 'nobody-serves'
  | 'route-removed'
  | 'host-removed'
  | 'connection-refused'
  | 'new-fault'
  | 'new-fault-elsewhere'
  | 'mtls-weakened'
  | 'mtls-strict'
  | 'access-widened'
  | 'access-narrowed'
  | 'door-opened'
  | 'door-closed'
  | 'timeout-cut'
  | 'timeout-removed'
  | 'tries-exceed-timeout'
  | 'retries-multiply'
  | 'most-moved'
  | 'some-moved'
  | 'copy-lost'
  | 'new-copies'
  | 'limits-tightened'
  | 'affinity-lost'
  | 'new-errors'
  | 'not-compared'
  | 'other';

/** Steps for objects that must not be applied all at once. */
export interface Order {
  readonly kind: 'definitions-first' | 'routes-first' | 'two-phase';
  readonly hosts: readonly string[];
}
