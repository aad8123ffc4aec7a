import { constants } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { TextRange } from './document';

/** What is said of a document with bytes that are no text. */
export const NO_UTF8 = {
  message: 'the document must be UTF-8, got other bytes; save the file with this encoding',
};

/**
 * The text in the bytes of a file; what is no UTF-8 becomes a replacement character.
 * @throws if it is more than a JavaScript string can hold, about 512 MB
 */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) throw new Error(tooLong(bytes.length));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/**
 * The bytes of a file, a pipe or a device.
 * @throws if it cannot be read, or has more than a JavaScript string can hold: some devices never end
 */
export function bytesOf(path: string): Buffer {
  if (statSync(path).isFile()) return readFileSync(path);
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = readSync(file, chunk, 0, CHUNK, null);
      if (read === 0) return Buffer.concat(chunks);
      length += read;
      if (length > constants.MAX_STRING_LENGTH) throw new Error(tooLong('more'));
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

const CHUNK = 1 << 20;

function tooLong(got: number | string): string {
  return `at most ${constants.MAX_STRING_LENGTH} bytes in one file, got ${got}`;
}

/** Whether some bytes of a document were no UTF-8. */
export function hasReplacement({ whole, start, end }: TextRange): boolean {
  const at = whole.indexOf('\uFFFD', start);
  return at !== -1 && at < end;
}
