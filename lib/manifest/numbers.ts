const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[1-9][0-9]*|0)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const MAX = 2n ** 64n - 1n;
const MIN = -(2n ** 63n);

/** The whole number that Kubernetes reads in a plain scalar: with octals, and underlines anywhere. */
export function wholeNumber(source: string): number | undefined {
  const plain = withoutUnderlines(source);
  if (!INTEGER.test(plain)) return undefined;
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '').replace(/^0(?=[0-7])/, '0o');
  const value = sign * Number(digits);
  return Number.isSafeInteger(value) || isIn64Bits(sign, digits) ? value || 0 : undefined;
}

function isIn64Bits(sign: number, digits: string): boolean {
  const value = BigInt(sign) * BigInt(digits);
  return value >= MIN && value <= MAX;
}

/** The number with a point or an exponent; what is too big for 64 bits, or only looks octal, is one as well. */
export function floatNumber(source: string): number | undefined {
  const plain = withoutUnderlines(source);
  if (!FLOAT.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

function withoutUnderlines(source: string): string {
  return source.includes('_') ? source.replace(/_/g, '') : source;
}
