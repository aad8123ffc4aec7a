import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import { formatPath, type Finding } from '../../lib/check/finding';

/** A small manifest with something wrong, and what there is to find: `severity rule Kind name path`. */
export interface Wrong {
  readonly file: string;
  readonly title: string;
  readonly finds: readonly string[];
  readonly text: string;
}

/** The manifests of a folder beside this file. Their comments say what they are about, and what is found in them. */
export function wrongManifests(folder: string): readonly Wrong[] {
  const path = join(__dirname, folder);
  return readdirSync(path)
    .sort()
    .map((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      const comments = [...text.matchAll(/^# (.*)$/gm)].map(([, comment]) => comment!);
      const finds = comments.filter((one) => one.startsWith('finds ')).map((one) => one.slice(6));
      return { file, title: comments[0]!, finds, text };
    });
}

/** Everything but names that may well be declared elsewhere. */
export function findingsIn({ text }: Wrong): readonly string[] {
  return check(text)
    .findings.filter(({ id }) => id !== 'declared-elsewhere')
    .map(({ severity, id, object, path }: Finding) =>
      `${severity} ${id} ${object.kind} ${object.name} ${formatPath(path)}`.trim(),
    );
}

/** The codes of other tools for all of it. */
export function codesIn({ text }: Wrong): readonly string[] {
  return check(text).findings.flatMap(({ upstream }) => upstream);
}
