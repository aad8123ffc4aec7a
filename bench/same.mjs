import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A comparison of programs that do different things would mean nothing. */
export function checkSame(outdirs) {
  const [first, ...others] = outdirs;
  const files = readdirSync(first).sort();
  for (const other of others) {
    const same =
      readdirSync(other).sort().join() === files.join() &&
      files.every((file) => readFileSync(join(first, file)).equals(readFileSync(join(other, file))));
    if (!same) throw new Error(`the programs must write the same files; compare ${first} and ${other}`);
  }
}
