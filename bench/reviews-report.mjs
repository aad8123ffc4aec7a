import { number, span, table } from './report.mjs';

/** The results as text, in tables that Markdown understands. */
export function reviewsReport({ machine, runs, reviews: { sizes, targets } }) {
  const formats = Object.keys(sizes[0].documents);
  return [
    `${machine}; medians of ${Math.min(runs, 3)} runs (least to most)`,
    table(
      ['hosts', 'namespaces', 'describe s', 'compare s', 'RSS MB'],
      sizes.map(({ size, charts, describe, compare, rss }) => [
        size,
        charts,
        span(describe, 1000, 2),
        span(compare, 1000, 2),
        number(rss.median, 0),
      ]),
    ),
    table(
      ['hosts', 'namespaces', ...formats.map((format) => `${format}: KiB, ms`)],
      sizes.map(({ size, charts, documents }) => [
        size,
        charts,
        ...formats.map((format) => {
          const { size: length, time } = documents[format];
          return `${number(length, 0)}, ${number(time, 0)}`;
        }),
      ]),
    ),
    table(
      ['target', 'at most', 'got', 'reached'],
      targets.map(({ what, target, got, reached }) => [what, target, number(got, 2), reached ? 'yes' : 'NO']),
    ),
  ].join('\n\n');
}
