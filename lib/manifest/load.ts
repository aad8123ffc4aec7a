import { existsSync } from 'node:fs';
import { isApp, isChart, readApp, type AppLike, type ChartLike } from './app';
import type { Document, Manifests, Unreadable } from './document';
import { readPath } from './folder';
import { collectObjects, type Collected } from './objects';
import { readText } from './read';

/** Somebody who has read manifests, such as a Simulator. */
export interface Reader {
  readonly manifests: Manifests;
}

/**
 * Where manifests can come from: a cdk8s App or Chart, YAML or JSON text, the path of a file or of a folder, objects,
 * what was read before or who has read it, or a list of any of these.
 */
export type ManifestInput =
  string | AppLike | ChartLike | Manifests | Reader | object | readonly ManifestInput[];

/**
 * Reads manifests. A string of one line that names a file or folder is a path, any other one is YAML.
 *
 * What cannot be read is listed in `unreadable`, beside what can.
 * @throws if a path cannot be read at all
 */
export function loadManifests(input: ManifestInput): Manifests {
  if (typeof input === 'string') return isPath(input) ? readPath(input) : readText(input);
  if (isManifests(input)) return input;
  if (isReader(input)) return input.manifests;
  if (Array.isArray(input)) return joined(input.map((one: ManifestInput) => loadManifests(one)));
  if (isApp(input) || isChart(input)) return readApp(input);
  const into: Collected = { documents: [], unreadable: [] };
  collectObjects(input, { index: 0 }, into);
  return into;
}

/** YAML has a colon, a brace or a line break somewhere; a path that has these, too, exists. */
function isPath(text: string): boolean {
  if (text.includes('\n') || text.length > 4096 || text.trim() === '') return false;
  return existsSync(text) || !/[:{[]/.test(text);
}

function isManifests(input: object): input is Manifests {
  return 'documents' in input && 'unreadable' in input && Array.isArray(input.documents);
}

function isReader(input: object): input is Reader {
  return (
    'manifests' in input &&
    typeof input.manifests === 'object' &&
    input.manifests !== null &&
    isManifests(input.manifests)
  );
}

function joined(all: readonly Manifests[]): Manifests {
  const documents: Document[] = [];
  const unreadable: Unreadable[] = [];
  for (const one of all) {
    for (const document of one.documents) documents.push(document);
    for (const problem of one.unreadable) unreadable.push(problem);
  }
  return { documents, unreadable };
}
