// Where things are in the repository.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const DIST = join(ROOT, 'dist');
export const QUESTIONS = join(ROOT, 'test/truth/questions');
export const ANSWERS = join(ROOT, 'test/truth/answers');
export const CHECKED = join(ROOT, 'test/truth/check');

const SUFFIX = '.k8s.yaml';

/** The stories whose YAML is in dist/. */
export function stories() {
  return readdirSync(DIST)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

export function manifestFile(story) {
  return `${story}${SUFFIX}`;
}

export function manifestOf(story) {
  return readFileSync(join(DIST, manifestFile(story)), 'utf8');
}
