import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { RepairedText } from '../check/fix/repair';
import { UsageError } from './usage-error';

/**
 * Writes files that were changed: all of each or nothing of it, with the mode that it had, behind symbolic links.
 * @throws UsageError if one holds anything else than what was read; then none is written
 */
export function saveTexts(texts: readonly RepairedText[]): void {
  const files = texts.flatMap(({ file, before, after }) =>
    file === undefined || before === after ? [] : [{ file, after, path: pathOf(file, before) }],
  );
  for (const { file, after, path } of files) {
    try {
      replace(path, after);
    } catch (error) {
      throw new UsageError(
        `${file} must be writable, as must its folder, got ${(error as Error).message}; check permissions`,
      );
    }
  }
}

function pathOf(file: string, before: string): string {
  const path = realpathSync(file);
  const bytes = readFileSync(path);
  if (bytes.equals(Buffer.from(before))) return path;
  const got = bytes.toString('utf8') === before ? 'other bytes' : 'something else than a moment ago';
  throw new UsageError(
    `${file} must be UTF-8 and stay as it is while it is fixed, got ${got}; nothing was written`,
  );
}

function replace(path: string, text: string): void {
  const { mode, uid, gid } = statSync(path);
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(beside, text, { flag: 'wx', mode });
    chmodSync(beside, mode);
    keepOwner(beside, uid, gid);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Only root can give files away; for others there is mostly nothing to do. */
function keepOwner(path: string, uid: number, gid: number): void {
  const own = statSync(path);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // The file stays with whoever fixed it.
  }
}
