// Numbers as istiod's JSON decoder takes them: a number, or a text that holds one.

const INTEGER = /^-?(0|[1-9]\d*)$/;
const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;
const SPECIAL = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

interface Range {
  readonly min: bigint;
  readonly max: bigint;
}

export const RANGES = {
  int: { min: -(2n ** 31n), max: 2n ** 31n - 1n },
  uint: { min: 0n, max: 2n ** 32n - 1n },
  uint64: { min: 0n, max: 2n ** 64n - 1n },
} satisfies Record<string, Range>;

/** The integer, or nothing if it is none or out of range. */
export function readInteger(value: unknown, { min, max }: Range): number | undefined {
  const text = numberText(value);
  if (text === 'null') return 0;
  if (text === undefined || text.length > 40 || !INTEGER.test(text)) return undefined;
  if (min === 0n && text.startsWith('-')) return undefined; // not even -0
  const integer = BigInt(text);
  return integer < min || integer > max ? undefined : Number(integer);
}

export function readDecimal(value: unknown): number | undefined {
  if (typeof value === 'string' && SPECIAL.has(value)) return SPECIAL.get(value);
  const text = numberText(value);
  if (text === 'null') return 0;
  if (text === undefined || !DECIMAL.test(text)) return undefined;
  const decimal = Number(text);
  return Number.isFinite(decimal) ? decimal : undefined;
}

/** How JSON writes the number. */
function numberText(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number') return JSON.stringify(value);
  return typeof value === 'string' ? value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : undefined;
}
