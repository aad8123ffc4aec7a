import { MILLISECOND } from '../proto/durations';

/** A duration as people write it. */
export function showDuration(nanoseconds: bigint): string {
  return nanoseconds % MILLISECOND === 0n ? `${nanoseconds / MILLISECOND}ms` : `${nanoseconds}ns`;
}
