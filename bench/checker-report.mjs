import { number, span, table } from './report.mjs';

/** The results as text, in tables that Markdown understands. */
export function checkerReport({ machine, runs, checker }) {
  const { sizes, broken, start, judged, missing, targets } = checker;
  return [
    `${machine}; medians of ${runs} runs (least to most)`,
    table(
      ['services', 'objects', 'program', 'time s', 'CPU s', 'RSS MB', 'check / it, time', 'check / it, CPU'],
      [...sizes, broken].flatMap(({ size, objects, findings, programs }) =>
        programs.map(({ name, wall, cpu, rss, checkOver }) => [
          size,
          objects,
          findings === undefined ? name : `${name}, with ${findings} mistakes`,
          span(wall, 1000, 2),
          number(cpu.median / 1000, 2),
          rss ? number(rss.median, 0) : '',
          name === 'check' ? '' : span(checkOver.wall, 1, 2),
          name === 'check' ? '' : number(checkOver.cpu.median, 2),
        ]),
      ),
    ),
    ...(missing.length > 0 ? [missing.map((line) => `- ${line}`).join('\n')] : []),
    `One small file: ${span(start.check, 1, 0)} ms, of which Node alone takes ${span(start.nothing, 1, 0)} ms.`,
    table(
      ['app of', 'charts', 'program', 'time s', 'CPU s', 'it / yaml, time', 'it / yaml, CPU'],
      judged.flatMap(({ made, charts, programs }) =>
        programs.map(({ how, wall, cpu, overYaml }) => [
          made,
          charts,
          NAMES[how],
          span(wall, 1000, 2),
          number(cpu.median / 1000, 2),
          how === 'yaml' ? '' : span(overYaml.wall, 1, 2),
          how === 'yaml' ? '' : number(overYaml.cpu.median, 2),
        ]),
      ),
    ),
    table(
      ['target', 'wanted', 'got', 'reached'],
      targets.map(({ what, target, got, reached }) => [what, target, number(got, 2), reached ? 'yes' : 'NO']),
    ),
  ].join('\n\n');
}

const NAMES = { yaml: 'yaml.stringify', plain: 'app.synth()', checked: 'app.synth() with checks' };
