import type { Duration } from 'cdk8s';
import { fail } from './check';

/** @internal */
export interface DurationLimits {
  readonly min: number;
  readonly max: number;
  /** The limits in words. */
  readonly words: string;
}

const HOUR = 3_600_000;

/** What both dialects can write: whole milliseconds, and the Gateway API at most five digits of hours. */
export const POSITIVE: DurationLimits = { min: 1, max: 99_999 * HOUR, words: 'at least 1 ms' };
export const NOT_NEGATIVE: DurationLimits = { min: 0, max: 99_999 * HOUR, words: 'at least 0 ms' };

/** A duration in whole milliseconds. */
export function milliseconds(thing: string, duration: Duration, limits: DurationLimits): number {
  const ms = duration.toMilliseconds({ integral: false });
  if (!Number.isInteger(ms) || ms < limits.min || ms > limits.max) {
    fail(
      thing,
      `a whole number of milliseconds, ${limits.words}`,
      `${ms} ms`,
      'use Duration.millis() or longer units',
    );
  }
  return ms;
}
