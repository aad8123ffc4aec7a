import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadManifests, type ManifestInput } from '../../manifest/load';
import type { Manifests } from '../../manifest/document';
import { fail } from '../../values/check';

interface Read {
  /** The same as long as nothing has changed. */
  readonly state: string;
  readonly manifests: Manifests;
}

const byObject = new WeakMap<object, Read>();
const byText = new Map<string, Read>();
const TEXTS_KEPT = 16;

/**
 * Reads one source of manifests: the same object as before, unless it has changed since. An app may get constructs, and a
 * folder files, between two expectations: apps are synthesized each time (all constructs are lazy, so that nothing less
 * tells), which takes milliseconds, and of files the times are compared.
 */
export function readSource(source: string | object): Manifests {
  if (typeof source === 'string') return isPath(source) ? readFiles(source) : readYaml(source);
  const manifests = loadManifests(source);
  if (manifests === source) return manifests;
  const state = JSON.stringify(manifests);
  const known = byObject.get(source);
  if (known?.state === state) return known.manifests;
  byObject.set(source, { state, manifests });
  return manifests;
}

function readYaml(text: string): Manifests {
  return keep(`text ${text}`, '', () => text);
}

function readFiles(path: string): Manifests {
  if (!existsSync(path)) {
    fail(
      'the folder or file with manifests',
      'there',
      resolve(path),
      'write it first (as cdk8s synth does), or give the App itself',
    );
  }
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
    : [''];
  const state = files.map((file) => {
    const { mtimeMs, size } = statSync(join(path, file));
    return `${file} ${mtimeMs} ${size}`;
  });
  return keep(`path ${resolve(path)}`, state.join(), () => path);
}

/** The sources that were used last stay. */
function keep(key: string, state: string, source: () => ManifestInput): Manifests {
  const known = byText.get(key);
  const read = known?.state === state ? known : { state, manifests: loadManifests(source()) };
  byText.delete(key);
  byText.set(key, read);
  if (byText.size > TEXTS_KEPT) byText.delete(byText.keys().next().value!);
  return read.manifests;
}

/** YAML has a colon, a brace or a line break somewhere. */
function isPath(text: string): boolean {
  if (text.includes('\n') || text.trim() === '') return false;
  return existsSync(text) || !/[:{[]/.test(text);
}
