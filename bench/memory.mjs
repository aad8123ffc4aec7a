import { join } from 'node:path';
import { measureProgram, runProgram } from './child.mjs';
import { ratio, summary } from './stats.mjs';

const PROGRAMS = ['mesh', 'raw'];

/** The heap at its fullest, and the smallest heap that is enough. */
export function measureMemory({ fleets, memoryRuns, heapStep }, folder, progress) {
  const fleet = fleets.findLast(({ charts }) => charts === 1);
  const peaks = { mesh: [], raw: [] };
  for (let run = 0; run < memoryRuns; run++) {
    for (const program of PROGRAMS) {
      progress(`heap of ${program}, ${run + 1} of ${memoryRuns}`);
      peaks[program].push(peakHeap(measureProgram(program, fleet, join(folder, program), '--trace-gc')));
    }
  }
  const smallest = Object.fromEntries(
    PROGRAMS.map((program) => [program, smallestHeap(program, fleet, folder, heapStep, progress)]),
  );
  return {
    ...fleet,
    peak: { mesh: summary(peaks.mesh), raw: summary(peaks.raw), ratio: ratio(peaks.mesh, peaks.raw) },
    smallest: { ...smallest, ratio: smallest.mesh / smallest.raw },
  };
}

/**
 * Between two collections the heap only grows, so it is fullest right before one of them, which V8 tells with
 * --trace-gc (`Scavenge 23.4 (29.0) -> 20.1 (30.5) MB`), or at the end.
 */
function peakHeap({ stdout, heapUsed }) {
  const before = [...stdout.matchAll(/ ms: [A-Z][^0-9]* ([0-9.]+) \([0-9.]+\) -> /g)].map(([, used]) =>
    Number(used),
  );
  return Math.max(heapUsed, ...before);
}

/** What the heap holds at its fullest is in part garbage that nobody had to collect yet. This is what is needed. */
function smallestHeap(program, fleet, folder, step, progress) {
  const suffices = (megabytes) => {
    progress(`whether a heap of ${megabytes} MB is enough for ${program}`);
    const { failed, stderr } = runProgram(
      program,
      fleet,
      join(folder, program),
      `--max-old-space-size=${megabytes}`,
    );
    if (failed && !stderr.includes('out of memory'))
      throw new Error(`the program ${program} failed:\n${stderr}`);
    return !failed;
  };
  let enough = 16 * step;
  while (!suffices(enough)) enough *= 2;
  let tooSmall = enough === 16 * step ? 0 : enough / 2;
  while (enough - tooSmall > step) {
    const middle = (enough + tooSmall) / 2;
    if (suffices(middle)) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}
