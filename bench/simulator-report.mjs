import { number, span, table } from './report.mjs';

/** The results as text, in tables that Markdown understands. */
export function simulatorReport({ machine, runs, simulate: { sizes, processes, targets } }) {
  return [
    `${machine}; medians of ${Math.min(runs, 3)} runs, of ${runs} for whole processes (least to most)`,
    table(
      [
        'services',
        'load ms',
        'first ms',
        'each namespace ms',
        'decisions/s',
        'explained/s',
        'heap MB',
        'RSS MB',
      ],
      sizes.map(({ size, load, first, perNamespace, off, on, heap, rss }) => [
        size,
        span(load, 1, 0),
        span(first, 1, 0),
        span(perNamespace, 1, 2),
        span(off, 1, 0),
        span(on, 1, 0),
        number(heap.median, 0),
        number(rss.median, 0),
      ]),
    ),
    table(
      [`${processes.documents} documents`, 'time s', 'CPU s', 'RSS MB'],
      ['print', 'ask'].map((name) => [
        name,
        span(processes[name].wall, 1000, 2),
        span(processes[name].cpu, 1000, 2),
        number(processes[name].rss.median, 0),
      ]),
    ),
    `ask / print: time ${span(processes.askOverPrint.wall, 1, 2)}, CPU ${span(processes.askOverPrint.cpu, 1, 2)}`,
    table(
      ['target', 'wanted', 'got', 'reached'],
      targets.map(({ what, target, got, reached }) => [
        what,
        target,
        number(got, got > 1000 ? 0 : 2),
        reached ? 'yes' : 'NO',
      ]),
    ),
  ].join('\n\n');
}
