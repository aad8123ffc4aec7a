// truth webhook: the checker's second layer against Istio's own webhook.
import { batches, valuesByField } from '../changes.mjs';
import { onAnEdge } from '../check/boundaries.mjs';
import { kinds } from '../check/kinds.mjs';
import { choices } from '../check/random.mjs';
import { judge } from '../oracle/judge.mjs';
import { DIST } from '../paths.mjs';
import { progress, progressDone } from '../progress.mjs';
import { difference } from './compare.mjs';
import { mutant } from './generate.mjs';
import { library } from './library.mjs';
import { mappedRules, rulesOf } from './messages.mjs';
import { Recorder, regressions } from './record.mjs';
import { worded } from './texts.mjs';

export const usage = `truth webhook [FOLDER...] [--runs N] [--seed S] [--failures F] [--record]
  Asks Istio's webhook about every object of dist/ and of the folders (also the one in MESH_CORPUS), about the examples of
  all rules, and about N objects (default 6000) that are made from these by mistakes, of the grammars of texts, or with a
  value on an edge of its schema. Both
  must say the same. --record keeps a selection for the tests.`;

/** What is kept of a series: nothing of what others wrote. */
const [NONE, SELECTED, ALL] = ['none', 'selected', 'all'];

/** Whether both say the same about all objects. */
export async function webhook(options, folders) {
  const { runs = 6000, seed = Date.now() % 1_000_000, failures = 5, record = false } = options;
  const { WEBHOOK_RULES } = library('check/webhook/index');
  const found = [DIST, ...folders, ...(process.env.MESH_CORPUS ? [process.env.MESH_CORPUS] : [])].flatMap(
    readFolder,
  );
  const { exampleObject } = library('check/webhook/example-object');
  const examples = WEBHOOK_RULES.flatMap(({ bad, good }) => [bad, good].map(exampleObject));
  const comparison = new Comparison(failures);
  await comparison.run('regressions', regressions(), ALL);
  await comparison.run('found', found);
  await comparison.run('examples', examples, SELECTED);
  const fields = valuesByField([...found, ...examples], 200);
  const own = valuesByField(examples, 200);
  const quarter = Math.ceil(runs / 4);
  await comparison.run(
    'mutations of what was found',
    series(quarter, seed, (i) => mutant(found, fields, i)),
  );
  await comparison.run(
    'mutations of examples',
    series(quarter, seed + quarter, (i) => mutant(examples, own, i)),
    SELECTED,
  );
  await comparison.run('texts of all grammars', series(quarter, seed, worded), SELECTED);
  const schemas = kinds().filter(({ apiVersion, kind }) => isOurs(apiVersion, kind));
  await comparison.run(
    'values on an edge of their schemas',
    series(quarter, seed, (i) => {
      const choose = choices(i);
      return onAnEdge(choose.pick(schemas), choose);
    }),
  );
  comparison.close();
  progressDone();
  if (record) comparison.recorder.write();
  console.log(`webhook: with seed ${seed}, ${WEBHOOK_RULES.length} rules`);
  const unknown = WEBHOOK_RULES.map(({ id }) => id).filter((id) => !mappedRules().has(id));
  for (const id of unknown) console.log(`no message of the webhook stands for ${id}`);
  const unbroken = WEBHOOK_RULES.map(({ id }) => id).filter((id) => !comparison.broken.has(id));
  if (unbroken.length > 0) console.log(`broken by no object: ${unbroken.join(', ')}`);
  for (const line of comparison.lines) console.log(line);
  return comparison.disagreements === 0 && unknown.length === 0;
}

function readFolder(folder) {
  const { documents } = library('manifest/load').loadManifests(folder);
  return documents.map(({ object }) => object).filter(({ apiVersion, kind }) => isOurs(apiVersion, kind));
}

function isOurs(apiVersion, kind) {
  const groups = library('check/webhook/rule').WEBHOOK_KINDS;
  return Object.hasOwn(groups, kind) && apiVersion.startsWith(`${groups[kind]}/`);
}

/** With such metadata, no object gets as far as to the webhook. */
const UNREADABLE_METADATA = /^cannot decode configuration: (json: .*[ .]metadata[. ]|parsing time )/;

function* series(count, seed, make) {
  for (let i = 0; i < count; i++) yield make(seed + i);
}

class Comparison {
  lines = [];
  disagreements = 0;
  /** The rules that some object broke, in the webhook's own words. */
  broken = new Set();
  recorder = new Recorder();
  #judging = judge('standard');
  #check = library('check/webhook/index').checkWebhook;
  #load = library('manifest/load').loadManifests;
  #failures;

  constructor(failures) {
    this.#failures = failures;
  }

  async run(what, objects, recorded = NONE) {
    const counts = { asked: 0, refused: 0, warned: 0, disagreements: 0 };
    for (const batch of batches(objects)) {
      const answers = await Promise.all(batch.map((object) => this.#ask(object)));
      batch.forEach((object, i) => this.#compare(object, answers[i], counts, recorded));
      progress(`${what}: ${JSON.stringify(counts)}`);
    }
    const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    this.lines.push(`${what}: ${told.join(', ')}`);
  }

  async #ask(object) {
    const { results, error } = await this.#judging.ask({ op: 'validate', docs: JSON.stringify(object) });
    return results?.[0] ?? { error };
  }

  #compare(object, { webhook: said }, counts, recorded) {
    const [document] = this.#load(object).documents;
    if (!said || !document || said.errors.some((text) => UNREADABLE_METADATA.test(text))) return;
    counts.asked++;
    if (said.errors.length > 0) counts.refused++;
    if (said.warnings.length > 0) counts.warned++;
    const findings = this.#check(document);
    for (const text of said.errors) for (const id of rulesOf(text, 'error')) this.broken.add(id);
    for (const text of said.warnings) for (const id of rulesOf(text, 'warning')) this.broken.add(id);
    const differing = difference(said, findings);
    if (differing.length === 0) {
      if (recorded !== NONE) this.recorder.add(object, findings, recorded === ALL);
      return;
    }
    counts.disagreements++;
    if (this.disagreements++ >= this.#failures) return;
    console.log(`---- ${object.kind} ----\n${JSON.stringify(object).slice(0, 2500)}`);
    for (const line of differing) console.log(`  ${line.slice(0, 400)}`);
  }

  close() {
    this.#judging.close();
  }
}
