import type { Path } from '../../../manifest/position';
import { set, type Edit } from '../../edit';
import { MILLISECOND } from '../proto/durations';

/** A duration as people write it. */
export function showDuration(nanoseconds: bigint): string {
  return nanoseconds % MILLISECOND === 0n ? `${nanoseconds / MILLISECOND}ms` : `${nanoseconds}ns`;
}

/** Writes a value as the allowed one that it is in another case. */
export function inOtherCase(path: Path, value: string, allowed: readonly string[]): readonly Edit[] {
  const meant = allowed.filter((one) => one.toLowerCase() === value.toLowerCase());
  return meant.length === 1 ? [set(path, meant[0]!)] : [];
}
