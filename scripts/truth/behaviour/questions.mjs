// The questions about a story, as test/truth/README.md describes them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { QUESTIONS } from '../paths.mjs';

/** The questions about a story; nothing if there are none. */
export function questionsOf(story) {
  const file = join(QUESTIONS, `${story}.yaml`);
  if (!existsSync(file)) return undefined;
  const { with: others = [], cases } = parse(readFileSync(file, 'utf8'));
  return { stories: [story, ...others], cases };
}

/** A case as the oracle takes it. What is expected of the answer is for us to see. */
export function caseOf({ name, from, mesh, more, requests }, manifests) {
  return {
    name,
    from,
    ...(mesh && { mesh }),
    manifests: [...manifests, ...(more ? [more] : [])].join('\n---\n'),
    requests: requests.map(asked),
  };
}

/** A request without what is ours. */
export function asked(request) {
  return Object.fromEntries(Object.entries(request).filter(([key]) => key !== 'row' && key !== 'expect'));
}
