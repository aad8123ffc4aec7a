// Compiles lib/ and imports/ to build/ with jsii, which also writes the assembly (.jsii) that other languages use,
// then its schemas, what pages of reviews carry, and the examples, which import the library by its own name as a user would.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundleEntries } from './bundle.mjs';
import { bundlePage } from './page.mjs';
import { writeSchemas } from './schemas.mjs';

const require = createRequire(import.meta.url);

/** Runs a package's command with this Node. */
function run(name, bin, ...args) {
  const file = join(dirname(require.resolve(`${name}/package.json`)), bin);
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

run(
  'jsii',
  'bin/jsii',
  '--tsconfig=tsconfig.json',
  '--fail-on-warnings',
  // JSII6 wants the lowest peers installed here: we develop with the newest, and CI tries the packed library with both.
  '--silence-warnings=JSII6',
  // JSII5018 is about words like `namespace` and `from`, which jsii escapes in the languages that reserve them.
  '--silence-warnings=JSII5018',
);
writeSchemas();
await bundleEntries();
await bundlePage('build/lib/review/page/browser');
run('typescript', 'bin/tsc', '-p', 'tsconfig.examples.json');
