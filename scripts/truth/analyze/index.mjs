// truth analyze: the checker's rules about whole apps against istioctl's own analyzers.
import { judge } from '../oracle/judge.mjs';
import { progress, progressDone } from '../progress.mjs';
import { baseCases } from './cases.mjs';
import { ask, ours, theirs } from './codes.mjs';
import { differencesBetween, printTable } from './differences.mjs';
import { mutated } from './mutate.mjs';
import { Recorder } from './record.mjs';
import { choices } from '../check/random.mjs';

export const usage = `truth analyze [FOLDER...] [--runs N] [--seed S] [--failures F] [--record]
  Asks istioctl's analyzers about every app of dist/ and of the folders (also those in MESH_CORPUS), and about N apps
  (default 2000) that are made from these by breaking references. Each object must get the same IST codes from the
  checker, but for deliberate differences, which are counted and explained. --record keeps what it says about the rules'
  own fixtures and about some of the others for the tests, and writes docs/analyzers.md.`;

const BATCH = 50;

/** Whether both give each object the same codes. */
export async function analyze(options, folders) {
  const { runs = 2000, seed = Date.now() % 1_000_000, failures = 10 } = options;
  const bases = baseCases([...folders, ...(process.env.MESH_CORPUS ? [process.env.MESH_CORPUS] : [])]);
  const judging = judge('standard');
  const counts = { cases: 0, unread: 0, codes: 0, disagreements: 0 };
  const deliberate = new Map();
  const seen = new Map();
  const recorder = new Recorder();
  let batch = [];
  const compareBatch = async () => {
    const answers = await Promise.all(batch.map((one) => ask(judging, one)));
    batch.forEach((one, i) => {
      const answer = theirs(answers[i]);
      if (!answer) return counts.unread++;
      counts.cases++;
      counts.codes += answer.size;
      for (const key of answer) seen.set(key.slice(0, 7), (seen.get(key.slice(0, 7)) ?? 0) + 1);
      const { unexplained, explained } = differencesBetween(answer, ours(one), one, deliberate);
      // Replayed are those on which both agree in everything.
      if (unexplained.length === 0 && explained === 0) recorder.add(one, answer);
      if (unexplained.length === 0) return;
      if (counts.disagreements++ < failures) print(one, unexplained);
    });
    batch = [];
    progress(`${counts.cases} apps, ${counts.disagreements} disagreements`);
  };
  for (const one of cases(bases, runs, seed)) {
    batch.push(one);
    if (batch.length >= BATCH) await compareBatch();
  }
  await compareBatch();
  judging.close();
  if (options.record) recorder.write();
  progressDone();
  console.log(
    `analyze: ${bases.length} apps and ${runs} made from them with seed ${seed}: ${counts.codes} codes for objects of ${counts.cases} apps, ` +
      `${counts.unread} not read; ${counts.disagreements} apps with disagreements`,
  );
  console.log(
    `analyze: ${seen.size} codes met: ${[...seen]
      .sort()
      .map(([code, n]) => `${code} (${n})`)
      .join(', ')}`,
  );
  printTable(deliberate);
  return counts.disagreements === 0;
}

function* cases(bases, runs, seed) {
  yield* bases;
  for (let i = 0; i < runs; i++) {
    const choose = choices(seed + i);
    yield mutated(choose.pick(bases), choose, seed + i);
  }
}

function print({ name, changes = [] }, unexplained) {
  console.log(`---- ${name} ----`);
  for (const change of changes) console.log(`  ${change}`);
  for (const { side, key } of unexplained)
    console.log(side === 'theirs' ? `istioctl says ${key}, we do not` : `we say ${key}, istioctl does not`);
}
