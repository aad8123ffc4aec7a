import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, URL } from 'node:url';

export const PROGRAMS = ['mesh', 'raw', 'yaml'];

/** Where `cdk8s-mesh` means this checkout. */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const METER = new URL('meter.mjs', import.meta.url).href;

/** Runs a program of this folder in a process of its own, and says what it took. */
export function runProgram(program, { size, charts, words = [] }, outdir, ...flags) {
  const file = fileURLToPath(new URL(`programs/${program}.mjs`, import.meta.url));
  const args = [...flags, '--import', METER, file, String(size), String(charts), outdir, ...words];
  const begin = performance.now();
  const { status, stdout, stderr, output } = runNode(args);
  const wall = performance.now() - begin;
  if (status !== 0) return { failed: true, stderr: String(stderr) };
  return { wall, stdout: String(stdout), ...JSON.parse(String(output[3])) };
}

/** Like `runProgram`, for programs that have no reason to fail. */
export function measureProgram(...args) {
  const measured = runProgram(...args);
  if (measured.failed) throw new Error(`the program ${args[0]} failed:\n${measured.stderr}`);
  return measured;
}

export function runNode(args) {
  const env = { ...process.env };
  // Nothing of how we were started ourselves may change what we measure.
  delete env.NODE_OPTIONS;
  delete env.NODE_V8_COVERAGE;
  return spawnSync(process.execPath, args, {
    cwd: HERE,
    env,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
}
