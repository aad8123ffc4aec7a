/** What the library promises itself. On a noisy machine a missed one is a question, so nothing fails here. */
export function judge(times, memory) {
  const [alone, spread] = [1, 50].map((charts) => times.findLast((result) => result.charts === charts));
  const ratios = [
    { what: `mesh / raw, time, ${nameOf(alone)}`, target: 1.3, got: alone.meshOverRaw.wall.median },
    { what: `mesh / raw, time, ${nameOf(spread)}`, target: 1.3, got: spread.meshOverRaw.wall.median },
    {
      what: `${alone.size} / ${alone.size / 5} services, time of mesh`,
      target: 5.5,
      got: alone.programs.mesh.growth?.median,
    },
    { what: `mesh / raw, smallest heap, ${nameOf(memory)}`, target: 1.5, got: memory.smallest.ratio },
  ];
  return ratios
    .filter(({ got }) => got !== undefined)
    .map((one) => ({ ...one, reached: one.got <= one.target }));
}

function nameOf({ size, charts }) {
  return `${size} services in ${charts === 1 ? 'one chart' : `${charts} charts`}`;
}
