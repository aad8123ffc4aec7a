import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from './bytes';
import type { Manifests } from './document';
import type { Collected } from './objects';
import { readInto } from './read';

const EXTENSION = /\.(ya?ml|json)$/i;
const SKIPPED = new Set(['node_modules', '.git']);
/** What cdk8s writes beside manifests when there are validations. */
const NO_MANIFESTS = new Set(['construct-metadata.json']);

/**
 * The objects in the YAML and JSON files of a folder and the folders in it, file by file in the order of their names;
 * or those in one file. What cannot be read in the folder is listed.
 * @throws if the file or the folder itself cannot be read
 */
export function readPath(path: string): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  if (statSync(path).isDirectory()) readFolder(path, into);
  else readInto(bytesOf(path), path, into);
  return into;
}

function readFolder(folder: string, into: Collected): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) tryTo(path, into, () => readFolder(path, into));
    else if (EXTENSION.test(entry.name) && !NO_MANIFESTS.has(entry.name))
      tryTo(path, into, () => readFile(path, into));
  }
}

/** A pipe or a device would wait for somebody who writes, and a link may lead to a folder that is read anyway. */
function readFile(path: string, into: Collected): void {
  if (statSync(path).isFile()) readInto(bytesOf(path), path, into);
}

function tryTo(file: string, into: Collected, read: () => void): void {
  try {
    read();
  } catch (error) {
    const message = `${file} must be readable, got ${(error as Error).message}`;
    into.unreadable.push({ origin: { file, index: 0 }, message });
  }
}
