import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run bench -- [synth] [simulate] [reviews] [check] [--quick] [--json] [--runs <number>]
  synth     what writing manifests costs, simulate: what deciding requests costs, reviews: what reviews of a
            mesh cost, check: what checking manifests costs; all of them if none is named
  --quick   small fleets and few runs
  --json    every number, as JSON
  --runs    how often each program runs (7; 3 with --quick)`;

const PARTS = ['synth', 'simulate', 'reviews', 'check'];

/** What to measure. The targets are about the largest fleet. */
export function readOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
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
  const unknown = positionals.find((part) => !PARTS.includes(part));
  if (unknown) throw new Error(`a part must be ${PARTS.join(' or ')}, got ${unknown}`);
  return {
    parts: positionals.length > 0 ? positionals : PARTS,
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
    /** For the simulator. Every service has three documents, so that 3,350 of them have 10,000. */
    meshes: quick ? [100, 500] : [200, 1000, 5000],
    asked: quick ? 350 : 3350,
    /** Hosts of the meshes that are reviewed. */
    reviewed: quick ? [200, 1000] : [200, 1000, 5000],
    /** Services of the fleets that are checked, and how many mistakes the largest has in a run of its own. */
    checked: quick ? [200, 1000] : [1000, 5000],
    findings: quick ? 500 : 2000,
    /** What the smallest heap is searched to, in MB. */
    heapStep: 4,
  };
}
