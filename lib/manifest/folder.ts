import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifests } from './document';
import type { Collected } from './objects';
import { readInto } from './read';

const EXTENSION = /\.(ya?ml|json)$/i;
const SKIPPED = new Set(['node_modules', '.git']);
/** What cdk8s writes beside manifests when there are validations. */
const NO_MANIFESTS = new Set(['construct-metadata.json']);

/**
 * The objects in the YAML and JSON files of a folder and the folders in it, file by file in the order of their names;
 * or those in one file.
 */
export function readPath(path: string): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  for (const file of statSync(path).isDirectory() ? filesIn(path) : [path]) {
    readInto(readFileSync(file), file, into);
  }
  return into;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(path);
      return EXTENSION.test(entry.name) && !NO_MANIFESTS.has(entry.name) ? [path] : [];
    });
}
