import { PROGRAMS } from './child.mjs';

/** The results as text, in tables that Markdown understands. */
export function report({ machine, runs, times, memory, load, targets }) {
  return [
    `${machine}; medians of ${runs} runs (least to most)`,
    table(
      [
        'services',
        'charts',
        'program',
        'time s',
        'CPU s',
        'RSS MB',
        'mesh / it, time',
        'mesh / it, CPU',
        '× a fifth',
      ],
      times.flatMap(({ size, charts, programs, meshOverRaw, meshOverYaml }) =>
        PROGRAMS.map((program) => {
          const { wall, cpu, rss, growth } = programs[program];
          const over = { raw: meshOverRaw, yaml: meshOverYaml }[program];
          return [
            size,
            charts,
            program,
            span(wall, 1000, 2),
            number(cpu.median / 1000, 2),
            number(rss.median, 0),
            over ? span(over.wall, 1, 2) : '',
            over ? number(over.cpu.median, 2) : '',
            growth ? span(growth, 1, 1) : '',
          ];
        }),
      ),
    ),
    table(
      ['heap MB', 'mesh', 'raw', 'ratio'],
      [
        [
          'at its fullest',
          span(memory.peak.mesh, 1, 0),
          span(memory.peak.raw, 1, 0),
          span(memory.peak.ratio, 1, 2),
        ],
        [
          'smallest that is enough',
          memory.smallest.mesh,
          memory.smallest.raw,
          number(memory.smallest.ratio, 2),
        ],
      ],
    ),
    table(
      ['require', 'time ms', 'modules', 'heap MB'],
      Object.entries(load.libraries).map(([library, { time, modules, heap }]) => [
        library,
        span(time, 1, 0),
        modules,
        number(heap.median, 1),
      ]),
    ),
    table(
      ['target', 'at most', 'got', 'reached'],
      targets.map(({ what, target, got, reached }) => [what, target, number(got, 2), reached ? 'yes' : 'NO']),
    ),
  ].join('\n\n');
}

export function number(value, digits) {
  return value.toFixed(digits);
}

export function span({ median, min, max }, unit, digits) {
  const [middle, ...ends] = [median, min, max].map((value) => number(value / unit, digits));
  return `${middle} (${ends.join('–')})`;
}

export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(3, ...cells.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const [first, ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}
