// Runs the text of a program against the compiled library.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CannotRunError } from '../oracle/environment.mjs';

const require = createRequire(import.meta.url);
const LIBRARY = fileURLToPath(import.meta.resolve('../../../build/lib/index.js'));

let scope;

function names() {
  if (!existsSync(LIBRARY)) {
    throw new CannotRunError('build/lib must hold the compiled library, got nothing; run npm run compile');
  }
  const { App, Chart, Duration } = require('cdk8s');
  return (scope ??= { App, Chart, Duration, ...require(LIBRARY) });
}

/** The YAML that a program makes, or why the library refuses it. */
export function build(text) {
  const library = names();
  const run = new Function(...Object.keys(library), `${text}\nreturn app.synthYaml();`);
  try {
    return { yaml: run(...Object.values(library)) };
  } catch (error) {
    return { refused: error.message };
  }
}
