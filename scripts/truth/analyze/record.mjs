// Apps on which both once disagreed, for the tests: the objects that it takes, and the codes that istioctl gives.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

const FOLDER = join(ROOT, 'test/truth/analyze');

export function record({ name, objects, mesh }, answer) {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${name
    .replace(/^.*\//, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)}.json`;
  writeFileSync(
    join(FOLDER, file),
    `${JSON.stringify({ ...(mesh && { mesh }), codes: [...answer].sort(), objects })}\n`,
  );
}
