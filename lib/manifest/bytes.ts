import { constants } from 'node:buffer';
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
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw new Error(`at most ${constants.MAX_STRING_LENGTH} bytes in one file, got ${bytes.length}`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Whether some bytes of a document were no UTF-8. */
export function hasReplacement({ whole, start, end }: TextRange): boolean {
  const at = whole.indexOf('\uFFFD', start);
  return at !== -1 && at < end;
}
