import { CelError } from './error';

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
const MAX = 2n ** 63n;

/**
 * The nanoseconds in `1h30m`, `-1.5s` or `0`, as Go reads them.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function parseDuration(source: string): bigint {
  const isNegative = source.startsWith('-');
  const start = isNegative || source.startsWith('+') ? 1 : 0;
  if (source.slice(start) === '0') return 0n;
  let total = 0n;
  PART.lastIndex = start;
  do {
    const from = PART.lastIndex;
    const part = PART.exec(source);
    if (!part || (!part[1] && !part[2])) throw invalid(source);
    const unit = NANOSECONDS.get(part[3]!)!;
    total += BigInt(digits(part[1], from)) * unit;
    if (part[2]) total += (BigInt(part[2].slice(0, 18)) * unit) / 10n ** BigInt(Math.min(part[2].length, 18));
    if (total > MAX || (total === MAX && !isNegative)) throw invalid(source);
  } while (PART.lastIndex < source.length);
  return isNegative ? -total : total;

  function digits(whole: string | undefined, from: number): string {
    // More digits than any duration has: no need to make a number of them.
    if (whole && whole.replace(/^0+/, '').length > 19) throw invalid(source.slice(from));
    return whole || '0';
  }
}

function invalid(source: string): CelError {
  return new CelError(`invalid duration ${JSON.stringify(source.slice(0, 100))}`);
}
