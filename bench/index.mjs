// Measures what this library costs: writing manifests above cdk8s alone, deciding requests, reviews, and checking
// manifests. See README.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureChecker } from './checker.mjs';
import { checkerReport } from './checker-report.mjs';
import { measureLoad } from './load.mjs';
import { measureMemory } from './memory.mjs';
import { readOptions, USAGE } from './options.mjs';
import { report } from './report.mjs';
import { measureReviews } from './reviews.mjs';
import { reviewsReport } from './reviews-report.mjs';
import { measureSimulator } from './simulator.mjs';
import { simulatorReport } from './simulator-report.mjs';
import { judge } from './targets.mjs';
import { measureTime } from './time.mjs';

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(USAGE);
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const synth = options.parts.includes('synth') && measureSynth();
const simulate = options.parts.includes('simulate') && measureSimulator(options, folder, progress);
const reviews = options.parts.includes('reviews') && measureReviews(options, folder, progress);
const checker = options.parts.includes('check') && measureChecker(options, folder, progress);
progress('');

const results = {
  machine: machine(),
  runs: options.runs,
  ...synth,
  ...(simulate && { simulate }),
  ...(reviews && { reviews }),
  ...(checker && { checker }),
};
const texts = [
  ...(synth ? [report(results)] : []),
  ...(simulate ? [simulatorReport(results)] : []),
  ...(reviews ? [reviewsReport(results)] : []),
  ...(checker ? [checkerReport(results)] : []),
];
console.log(options.json ? JSON.stringify(results, undefined, 2) : texts.join('\n\n'));

function measureSynth() {
  const load = measureLoad(options, progress);
  const times = measureTime(options, folder, progress);
  const memory = measureMemory(options, folder, progress);
  return { times, memory, load, targets: judge(times, memory) };
}

/** One line that is written over, for somebody who waits. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function machine() {
  const [cpu, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpu.model.trim()}, ${others.length + 1} cores, ${memory} GB, ${process.platform}, Node ${process.version}`;
}
