import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureProgram } from './child.mjs';
import { ratio, summary } from './stats.mjs';

const CHARTS = 50;

/** What the simulator costs: in one process with meshes of several sizes, and as a process beside printing. */
export function measureSimulator({ meshes, asked, runs }, folder, progress) {
  const sizes = meshes.map((size) => {
    const measured = Array.from({ length: Math.min(runs, 3) }, (_, i) => {
      progress(`simulate: ${size} services, run ${i + 1}`);
      const { stdout, rss } = measureProgram('decide', { size, charts: CHARTS }, folder, '--expose-gc');
      return { ...JSON.parse(stdout), rss };
    });
    const columns = Object.keys(measured[0]);
    return {
      size,
      ...Object.fromEntries(columns.map((key) => [key, summary(measured.map((run) => run[key]))])),
    };
  });
  const processes = wholeProcesses({ size: asked, charts: CHARTS }, runs, join(folder, 'asked'), progress);
  return { sizes, processes, targets: judge(sizes, processes) };
}

/** One after the other, so that both see the same machine. */
function wholeProcesses(fleet, runs, outdir, progress) {
  const print = [];
  const ask = [];
  for (let i = 0; i < runs; i++) {
    progress(`simulate: whole processes, run ${i + 1} of ${runs}`);
    print.push(measureProgram('print', fleet, outdir));
    ask.push(measureProgram('ask', fleet, outdir));
    rmSync(outdir, { recursive: true });
  }
  const column = (list, key) => list.map((run) => run[key]);
  const of = (list) => ({
    wall: summary(column(list, 'wall')),
    cpu: summary(column(list, 'cpu')),
    rss: summary(column(list, 'rss')),
  });
  return {
    documents: fleet.size * 3 + fleet.charts,
    print: of(print),
    ask: of(ask),
    askOverPrint: {
      wall: ratio(column(ask, 'wall'), column(print, 'wall')),
      cpu: ratio(column(ask, 'cpu'), column(print, 'cpu')),
    },
  };
}

function judge(sizes, { documents, askOverPrint }) {
  const least = sizes[0];
  const most = sizes.at(-1);
  const atLeast = (what, target, got) => ({ what, target: `≥ ${target}`, got, reached: got >= target });
  const atMost = (what, target, got) => ({ what, target: `≤ ${target}`, got, reached: got <= target });
  return [
    atLeast(`decisions a second, ${most.size} services`, 100_000, most.off.median),
    atMost('off / on: what explanations cost', 3, most.off.median / most.on.median),
    atMost(
      `time of a decision, ${most.size} / ${least.size} services`,
      1.5,
      least.off.median / most.off.median,
    ),
    atMost(`ask / print, time, ${documents} documents`, 1.2, askOverPrint.wall.median),
  ];
}
