import { execFileSync } from 'node:child_process';
import type { Manifests } from '../manifest/document';
import type { Collected } from '../manifest/objects';
import type { Io } from './io';
import { readInputs } from './read';
import { UsageError } from './usage-error';

/** One of the versions that are compared: files as they are, or as a commit has them. */
export type Side = { readonly path: string | undefined } | CommitSide;

interface CommitSide {
  readonly commit: string;
  readonly path: string;
  /** Where this branch began from the commit, instead of the commit itself. */
  readonly branch?: string;
}

/**
 * Nothing, `after`, `before after`, `commit..commit`, or `commit..`, which is against what is there now. With three dots, as
 * pull requests are compared, it is against the commit where the branch began.
 * @param path what is compared in commits
 */
export function sidesOf(words: readonly string[], path: string): readonly [Side, Side?] {
  const [one, other, ...more] = words;
  if (more.length > 0) {
    throw new UsageError(
      `at most two versions must be given, got ${words.length}; put the files of each into a folder`,
    );
  }
  const [, from, dots, to] = /^([^./][^ ]*?)(\.{2,3})([^./][^ ]*)?$/.exec(one ?? '') ?? [];
  if (from !== undefined && other === undefined) {
    const began = dots === '...' ? { branch: to ?? 'HEAD' } : {};
    return [{ commit: from, path, ...began }, to === undefined ? { path } : { commit: to, path }];
  }
  return other === undefined ? [{ path: one }] : [{ path: one }, { path: other }];
}

/**
 * Both versions. One of two commits may not have the path yet, or any more; but a path that neither has is a slip, and must
 * not pass for a change without effect.
 * @throws UsageError if there is nothing to compare
 */
export async function readSides(before: Side, after: Side, io: Io): Promise<readonly [Manifests, Manifests]> {
  const both = [await readSide(before, io), await readSide(after, io)] as const;
  if (both.some(({ documents, unreadable }) => documents.length + unreadable.length > 0)) return both;
  throw new UsageError(
    `one of the commits must have manifests, got none in ${after.path ?? 'dist'}; name where they are with --path`,
  );
}

export async function readSide(side: Side, io: Io): Promise<Manifests> {
  if ('commit' in side) return readCommit(side);
  return readInputs(side.path === undefined ? [] : [side.path], io);
}

/** The manifests of a path in a commit. A path that it does not have yet holds nothing. */
async function readCommit({ commit: name, path, branch }: CommitSide): Promise<Manifests> {
  if (name.startsWith('-')) {
    throw new UsageError(`a commit must be a name that git knows, got ${name}; write for example main..HEAD`);
  }
  const { readInto } = await import('../manifest/read');
  const into: Collected = { documents: [], unreadable: [] };
  const commit = branch === undefined ? name : git(['merge-base', name, branch]).toString('utf8').trim();
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
