import { runNode } from './child.mjs';
import { ratio, summary } from './stats.mjs';

const LIBRARIES = ['cdk8s-mesh', 'cdk8s'];

/** What `require` of the library takes in a new process: it loads cdk8s as well, which a program has anyway. */
export function measureLoad({ loadRuns }, progress) {
  const runs = Object.fromEntries(LIBRARIES.map((library) => [library, []]));
  for (let run = 0; run < loadRuns; run++) {
    if (run % 10 === 0) progress(`loading, ${run + 1} of ${loadRuns}`);
    for (const library of LIBRARIES) runs[library].push(load(library));
  }
  const times = LIBRARIES.map((library) => runs[library].map(({ time }) => time));
  return {
    libraries: Object.fromEntries(
      LIBRARIES.map((library, i) => [
        library,
        {
          time: summary(times[i]),
          modules: runs[library][0].modules,
          heap: summary(runs[library].map(({ heap }) => heap)),
        },
      ]),
    ),
    ratio: ratio(...times),
  };
}

function load(library) {
  const program = `
    const before = process.memoryUsage().heapUsed;
    const begin = performance.now();
    require(${JSON.stringify(library)});
    const time = performance.now() - begin;
    gc();
    const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    console.log(JSON.stringify({ time, heap, modules: Object.keys(require.cache).length }));`;
  const { status, stdout, stderr } = runNode(['--expose-gc', '-e', program]);
  if (status !== 0) throw new Error(`loading ${library} failed:\n${stderr}`);
  return JSON.parse(String(stdout));
}
