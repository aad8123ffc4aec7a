// What istioctl says, for the tests: about the rules' own fixtures, and about some apps made from dist/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { differencesPage } from './page.mjs';

const ENOUGH = 2;

export class Recorder {
  #cases = [];
  #seen = new Map();

  /** Fixtures all, of the others those that show a code that was not seen often. */
  add({ name, objects, mesh }, answer) {
    const isOurs = name.startsWith('fixture ') || name.includes('/dist/');
    const codes = [...answer].map((key) => key.slice(0, 7));
    const isNew = codes.some((code) => (this.#seen.get(code) ?? 0) < ENOUGH) && objects.length <= 25;
    const isFixture = /^fixture \S+ (good|bad)$/.test(name);
    if (!isOurs || !(isFixture || isNew)) return;
    for (const code of isFixture ? [] : new Set(codes)) this.#seen.set(code, (this.#seen.get(code) ?? 0) + 1);
    this.#cases.push({
      name: name.replace(ROOT, ''),
      codes: [...answer].sort(),
      ...(mesh && { mesh }),
      objects,
    });
  }

  write() {
    const folder = join(ROOT, 'test/truth/analyze');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'answers.jsonl'),
      this.#cases.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    mkdirSync(join(ROOT, 'docs'), { recursive: true });
    writeFileSync(join(ROOT, 'docs/analyzers.md'), differencesPage());
  }
}
