// truth reviews: what reviews say of changes, held against istiod's configuration before and after.
import { availableParallelism } from 'node:os';
import { inspect } from 'node:util';
import { decider } from '../oracle/route.mjs';
import { progress, progressDone } from '../progress.mjs';
import { caseOf } from '../simulate/trial.mjs';
import { goldenPairs, randomPair } from './pairs.mjs';
import { tryPair } from './trial.mjs';

export const usage = `truth reviews [--runs N] [--seed S] [--failures F] [--jobs J]
  Holds the reviews of the golden changes and of N random changes of small meshes (default 200), starting from the seed S
  (default: the time), against istiod's configuration of both versions, until F of them (default 1) disagree. Asks for
  the example of each changed class, for one request of each class, and for random ones.`;

/** Whether the reviews are right about all that was asked. */
export async function reviews(options) {
  const { runs = 200, seed = Date.now() % 1_000_000, failures = 1, jobs = availableParallelism() } = options;
  const rows = { 'golden changes': rowOf(), 'random changes': rowOf() };
  const golden = goldenPairs();
  const found = [];
  let next = 0;
  const work = async () => {
    const oracle = decider();
    while (next < golden.length + runs && found.length < failures) {
      const i = next++;
      const isGolden = i < golden.length;
      const pair = isGolden ? golden[i] : randomPair(seed + i - golden.length);
      const result = await tryPair(pair, oracle);
      count(rows[isGolden ? 'golden changes' : 'random changes'], result);
      if (result.failure) found.push({ pair, ...result.failure });
      progress(`${next} of ${golden.length + runs} changes, ${found.length} disagreements`);
    }
    oracle.close();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  progressDone();
  for (const one of found) console.log(report(one));
  console.table(rows);
  console.log(`reviews: random changes from seed ${seed}`);
  return found.length === 0;
}

function rowOf() {
  return {
    changes: 0,
    agree: 0,
    wavers: 0,
    refused: 0,
    disagree: 0,
    example: 0,
    class: 0,
    random: 0,
    different: 0,
  };
}

function count(row, { verdict, asked, different }) {
  row.changes++;
  row[verdict]++;
  row.different += different;
  for (const [kind, number] of Object.entries(asked)) row[kind] += number;
}

function report({ pair, question, wrong, effects }) {
  const { before, after, name, mesh } = pair;
  const key = (one) => JSON.stringify(one);
  const [first, second] = [before, after].map((all) => new Set(all.map(key)));
  const show = (documents) => caseOf({ documents, requests: [] }).manifests;
  return [
    `---- ${name}: ${wrong} ----`,
    show(before.filter((one) => second.has(key(one)))),
    `# ---- before`,
    show(before.filter((one) => !second.has(key(one)))),
    `# ---- after`,
    show(after.filter((one) => !first.has(key(one)))),
    ...(mesh ? [`# mesh: ${key(mesh)}`] : []),
    `# ${question.kind}, port ${question.place.port} of ${question.place.ref.host}: ${key(question.request)}`,
    ...(question.claim
      ? [
          `# said: ${key({ aspects: question.claim.aspects, before: question.claim.before, after: question.claim.after })}`,
        ]
      : []),
    ...effects.map(
      (effect, i) =>
        `${i === 0 ? 'before' : 'after'}: ${inspect(effect, { depth: 6, breakLength: 120, compact: 5 })}`,
    ),
  ].join('\n');
}
