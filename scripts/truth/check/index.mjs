// truth check: the checker's first layer against the API server's own code.
import { judge } from '../oracle/judge.mjs';
import { progress, progressDone } from '../progress.mjs';
import { isSame, ours, theirs } from './compare.mjs';
import { corpus } from './corpus.mjs';
import { invented, kinds } from './invent.mjs';
import { library } from './library.mjs';
import { mutant, valuesByField } from './mutate.mjs';
import { choices } from './random.mjs';
import { Recorder } from './record.mjs';

export const usage = `truth check [FOLDER...] [--runs N] [--seed S] [--failures F] [--record]
  Asks the API server about every object of dist/ and of the folders (also those in MESH_CORPUS), and about N objects
  (default 5000) that are made from these by mistakes, or made up from their schemas. What it refuses, where, and which
  fields it does not know must be what the checker says. --record keeps a selection for the tests.`;

const CHANNELS = ['standard', 'experimental'];
const BATCH = 200;

/** Whether both say the same about all objects. */
export async function check(options, folders) {
  const { runs = 5000, seed = Date.now() % 1_000_000, failures = 5, record = false } = options;
  const { checkSchema } = library('check/schema/check');
  const { loadManifests } = library('manifest/load');
  const judges = CHANNELS.map((channel) => judge(channel));
  const recorder = new Recorder();
  const counts = { objects: 0, refused: 0, rules: 0, unknown: 0, unreadable: 0, disagreements: 0 };
  const all = corpus([...folders, ...(process.env.MESH_CORPUS ? [process.env.MESH_CORPUS] : [])]);
  let batch = [];
  const compareBatch = async () => {
    const answers = await Promise.all(
      judges.map((judging) => Promise.all(batch.map((object) => ask(judging, object)))),
    );
    batch.forEach((object, i) => {
      for (const [c, gatewayChannel] of CHANNELS.entries()) {
        if (answers[c][i].unreadable) {
          counts.unreadable++;
          continue;
        }
        const wanted = theirs(answers[c][i]);
        const got = ours(checkSchema({ object, origin: { index: 0 } }, { gatewayChannel }));
        count(counts, wanted);
        recorder.add(gatewayChannel, object, wanted);
        if (isSame(wanted, got)) continue;
        if (counts.disagreements++ < failures) print({ gatewayChannel, object, wanted, got, said: answers[c][i].apiserver });
      }
    });
    batch = [];
    progress(`${counts.objects} answers, ${counts.disagreements} disagreements`);
  };
  for (const object of objects(all, runs, seed)) {
    // What has no kind or name is not for the checker: reading it says so.
    if (loadManifests(object).documents.length === 1) batch.push(object);
    if (batch.length >= BATCH) await compareBatch();
  }
  await compareBatch();
  for (const judging of judges) judging.close();
  progressDone();
  if (record) recorder.write();
  console.log(
    `check: ${all.length} objects and ${runs} made from them with seed ${seed}, in both channels: ${counts.objects} answers, ` +
      `${counts.refused} refused, ${counts.rules} by a rule, ${counts.unknown} with unknown fields, ${counts.unreadable} unreadable; ${counts.disagreements} disagreements`,
  );
  return counts.disagreements === 0;
}

function* objects(all, runs, seed) {
  yield* all;
  const others = valuesByField(all);
  const schemas = kinds();
  for (let i = 0; i < runs; i++) {
    const choose = choices(seed + i);
    const base = choose.chance(0.6) ? choose.pick(all) : invented(choose.pick(schemas), choose);
    yield choose.chance(0.9) ? mutant(base, others, choose) : base;
  }
}

async function ask(judging, object) {
  const { results, error } = await judging.ask({ op: 'validate', docs: JSON.stringify(object) });
  if (error || results.length !== 1 || results[0].error) return { unreadable: error ?? results[0]?.error ?? 'nothing' };
  return results[0];
}

function count(counts, { unknown, paths, rules }) {
  counts.objects++;
  if (paths.length > 0 || rules.length > 0) counts.refused++;
  if (rules.length > 0) counts.rules++;
  if (unknown.length > 0) counts.unknown++;
}

function print({ gatewayChannel, object, wanted, got, said }) {
  console.log(`---- ${object.kind}, ${gatewayChannel} channel ----`);
  console.log(JSON.stringify(object).slice(0, 3000));
  for (const part of Object.keys(wanted)) {
    if (!isSame(wanted[part], got[part])) console.log(`${part}: the API server ${JSON.stringify(wanted[part])}, we ${JSON.stringify(got[part])}`);
  }
  for (const { message } of said ?? []) console.log(`  ${message.slice(0, 300)}`);
}
