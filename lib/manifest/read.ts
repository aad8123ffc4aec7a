import type { Manifests, Origin } from './document';
import { collectObjects, type Collected } from './objects';
import { parseDocument } from './parse';
import { splitDocuments } from './split';

/** The objects in a text of YAML or JSON documents. Never throws: what cannot be read is listed. */
export function readText(text: string, file?: string): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  readInto(text, file, into);
  return into;
}

/** The same, added to what is there. */
export function readInto(whole: string, file: string | undefined, into: Collected): void {
  splitDocuments(whole).forEach((text, index) => {
    const origin: Origin = { ...(file !== undefined && { file }), index, text };
    const parsed = parseDocument(text);
    if ('message' in parsed) into.unreadable.push({ origin, message: parsed.message });
    else for (const value of parsed.values) collectObjects(value, origin, into);
  });
}
