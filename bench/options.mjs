import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run bench -- [--quick] [--json] [--runs <number>]
  --quick   small fleets and few runs
  --json    every number, as JSON
  --runs    how often each program runs (7; 3 with --quick)`;

/** What to measure. The targets are about the largest fleet. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      runs: { type: 'string' },
    },
  });
  const { quick, json, help } = values;
  const runs = values.runs === undefined ? (quick ? 3 : 7) : Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`--runs must be a number from 1, got ${values.runs}`);
  return {
    json,
    help,
    quick,
    runs,
    memoryRuns: Math.min(runs, 3),
    loadRuns: quick ? 11 : 41,
    fleets: (quick ? [100, 1000] : [100, 1000, 5000]).flatMap((size) => [
      { size, charts: 1 },
      { size, charts: 50 },
    ]),
    /** What the smallest heap is searched to, in MB. */
    heapStep: 4,
  };
}
