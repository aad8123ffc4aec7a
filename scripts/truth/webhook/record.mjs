// Keeps a selection of what both said, for the tests, which have no oracle.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../test/truth/webhook');
const MAX_LENGTH = 1500;
/** How many objects of each kind that nobody complains about. */
const CONTENT = 3;

/** Objects that both once disagreed about, or nearly: written by hand. */
export function regressions() {
  return linesOf('regressions.jsonl');
}

export class Recorder {
  #lines = [];
  #seen = new Map();

  /** Keeps the object if it is the first one for some rule. */
  add(object, findings, isWanted) {
    const text = JSON.stringify(object);
    const ids = [...new Set(findings.map(({ id }) => id))].sort();
    const reasons = ids.length > 0 ? ids.map((id) => [id, 1]) : [[`content ${object.kind}`, CONTENT]];
    const isNew = reasons.some(([reason, limit]) => (this.#seen.get(reason) ?? 0) < limit);
    if (!isWanted && (!isNew || text.length > MAX_LENGTH)) return;
    for (const [reason] of reasons) this.#seen.set(reason, (this.#seen.get(reason) ?? 0) + 1);
    this.#lines.push(JSON.stringify({ object, ids }));
  }

  write() {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, 'cases.jsonl'), `${this.#lines.join('\n')}\n`);
  }
}

function linesOf(file) {
  return readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
