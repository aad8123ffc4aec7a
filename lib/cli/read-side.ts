import { execFileSync } from 'node:child_process';
import type { Manifests } from '../manifest/document';
import type { Collected } from '../manifest/objects';
import type { Io } from './io';
import { readInputs } from './read';
import { UsageError } from './usage-error';

/** One of the versions that are compared: files as they are, or as a commit has them. */
export type Side = { readonly path: string | undefined } | { readonly commit: string; readonly path: string };

/**
 * Nothing, `after`, `before after`, `commit..commit`, or `commit..`, which is against what is there now.
 * @param path what is compared in commits
 */
export function sidesOf(words: readonly string[], path: string): readonly [Side, Side?] {
  const [one, other, ...more] = words;
  if (more.length > 0) {
    throw new UsageError(
      `at most two versions must be given, got ${words.length}; put the files of each into a folder`,
    );
  }
  const [, from, to] = /^([^./][^ ]*?)\.\.([^./][^ ]*)?$/.exec(one ?? '') ?? [];
  if (from !== undefined && other === undefined) {
    return [{ commit: from, path }, to === undefined ? { path } : { commit: to, path }];
  }
  return other === undefined ? [{ path: one }] : [{ path: one }, { path: other }];
}

export async function readSide(side: Side, io: Io): Promise<Manifests> {
  if ('commit' in side) return readCommit(side.commit, side.path);
  return readInputs(side.path === undefined ? [] : [side.path], io);
}

/** The manifests of a path in a commit. A path that it does not have yet holds nothing. */
async function readCommit(commit: string, path: string): Promise<Manifests> {
  if (commit.startsWith('-')) {
    throw new UsageError(
      `a commit must be a name that git knows, got ${commit}; write for example main..HEAD`,
    );
  }
  const { readInto } = await import('../manifest/read');
  const into: Collected = { documents: [], unreadable: [] };
  const files = git(['ls-tree', '-r', '-z', '--name-only', commit, '--', path]).toString('utf8').split('\0');
  for (const file of files.filter((name) => /\.(ya?ml|json)$/i.test(name)).sort()) {
    readInto(git(['show', `${commit}:./${file}`]), file, into);
  }
  return into;
}

const MOST_BYTES = 1 << 30;

/** What git prints, as bytes: a file may hold what is no text. */
function git(words: readonly string[]): Buffer {
  try {
    return execFileSync('git', words, {
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: Buffer };
    const [reason = ''] = (stderr?.toString('utf8') || message).trim().split('\n');
    throw new UsageError(
      `git must know the commits, got "${reason}"; fetch them first, or give files or folders`,
    );
  }
}
