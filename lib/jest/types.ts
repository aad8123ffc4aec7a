import type { Transport } from '../simulate/decision';
import type { Request } from '../simulate/request';
import type { AbortStatus } from './matchers/to-abort';
import type { AnswerOptions } from './matchers/to-answer';
import type { FaultOptions } from './matchers/to-delay';
import type { Ejection } from './matchers/to-eject';
import type { Headers } from './matchers/headers';
import type { ExpectedFinding } from './matchers/to-have-finding';
import type { Limits } from './matchers/to-limit';
import type { PassOptions } from './matchers/to-pass-mesh-checks';
import type { RedirectOptions } from './matchers/to-redirect';
import type { RetryOptions } from './matchers/to-retry';
import type { Rewritten } from './matchers/to-rewrite';
import type { StickTo } from './matchers/to-stick';
import type { Shares } from './receivers/shares';
import type { DurationLike } from './subject/duration';
import type { Expected } from './subject/misuse';

/**
 * Promises about a request, asked of an App, a Chart, YAML text, a folder, or a list of these, or of a `Simulator`.
 * @typeParam R what jest's own matchers return
 */
export interface MeshMatchers<R> {
  /**
   * Who gets the request, in percent of all such requests, everybody included: `{ 'reviews v1': 90, 'reviews v2': 10 }`.
   * What the mesh answers itself is a status (`{ 'reviews v1': 50, 503: 50 }`), and so is what the receiver does not
   * let in. Shares are compared to two decimals.
   */
  toRoute(request: Request, shares: Shares): R;
  /** Whether the receiver gets such a request at all, or some of them. */
  toReach(request: Request, receiver: string): R;
  /**
   * Who gets copies, and of how many percent of the requests.
   * @param shares default: anybody
   */
  toMirror(request: Request, shares?: Shares): R;
  /** The mesh answers itself with this status, by fault, redirect, policy, or since there is nobody. */
  toAnswer(request: Request, status: Expected<number>, options?: AnswerOptions): R;
  /**
   * The mesh redirects all such requests.
   * @param location default: anywhere
   */
  toRedirect(request: Request, location?: Expected<string>, options?: RedirectOptions): R;
  /**
   * The receiver's policies do not let the request in.
   * @param status 401 or 403. Default: any, or that the connection is closed
   */
  toBeDenied(request: Request, status?: number): R;
  /** The connection is closed, or never made. */
  toClose(request: Request): R;
  /**
   * A delay is injected.
   * @param duration default: any
   */
  toDelay(request: Request, duration?: DurationLike, options?: FaultOptions): R;
  /**
   * An error is injected.
   * @param status an HTTP status, or the name of a gRPC status. Default: any
   */
  toAbort(request: Request, status?: AbortStatus, options?: FaultOptions): R;
  /**
   * The whole answer has to be there in time, all tries together.
   * @param after default: any timeout
   */
  toTimeOut(request: Request, after?: DurationLike): R;
  /**
   * What fails is tried again, also where nobody asked for it (Istio does that twice).
   * @param attempts after the first try. Default: any
   */
  toRetry(request: Request, attempts?: number, options?: RetryOptions): R;
  /**
   * The receiver sees another path or host than was sent.
   * @param rewritten default: any
   */
  toRewrite(request: Request, rewritten?: Rewritten): R;
  /** All receivers get these headers of the request; `undefined` for one that they must not get. */
  toSendHeaders(request: Request, headers: Headers): R;
  /** The mesh puts these headers into all answers. */
  toReturnHeaders(request: Request, headers: Headers): R;
  /**
   * Requests that have this in common reach the same endpoint, as long as it is there.
   * @param to default: anything
   */
  toStick(request: Request, to?: StickTo): R;
  /**
   * The caller's proxy has these limits for all receivers.
   * @param limits default: any
   */
  toLimit(request: Request, limits?: Limits): R;
  /**
   * Endpoints that fail are left out for a while.
   * @param ejection default: however
   */
  toEject(request: Request, ejection?: Ejection): R;
  /** How all receivers are spoken to. `per-endpoint`: the mesh's TLS wherever there is a sidecar. */
  toSpeak(request: Request, transport: Transport['kind']): R;
  /** The checks find nothing wrong: what the API server, Istio's webhook, its analyzers and Kiali would say. */
  toPassMeshChecks(options?: PassOptions): R;
  /**
   * The checks have a finding of this rule.
   * @param rule its id, or what another tool calls it: `IST0101`
   * @param finding default: any
   */
  toHaveFinding(rule: string, finding?: ExpectedFinding): R;
  /**
   * All that can happen to traffic is as in the snapshot, which is a review in plain text.
   * @param hint tells several snapshots of a test apart
   */
  toMatchPolicyReview(hint?: string): R;
}

// For `expect` as a global, by @types/jest. The parameters have to be written as they are there.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- it is theirs
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- it adds to theirs
    interface Matchers<R, T = {}> extends MeshMatchers<R> {}
  }
}

// For `expect` of @jest/globals. Whoever has not installed that has not got this module either.
// eslint-disable-next-line @typescript-eslint/ban-ts-comment -- an error elsewhere only
/** @ts-ignore */
declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- it adds to theirs
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MeshMatchers<R> {}
}
