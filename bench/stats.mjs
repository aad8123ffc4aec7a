/** The middle one, which noise moves least, and the ends. */
export function summary(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}

/** Of pairs of runs that were made one right after the other, so that both saw the same machine. */
export function ratio(numerators, denominators) {
  return summary(numerators.map((number, i) => number / denominators[i]));
}
