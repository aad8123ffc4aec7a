import { existsSync } from 'node:fs';
import type { Document, Manifests, Unreadable } from '../manifest/document';
import { visible } from '../report/marked';
import type { Io } from './io';
import { Progress } from './progress';
import { UsageError } from './usage-error';

/** Standard input, as an argument and as the name of a file. */
export const PIPE = '-';
export const PIPED = '<stdin>';

const WARNINGS = 20;

/**
 * Reads files, folders and the pipe (`-`); without any, the folder `dist`, or else the pipe. Warns about documents that
 * cannot be read.
 * @throws UsageError if there is nothing to read
 */
export async function readInputs(given: readonly string[], io: Io): Promise<Manifests> {
  const progress = new Progress(io.err);
  const { manifests, where } = await readAll(given, io, progress);
  await warn(manifests.unreadable, io);
  if (manifests.documents.length === 0) throw nothingIn(where);
  return manifests;
}

/**
 * The same for who has something to say about documents that cannot be read. Tells on the progress how far it is.
 * @throws UsageError if there is nothing at all
 */
export async function readEverything(
  given: readonly string[],
  io: Io,
  progress: Progress,
): Promise<Manifests> {
  const { manifests, where } = await readAll(given, io, progress);
  if (manifests.documents.length + manifests.unreadable.length === 0) throw nothingIn(where);
  return manifests;
}

interface Read {
  readonly manifests: Manifests;
  readonly where: string;
}

async function readAll(given: readonly string[], io: Io, progress: Progress): Promise<Read> {
  const paths = given.length > 0 ? [...new Set(given)] : [defaultInput(io)];
  const documents: Document[] = [];
  const unreadable: Unreadable[] = [];
  try {
    for (const [i, path] of paths.entries()) {
      progress.say(`reading ${i + 1} of ${paths.length}`);
      const one = path === PIPE ? await readPipe(io, progress) : await readFiles(path);
      for (const document of one.documents) documents.push(document);
      for (const problem of one.unreadable) unreadable.push(problem);
    }
  } finally {
    progress.done();
  }
  const where = paths.map((path) => (path === PIPE ? 'standard input' : path)).join(', ');
  return { manifests: { documents, unreadable }, where };
}

function nothingIn(where: string): UsageError {
  return new UsageError(
    `there must be manifests in ${where}, got none; name files or folders of YAML or JSON`,
  );
}

function defaultInput({ input }: Io): string {
  if (existsSync('dist')) return 'dist';
  if (!input.isTerminal) return PIPE;
  throw new UsageError(
    'files or folders of manifests must be given, got none, and there is no folder dist here; run cdk8s synth first, or name them',
  );
}

async function readPipe({ input }: Io, progress: Progress): Promise<Manifests> {
  const { readText } = await import('../manifest/read');
  return readText(await progress.during('waiting for standard input', input.read()), PIPED);
}

async function readFiles(path: string): Promise<Manifests> {
  if (!existsSync(path))
    throw new UsageError(`${path} must be a file or a folder, got nothing of that name; check the path`);
  const { readPath } = await import('../manifest/folder');
  try {
    return readPath(path);
  } catch (error) {
    throw new UsageError(`${path} must be readable, got ${(error as Error).message}; check its permissions`);
  }
}

async function warn(unreadable: readonly Unreadable[], { err }: Io): Promise<void> {
  if (unreadable.length === 0) return;
  const { positionOf } = await import('../manifest/position');
  for (const { origin, message } of unreadable.slice(0, WARNINGS)) {
    const line = positionOf(origin)?.line;
    const place = `${origin.file ?? ''}${line === undefined ? '' : `:${line}`}`;
    err.write(`warning: ${visible(`${place}: ${message}`)}; the rest is used\n`);
  }
  const more = unreadable.length - WARNINGS;
  if (more > 0) err.write(`warning: ${more} more documents cannot be read; the rest is used\n`);
}
