// The simulator as it was compiled, and the words in which it is compared, which the tests use, too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../paths.mjs';

const require = createRequire(import.meta.url);

export const { Simulator } = require(join(ROOT, 'build/lib/simulate/index.js'));

export const { differences, factsOfAnswer, factsOfDecision, requestOf } = await transpiled(
  join(ROOT, 'test/support/simulate/facts.ts'),
);

async function transpiled(file) {
  const options = { compilerOptions: { module: 'esnext', target: 'es2023' } };
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), options);
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
