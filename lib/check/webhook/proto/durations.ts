const UNITS = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n], // micro sign
  ['μs', 1_000n], // Greek mu
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

export const MILLISECOND = 1_000_000n;
export const SECOND = 1_000_000_000n;
const MAX = 2n ** 63n;
/** Where Go itself stops to count digits of a fraction. */
const FRACTION_DIGITS = 18;

/** A duration as Go reads it, such as `1h30m` or `-1.5s`, in nanoseconds; nothing if it is none. */
export function parseDuration(text: string): bigint | undefined {
  if (text.length > 1000) return undefined;
  const [, sign, rest = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0n;
  const parts = /(\d*)(?:\.(\d*))?([^\d.]+)/gy;
  let total = 0n;
  let end = 0;
  while (end < rest.length) {
    const part = parts.exec(rest);
    if (!part) return undefined;
    const [, whole = '', fraction = '', name = ''] = part;
    const unit = UNITS.get(name);
    if (unit === undefined || (whole === '' && fraction === '')) return undefined;
    const digits = fraction.slice(0, FRACTION_DIGITS);
    total += BigInt(whole) * unit + (BigInt(digits) * unit) / 10n ** BigInt(digits.length);
    if (total > MAX) return undefined;
    end = parts.lastIndex;
  }
  if (rest === '' || (sign !== '-' && total === MAX)) return undefined;
  return sign === '-' ? -total : total;
}
