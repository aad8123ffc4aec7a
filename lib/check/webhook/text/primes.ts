/** Enough to be certain about all numbers of 64 bits. */
const WITNESSES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n];

/** Whether Envoy takes it for a prime, which includes 1. */
export function isPrime(number: number): boolean {
  if (number < 4) return number > 0;
  const n = BigInt(number);
  if (WITNESSES.includes(n)) return true;
  if (WITNESSES.some((prime) => n % prime === 0n)) return false;
  let odd = n - 1n;
  let twos = 0;
  for (; odd % 2n === 0n; odd /= 2n) twos++;
  return WITNESSES.every((witness) => {
    let x = power(witness, odd, n);
    if (x === 1n) return true;
    for (let i = 0; i < twos; i++, x = (x * x) % n) if (x === n - 1n) return true;
    return false;
  });
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (
    let square = base % modulus, rest = exponent;
    rest > 0n;
    rest /= 2n, square = (square * square) % modulus
  )
    if (rest % 2n === 1n) result = (result * square) % modulus;
  return result;
}
