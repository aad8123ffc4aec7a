/** What the checker promises itself. */
export function checkerTargets({ sizes, start, judged }) {
  const [least, most] = [sizes[0], sizes.at(-1)];
  const of = ({ programs }, name) => programs.find((one) => one.name === name);
  const check = of(most, 'check');
  const analyze = of(most, 'istioctl analyze');
  const validate = of(most, 'kubectl-validate');
  const growth = check.wall.median / of(least, 'check').wall.median;
  const objects = judged.find(({ made, charts }) => made === 'objects' && charts === 1);
  const checked = objects.programs.find(({ how }) => how === 'checked');
  return [
    ...(analyze ? [atMost('check / istioctl analyze, time', 0.5, analyze.checkOver.wall.median)] : []),
    ...(validate ? [atLeast('kubectl-validate / check, time', 50, 1 / validate.checkOver.wall.median)] : []),
    atMost(`${most.size} / ${least.size} services, time`, 1.1 * (most.size / least.size), growth),
    atMost('check / read, peak memory', 3, of(most, 'read').rssOver.median),
    atMost('ms for one small file', 200, start.check.median),
    atMost('synth with checks / yaml.stringify, time', 2, checked.overYaml.wall.median),
  ];
}

function atMost(what, target, got) {
  return { what, target: `≤ ${target}`, got, reached: got <= target };
}

function atLeast(what, target, got) {
  return { what, target: `≥ ${target}`, got, reached: got >= target };
}
