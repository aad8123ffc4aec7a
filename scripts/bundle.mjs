// Puts what is loaded as a whole into one file each: a program that loads 330 files one by one is busy with finding them
// for longer than with checking a manifest. Does nothing that the files on their own would not do.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The program, and what an app loads when it is written with checks. */
const ENTRIES = ['cli/main', 'gate/judge-app'];

/** Overwrites these files with themselves and all that they load. */
export async function bundleEntries(folder = join(root, 'build/lib')) {
  for (const entry of ENTRIES) {
    const file = join(folder, `${entry}.js`);
    await build({
      entryPoints: [file],
      outfile: file,
      allowOverwrite: true,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'error',
      plugins: [besides(dirname(file))],
    });
  }
}

/** Some files look for others beside themselves: they find them from where they are now, too. */
function besides(outdir) {
  return {
    name: 'besides',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const contents = await readFile(path, 'utf8');
        const way = JSON.stringify(relative(outdir, dirname(path)).replaceAll('\\', '/'));
        return {
          contents: contents.replaceAll(/\b__dirname\b/g, `require('node:path').join(__dirname, ${way})`),
        };
      });
    },
  };
}
