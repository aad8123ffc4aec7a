// node scripts/page.mjs <folder>: bundles what runs in pages of reviews, and gives them their looks. The sources are in
// page/, and what they share with the library in lib/.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Whoever wrote something that is in a page is named there. The licences are in the package. */
const NOTICE = '/*! cdk8s-mesh, Apache-2.0; re2js, MIT, Copyright (c) 2023 Oleksii Vasyliev */';

/** The page is given objects: what reads texts and files stays out. A module of Node in what is left is an error. */
const given = {
  name: 'given',
  setup({ onResolve }) {
    onResolve({ filter: /\/manifest\/(load|parse|position)$/ }, () => ({
      path: join(root, 'page/given.ts'),
    }));
  },
};

/** Writes `page.css`, `page.js` and `ask.js` into a folder. */
export async function bundlePage(folder) {
  await build({
    entryPoints: ['page/page.css', 'page/page.ts', 'page/ask.ts'],
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    banner: { js: NOTICE },
    legalComments: 'none',
    logLevel: 'error',
    plugins: [given],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePage(process.argv[2]);
