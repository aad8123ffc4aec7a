/** What work costs this process, in milliseconds of CPU: other processes on the machine do not count. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Below this nothing can be told from the noise of compiling and collecting. */
const NOISE = 30;

/**
 * How many times more work costs at four times the size: 4 if it grows in proportion, 16 if with the square. The least of
 * three tries, as chance only ever adds.
 */
export function growth(size: number, work: (size: number) => void): number {
  work(size); // compiled once
  const least = (at: number): number => Math.min(...[1, 2, 3].map(() => cpuTime(() => work(at))));
  return (least(4 * size) + NOISE) / (least(size) + NOISE);
}

/** Between growth in proportion and with the square, far from both. */
export const IN_PROPORTION = 9;
