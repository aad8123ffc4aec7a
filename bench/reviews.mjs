import { measureProgram } from './child.mjs';
import { summary } from './stats.mjs';

/** One namespace with nothing but routes; and twenty, with a gateway, Sidecars and policies about callers. */
const SHAPES = [1, 20];

/** What reviews of a mesh cost, and how long they are. */
export function measureReviews({ reviewed, runs }, folder, progress) {
  const sizes = SHAPES.flatMap((charts) =>
    reviewed.map((size) => {
      const measured = Array.from({ length: Math.min(runs, 3) }, (_, i) => {
        progress(`reviews: ${size} hosts in ${charts} namespaces, run ${i + 1}`);
        const { stdout, rss } = measureProgram('review', { size, charts }, folder);
        return { ...JSON.parse(stdout), rss };
      });
      return { size, charts, ...summaries(measured), documents: measured[0].documents };
    }),
  );
  return { sizes, targets: judge(sizes) };
}

function summaries(measured) {
  const keys = ['describe', 'compare', 'rss'];
  return Object.fromEntries(keys.map((key) => [key, summary(measured.map((run) => run[key]))]));
}

function judge(sizes) {
  return SHAPES.flatMap((charts) => {
    const own = sizes.filter((one) => one.charts === charts);
    const usual = own.find(({ size }) => size === 1000);
    const most = own.at(-1);
    const where = charts === 1 ? 'in one namespace' : `in ${charts} namespaces, with policies`;
    const atMost = (what, target, got) => ({ what: `${what} ${where}`, target, got, reached: got <= target });
    const growth = (key) => ((most[key].median / usual[key].median) * 1000) / most.size;
    return [
      ...(charts === 1
        ? [
            atMost('s to describe 1000 hosts', 1.5, usual.describe.median / 1000),
            atMost('s to compare 1000 hosts', 3, usual.compare.median / 1000),
          ]
        : []),
      ...(most === usual
        ? []
        : ['describe', 'compare'].map((key) =>
            atMost(`${key}: time of a host, ${most.size} / 1000 hosts`, 1.2, growth(key)),
          )),
    ];
  });
}
