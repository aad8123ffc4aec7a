import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureProgram } from './child.mjs';
import { ratio, summary } from './stats.mjs';

const MADE = ['objects', 'constructs'];
const HOW = ['yaml', 'plain', 'checked'];

/** What app.synth() takes without and with checks, by what yaml.stringify takes for the same objects. */
export function measureJudged(size, runs, folder, progress) {
  return MADE.flatMap((made) => [1, 50].map((charts) => measure(made, { size, charts }, runs)));

  function measure(made, fleet, count) {
    const measured = Object.fromEntries(HOW.map((how) => [how, []]));
    for (let round = 0; round < count; round++) {
      for (let i = 0; i < HOW.length; i++) {
        const how = HOW[(round + i) % HOW.length];
        progress(`check: writing ${made}, ${fleet.charts} charts, ${how}, round ${round + 1} of ${count}`);
        const outdir = join(folder, `judged-${how}`);
        const { stdout } = measureProgram('judged', { ...fleet, words: [made, how] }, outdir);
        measured[how].push(JSON.parse(stdout));
        rmSync(outdir, { recursive: true, force: true });
      }
      const [length, ...others] = HOW.map((how) => measured[how][round].length);
      if (others.some((other) => other !== length))
        throw new Error(`all must write the same text, got ${[length, ...others].join(', ')} characters`);
    }
    const columns = (how, column) => measured[how].map((run) => run[column]);
    const over = (how, column) => ratio(columns(how, column), columns('yaml', column));
    return {
      made,
      ...fleet,
      programs: HOW.map((how) => ({
        how,
        wall: summary(columns(how, 'wall')),
        cpu: summary(columns(how, 'cpu')),
        overYaml: { wall: over(how, 'wall'), cpu: over(how, 'cpu') },
      })),
    };
  }
}
