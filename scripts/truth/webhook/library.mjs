// The library as it is compiled.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CannotRunError } from '../oracle/environment.mjs';

const require = createRequire(import.meta.url);

/** A module of lib/, by its path. */
export function library(path) {
  const file = fileURLToPath(import.meta.resolve(`../../../build/lib/${path}.js`));
  if (!existsSync(file))
    throw new CannotRunError(`build/lib/${path}.js must be there, got nothing; run npm run compile`);
  return require(file);
}
