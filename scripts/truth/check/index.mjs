// truth check: the checker's first layer against the API server's own code.
import { batches, valuesByField } from '../changes.mjs';
import { judge } from '../oracle/judge.mjs';
import { progress, progressDone } from '../progress.mjs';
import { isSame, ours, theirs } from './compare.mjs';
import { onAnEdge } from './boundaries.mjs';
import { corpus } from './corpus.mjs';
import { invented } from './invent.mjs';
import { kinds, ruleName, ruleNames } from './kinds.mjs';
import { library } from './library.mjs';
import { mutant } from './mutate.mjs';
import { choices } from './random.mjs';
import { Recorder } from './record.mjs';

export const usage = `truth check [FOLDER...] [--runs N] [--seed S] [--failures F] [--record]
  Asks the API server about every object of dist/ and of the folders (also the one in MESH_CORPUS), and about N objects
  (default 5000) that are made from these by mistakes, or made up from their schemas. What it refuses, where, and which
  fields it does not know must be what the checker says. --record keeps a selection for the tests, and
  leaves the folders out.`;

const CHANNELS = ['standard', 'experimental'];

/** Whether both say the same about all objects. */
export async function check(options, folders) {
  const { runs = 5000, seed = Date.now() % 1_000_000, failures = 5, record = false } = options;
  // What is recorded must be ours: nobody else's manifests, and nothing made from them.
  const others = [...folders, process.env.MESH_CORPUS].filter(Boolean);
  const all = corpus(record ? [] : others);
  const comparison = new Comparison(failures);
  for (const batch of batches(readable(objects(all, runs, seed)))) {
    await comparison.compare(batch);
    progress(comparison.summary());
  }
  progressDone();
  comparison.close();
  if (record) comparison.recorder.write();
  console.log(`check: ${all.length} objects, and ${runs} made from them or made up, with seed ${seed}`);
  console.log(comparison.summary());
  const unbroken = [...comparison.unbroken];
  console.log(`check: no object broke ${unbroken.length} of ${ruleNames().size} rules`);
  if (unbroken.length <= 10) for (const name of unbroken) console.log(`  ${name}`);
  return comparison.disagreements === 0;
}

class Comparison {
  recorder = new Recorder();
  /** The rules that nothing has broken so far. */
  unbroken = ruleNames();
  disagreements = 0;
  #judges = CHANNELS.map((channel) => judge(channel));
  #checkSchema = library('check/schema/check').checkSchema;
  #counts = { answers: 0, refused: 0, 'by a rule': 0, 'with unknown fields': 0 };
  #failures;

  constructor(failures) {
    this.#failures = failures;
  }

  async compare(batch) {
    const answers = await Promise.all(
      this.#judges.map((judging) => Promise.all(batch.map((object) => ask(judging, object)))),
    );
    batch.forEach((object, i) =>
      CHANNELS.forEach((channel, c) => this.#compareOne(object, channel, answers[c][i])),
    );
  }

  #compareOne(object, gatewayChannel, answer) {
    const verdict = this.#checkSchema({ object, origin: { index: 0 } }, { gatewayChannel });
    const wanted = theirs(answer);
    this.#count(object, answer, wanted);
    const got = ours(verdict);
    if (isSame(wanted, got)) this.recorder.add(gatewayChannel, object, verdict);
    else if (this.disagreements++ < this.#failures)
      print({ gatewayChannel, object, wanted, got, said: answer.apiserver });
  }

  #count({ apiVersion, kind }, { apiserver }, { unknown, paths, rules }) {
    const counts = this.#counts;
    counts.answers++;
    if (paths.length > 0 || rules.length > 0) counts.refused++;
    if (rules.length > 0) counts['by a rule']++;
    if (unknown.length > 0) counts['with unknown fields']++;
    for (const { cel, field, detail } of apiserver ?? []) {
      const message = detail.replace(/^.* evaluating rule: /s, '');
      if (cel) this.unbroken.delete(ruleName(apiVersion, kind, field, message));
    }
  }

  summary() {
    const counts = Object.entries(this.#counts).map(([what, count]) => `${count} ${what}`);
    return `check: ${counts.join(', ')}; ${this.disagreements} disagreements`;
  }

  close() {
    for (const judging of this.#judges) judging.close();
  }
}

function* objects(all, runs, seed) {
  yield* all;
  const others = valuesByField(all, 50);
  const schemas = kinds();
  for (let i = 0; i < runs; i++) {
    const choose = choices(seed + i);
    if (choose.chance(0.3)) {
      yield onAnEdge(choose.pick(schemas), choose);
      continue;
    }
    const isMadeUp = choose.chance(0.5);
    const base = isMadeUp ? invented(choose.pick(schemas), choose) : choose.pick(all);
    yield isMadeUp && choose.chance(0.6) ? base : mutant(base, others, choose);
  }
}

/** What has no kind or name is not for the checker: reading it says so. */
function* readable(all) {
  const { loadManifests } = library('manifest/load');
  for (const object of all) {
    if (loadManifests(object).documents.length === 1) yield object;
  }
}

async function ask(judging, object) {
  const { results, error } = await judging.ask({ op: 'validate', docs: JSON.stringify(object) });
  if (error || results.length !== 1) throw new Error(error ?? `one answer wanted, got ${results.length}`);
  return results[0];
}

function print({ gatewayChannel, object, wanted, got, said }) {
  console.log(`---- ${object.kind}, ${gatewayChannel} channel ----`);
  console.log(JSON.stringify(object).slice(0, 3000));
  for (const part of Object.keys(wanted)) {
    if (isSame(wanted[part], got[part])) continue;
    console.log(`${part}: the API server ${JSON.stringify(wanted[part])}, we ${JSON.stringify(got[part])}`);
  }
  for (const { message } of said ?? []) console.log(`  ${message.slice(0, 300)}`);
}
