import type { Expected } from '../subject/misuse';
import type { DurationLike } from '../subject/duration';
import { matcher } from '../matcher';
import { compareLimits } from './limits';

/** Limits of one caller's proxy for all endpoints together; those that are named are compared. */
export interface Limits {
  readonly maxConnections?: Expected<number>;
  readonly maxPendingRequests?: Expected<number>;
  readonly maxRequests?: Expected<number>;
  readonly maxRetries?: Expected<number>;
  readonly maxRequestsPerConnection?: Expected<number>;
  readonly connectTimeout?: DurationLike;
}

export const toLimit = matcher(
  { name: 'toLimit', arguments: 'limits', hides: ['security', 'fault', 'endpoints'] },
  (asked, limits?: Limits) =>
    compareLimits(
      asked,
      'the limits',
      limits,
      {
        maxConnections: 'number',
        maxPendingRequests: 'number',
        maxRequests: 'number',
        maxRetries: 'number',
        maxRequestsPerConnection: 'number',
        connectTimeout: 'duration',
      },
      ({ circuitBreaker }) => circuitBreaker,
    ),
);
