import { findingOf, type Finding } from '../check/finding';
import type { Document, Unreadable } from '../manifest/document';
import { parseDocument } from '../manifest/parse';
import { NOT_AN_OBJECT, UNREADABLE } from './own-rules';

/** What could not be read, as findings: the rest is judged all the same. */
export function unreadableFinding({ origin, message }: Unreadable): Finding {
  const { text, index, within } = origin;
  const isBroken = text !== undefined && 'message' in parseDocument(text);
  const name = `${index + 1}${within === undefined ? '' : `, ${within}`}`;
  const document: Document = { object: { apiVersion: '', kind: 'Document', metadata: { name } }, origin };
  return findingOf(isBroken ? UNREADABLE : NOT_AN_OBJECT, document, { message, path: [] });
}
