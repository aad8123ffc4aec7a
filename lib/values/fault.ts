import type { Duration } from 'cdk8s';
import type { Abort, Delay } from '../model/contribution';
import { checkInteger, fail } from './check';
import { POSITIVE, milliseconds } from './duration';
import type { Percent } from './percent';

/**
 * The status codes of gRPC.
 * @see https://grpc.io/docs/guides/status-codes/
 */
export enum GrpcStatus {
  CANCELLED = 'CANCELLED',
  UNKNOWN = 'UNKNOWN',
  INVALID_ARGUMENT = 'INVALID_ARGUMENT',
  DEADLINE_EXCEEDED = 'DEADLINE_EXCEEDED',
  NOT_FOUND = 'NOT_FOUND',
  ALREADY_EXISTS = 'ALREADY_EXISTS',
  PERMISSION_DENIED = 'PERMISSION_DENIED',
  RESOURCE_EXHAUSTED = 'RESOURCE_EXHAUSTED',
  FAILED_PRECONDITION = 'FAILED_PRECONDITION',
  ABORTED = 'ABORTED',
  OUT_OF_RANGE = 'OUT_OF_RANGE',
  UNIMPLEMENTED = 'UNIMPLEMENTED',
  INTERNAL = 'INTERNAL',
  UNAVAILABLE = 'UNAVAILABLE',
  DATA_LOSS = 'DATA_LOSS',
  UNAUTHENTICATED = 'UNAUTHENTICATED',
}

/**
 * A failure that the caller's proxy makes up, before the request leaves it. Delay and abort are drawn independently,
 * each with its own share. The timeout of the route does not cut a delay short, and an abort is not retried.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection
 */
export class Fault {
  /**
   * Holds requests back before they are sent on.
   * @param duration at least 1 ms
   * @param share of the requests; 0 % is written and means none
   */
  public static delay(duration: Duration, share: Percent): Fault {
    const ms = milliseconds('the delay of a fault', duration, POSITIVE);
    return new Fault({ kind: 'delay', milliseconds: ms, share: share._millionths }, undefined);
  }

  /**
   * Answers requests with an error instead of sending them on.
   * @param httpStatus from 200 to 599
   * @param share of the requests; 0 % is written and means none
   */
  public static abort(httpStatus: number, share: Percent): Fault {
    const code = checkInteger('the status of an abort', httpStatus, 200, 599, 'use a status that HTTP knows');
    return new Fault(undefined, { kind: 'abort', httpStatus: code, share: share._millionths });
  }

  /**
   * Answers gRPC calls with an error. The HTTP status of such an answer is 200.
   * @param status the status of gRPC
   * @param share of the calls; 0 % is written and means none
   */
  public static abortGrpc(status: GrpcStatus, share: Percent): Fault {
    if (!Object.values(GrpcStatus).includes(status))
      fail('the status of an abort', 'one of gRPC', status, 'use GrpcStatus');
    return new Fault(undefined, { kind: 'abort', grpcStatus: status, share: share._millionths });
  }

  /** @internal */
  public readonly _delay: Delay | undefined;

  /** @internal */
  public readonly _abort: Abort | undefined;

  private constructor(delay: Delay | undefined, abort: Abort | undefined) {
    this._delay = delay;
    this._abort = abort;
    Object.freeze(this);
  }

  /**
   * Both faults, first the delay.
   * @throws an error if both delay or both abort
   */
  public and(other: Fault): Fault {
    if ((this._delay && other._delay) || (this._abort && other._abort)) {
      fail(
        'a fault',
        'one delay and one abort',
        this._delay ? 'two delays' : 'two aborts',
        'use two constructs with different matches',
      );
    }
    return new Fault(this._delay ?? other._delay, this._abort ?? other._abort);
  }
}
