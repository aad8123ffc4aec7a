import { isAsymmetric, type Expected } from '../subject/misuse';

/**
 * Percent that differ by less are the same: a third may be written 33.33, and 0.1 + 0.2 is 0.3.
 * Weights are whole numbers, so that shares that differ on purpose differ by more, unless they are tiny.
 */
const TOLERANCE = 0.005;

/** Whether so much of all requests, as a fraction, is so much percent. */
export function isShare(expected: Expected<number>, fraction: number): boolean {
  const percent = percentOf(fraction);
  if (isAsymmetric(expected)) return expected.asymmetricMatch(percent);
  // Something is never nothing, however little it is.
  if (expected === 0 || percent === 0) return expected === percent;
  return Math.abs(expected - percent) <= Math.min(TOLERANCE, expected / 100);
}

/** Without the dust of floating point. */
export function percentOf(fraction: number): number {
  return Number((fraction * 100).toPrecision(12));
}

/** `12.5 %` of a fraction. */
export function showShare(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(4))} %`;
}

/** `12.5 %` of an expectation. */
export function showExpectedShare(expected: Expected<number>): string {
  return isAsymmetric(expected) ? `${expected.toString()} %` : `${Number(expected.toPrecision(4))} %`;
}
