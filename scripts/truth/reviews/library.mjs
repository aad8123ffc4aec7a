// Reviews as they were compiled, and the golden changes and the meaning of conditions, which the tests use, too.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../paths.mjs';

const require = createRequire(import.meta.url);
const compiled = (file) => require(join(ROOT, 'build/lib', file));

export const { review, isWithoutEffect } = compiled('review/index.js');
export const { Subject } = compiled('review/subject/subject.js');
export const { pairsOf } = compiled('review/difference/pairs.js');
export const { cellsOf } = compiled('review/difference/cells.js');
export const { requestOf: exampleFor } = compiled('review/classes/request.js');
export const { exampleOf } = compiled('review/subject/hosts.js');

/** `{ name: { before, after } }` */
export const { CASES } = await bundled('test/review/support/cases.ts');
/** Whether a request meets conditions, told from their meaning: nothing in it is the library's. */
export const { meets } = await bundled('test/review/support/meets.ts');

async function bundled(file) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, file)],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
