import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureProgram, PROGRAMS } from './child.mjs';
import { checkSame } from './same.mjs';
import { ratio, summary } from './stats.mjs';

/**
 * Whole processes, round by round: every program with every fleet, so that what is divided by each other has run at
 * about the same time. The order turns with each round, so that no program always has the better place.
 */
export function measureTime({ fleets, runs }, folder, progress) {
  const measured = new Map(fleets.map((fleet) => [fleet, { mesh: [], raw: [], yaml: [] }]));
  for (let round = 0; round < runs; round++) {
    for (const [fleet, byProgram] of measured) {
      for (let i = 0; i < PROGRAMS.length; i++) {
        const program = PROGRAMS[(round + i) % PROGRAMS.length];
        progress(`round ${round + 1} of ${runs}: ${program}, ${fleet.size} services, ${fleet.charts} charts`);
        byProgram[program].push(measureProgram(program, fleet, join(folder, program)));
      }
      const outdirs = PROGRAMS.map((program) => join(folder, program));
      checkSame(outdirs);
      for (const outdir of outdirs) rmSync(outdir, { recursive: true });
    }
  }
  return [...measured].map(([fleet, byProgram]) => resultOf(fleet, byProgram, measured));
}

function resultOf(fleet, byProgram, measured) {
  const base = [...measured].find(
    ([{ size, charts }]) => size === fleet.size / 5 && charts === fleet.charts,
  )?.[1];
  const columnOf = (program, column) => byProgram[program].map((run) => run[column]);
  const over = (other, column) => ratio(columnOf('mesh', column), columnOf(other, column));
  return {
    ...fleet,
    programs: Object.fromEntries(
      PROGRAMS.map((program) => [
        program,
        {
          wall: summary(columnOf(program, 'wall')),
          cpu: summary(columnOf(program, 'cpu')),
          rss: summary(columnOf(program, 'rss')),
          ...(base && {
            growth: ratio(
              columnOf(program, 'wall'),
              base[program].map(({ wall }) => wall),
            ),
          }),
        },
      ]),
    ),
    meshOverRaw: { wall: over('raw', 'wall'), cpu: over('raw', 'cpu'), rss: over('raw', 'rss') },
    meshOverYaml: { wall: over('yaml', 'wall'), cpu: over('yaml', 'cpu'), rss: over('yaml', 'rss') },
  };
}
