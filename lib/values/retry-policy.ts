import type { Duration } from 'cdk8s';
import type { Retries } from '../model/contribution';
import { checkInteger, fail } from './check';
import { POSITIVE, milliseconds } from './duration';

/**
 * What makes a proxy try again.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
export enum RetryOn {
  /** No connection to the endpoint. */
  CONNECT_FAILURE = 'connect-failure',
  /** The endpoint refused the stream, and so did not work on it. */
  REFUSED_STREAM = 'refused-stream',
  /** The connection broke, or no answer came within the time for one try. */
  RESET = 'reset',
  /** The connection broke before the request was sent. */
  RESET_BEFORE_REQUEST = 'reset-before-request',
  /** Any answer from 500 to 599, and no answer at all. */
  SERVER_ERROR = '5xx',
  /** An answer of 502, 503 or 504. */
  GATEWAY_ERROR = 'gateway-error',
  /** An answer of 409. */
  RETRIABLE_4XX = 'retriable-4xx',
  /** The gRPC status CANCELLED, in the headers of the answer. */
  GRPC_CANCELLED = 'cancelled',
  /** The gRPC status DEADLINE_EXCEEDED, in the headers of the answer. */
  GRPC_DEADLINE_EXCEEDED = 'deadline-exceeded',
  /** The gRPC status INTERNAL, in the headers of the answer. */
  GRPC_INTERNAL = 'internal',
  /** The gRPC status RESOURCE_EXHAUSTED, in the headers of the answer. */
  GRPC_RESOURCE_EXHAUSTED = 'resource-exhausted',
  /** The gRPC status UNAVAILABLE, in the headers of the answer. */
  GRPC_UNAVAILABLE = 'unavailable',
}

/** How often, when and how fast a proxy tries again. */
export interface RetryOptions {
  /**
   * How long one try may take.
   * @default - as long as the timeout of the request allows
   */
  readonly perTryTimeout?: Duration;
  /**
   * The wait before the second try; it doubles from there.
   * @default - 25 ms, at most 250 ms
   */
  readonly backoff?: Duration;
  /**
   * What makes the proxy try again.
   * @default - connection failures and refused streams, gRPC's UNAVAILABLE and CANCELLED, but no HTTP status
   */
  readonly on?: RetryOn[];
  /**
   * HTTP statuses that make the proxy try again, from 400 to 599.
   * @default - none
   */
  readonly statusCodes?: number[];
}

/**
 * How a caller's proxy repeats requests that failed. Where nothing is said, Istio tries twice more on connection
 * failures; `RetryPolicy.none()` turns that off.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export class RetryPolicy {
  /** No retries at all, not even those that Istio makes unasked. */
  public static none(): RetryPolicy {
    return new RetryPolicy({ kind: 'retries', attempts: 0, on: [], statusCodes: [] });
  }

  /**
   * Tries again.
   * @param retries after the first try, from 1 to 100
   */
  public static attempts(retries: number, options: RetryOptions = {}): RetryPolicy {
    checkInteger('retries', retries, 1, 100, 'use RetryPolicy.none() to turn them off');
    for (const cause of options.on ?? []) {
      if (!Object.values(RetryOn).includes(cause))
        fail('a cause of retries', 'one of RetryOn', cause, 'use RetryOn');
    }
    for (const code of options.statusCodes ?? []) {
      checkInteger('a status to retry on', code, 400, 599, 'retry errors only');
    }
    const time = (thing: string, duration?: Duration) => duration && milliseconds(thing, duration, POSITIVE);
    return new RetryPolicy({
      kind: 'retries',
      attempts: retries,
      perTryMilliseconds: time('the time for one try', options.perTryTimeout),
      backoffMilliseconds: time('the wait between tries', options.backoff),
      on: [...new Set(options.on)].sort(),
      statusCodes: [...new Set(options.statusCodes)].sort((a, b) => a - b),
    });
  }

  /** @internal */
  public readonly _retries: Retries;

  private constructor(retries: Retries) {
    this._retries = Object.freeze(retries);
    Object.freeze(this);
  }
}
