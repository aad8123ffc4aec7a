import { isUtf8 } from 'node:buffer';
import { NO_UTF8, hasReplacement, textOfBytes } from './bytes';
import type { Manifests, Origin } from './document';
import { collectObjects, type Collected } from './objects';
import { parseDocument } from './parse';
import { splitDocuments } from './split';

/**
 * The objects in a text of YAML or JSON documents, or in its bytes. Never throws: what cannot be read is listed.
 */
export function readText(text: string | Uint8Array, file?: string): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  readInto(text, file, into);
  return into;
}

/** Nobody reads more of them. A file with millions of documents is something else, and would fill the memory. */
const MOST_UNREADABLE = 10_000;

/** The same, added to what is there. */
export function readInto(source: string | Uint8Array, file: string | undefined, into: Collected): void {
  const whole = typeof source === 'string' ? source : textOfBytes(source);
  const isGarbled = typeof source !== 'string' && !isUtf8(source);
  const limit = into.unreadable.length + MOST_UNREADABLE;
  for (const [index, text] of splitDocuments(whole).entries()) {
    const origin: Origin = { ...(file !== undefined && { file }), index, text };
    if (into.unreadable.length >= limit) {
      const message = `a file must have at most ${MOST_UNREADABLE} documents that cannot be read, got more; what begins here is left out`;
      into.unreadable.push({ origin, message });
      return;
    }
    const parsed = isGarbled && hasReplacement(text) ? NO_UTF8 : parseDocument(text);
    if ('values' in parsed) for (const value of parsed.values) collectObjects(value, origin, into);
    if (parsed.message !== undefined) into.unreadable.push({ origin, message: parsed.message });
  }
}
