import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ANSWERS, manifestFile, manifestOf } from '../paths.mjs';
import { sorted } from './facts.mjs';

/** Writes down what was answered, and to which manifests. */
export async function record(story, stories, cases) {
  const manifests = Object.fromEntries(
    stories.map((one) => [manifestFile(one), createHash('sha256').update(manifestOf(one)).digest('hex')]),
  );
  const file = join(ANSWERS, `${story}.json`);
  const style = await resolveConfig(file);
  mkdirSync(ANSWERS, { recursive: true });
  writeFileSync(
    file,
    await format(JSON.stringify({ manifests, cases: sorted(cases) }), { ...style, parser: 'json' }),
  );
}
