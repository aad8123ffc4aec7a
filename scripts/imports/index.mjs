// npm run imports: regenerates imports/. With a set of CRDs, an origin and upstream files or URLs it slims these first:
//
//   npm run imports -- istio 'Istio API 1.30.3' customresourcedefinitions.gen.yaml
//   npm run imports -- gateway/standard 'Gateway API v1.6.1, standard channel' config/crd/standard/*.yaml
//
// npm run imports -- --check writes nothing and fails if something would change.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slimFiles } from './slim.mjs';
import { typeFiles } from './types.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const imports = join(root, 'imports');
const crds = join(imports, 'crds');
const SETS = ['istio', 'gateway/standard', 'gateway/experimental'];

async function main(args) {
  if (args[0] === '--check') return check();
  if (args.length > 0) await slim(...args);
  replace(imports, '.ts', typeFiles(crds));
  console.log(`wrote ${relative(root, imports)}; now run npm run compile, and read what changed`);
}

async function slim(set, origin, ...sources) {
  if (!SETS.includes(set) || sources.length === 0) {
    throw new Error(`usage: npm run imports -- <${SETS.join(' | ')}> <origin> <file or URL>...`);
  }
  const texts = await Promise.all(sources.map(read));
  replace(join(crds, set), '.yaml', slimFiles(texts, origin));
}

async function read(source) {
  if (!/^https?:/.test(source)) return readFileSync(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} must be readable, got HTTP status ${response.status}`);
  return response.text();
}

/** Writes the files, and removes others of that kind. */
function replace(folder, extension, files) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(extension)) rmSync(join(folder, name));
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
}

function check() {
  const generated = typeFiles(crds).map((file) => ({ ...file, path: join(imports, file.name) }));
  const slimmed = SETS.flatMap((set) =>
    readdirSync(join(crds, set)).flatMap((file) => {
      const path = join(crds, set, file);
      const text = readFileSync(path, 'utf8');
      const [, origin] = /^# \S+ \S+ of (.*), without prose;/.exec(text) ?? [];
      return slimFiles([text], origin).map(({ content }) => ({ path, content }));
    }),
  );
  const stale = [...generated, ...slimmed].filter(
    ({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content,
  );
  const extra = readdirSync(imports).filter(
    (name) => name.endsWith('.ts') && !generated.some((file) => file.name === name),
  );
  const names = [
    ...stale.map(({ path }) => relative(root, path)),
    ...extra.map((name) => join('imports', name)),
  ];
  if (names.length > 0)
    throw new Error(`imports/ must be what npm run imports makes, these differ: ${names.join(', ')}`);
  console.log(`imports/ is fresh: ${generated.length} files of types, ${slimmed.length} CRDs`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
