import type { Manifests, Origin } from '../manifest/document';
import { NO_OBJECT, UNREADABLE } from './catalogue';
import { findingOf, type Finding, type RuleInfo } from './finding';

/** What was not read. A file without any object is probably for another tool; among objects, it is probably a slip. */
export function aboutUnread({ documents, unreadable }: Manifests): readonly Finding[] {
  const files = new Set(documents.map(({ origin }) => origin.file));
  return unreadable.map(({ origin, message, isNoObject }) => {
    if (!isNoObject) return about(UNREADABLE, 'Document', origin, message);
    const isOnItsOwn = origin.file !== undefined && !files.has(origin.file);
    return about(NO_OBJECT, 'Document', origin, message, isOnItsOwn ? 'info' : undefined);
  });
}

/** A finding about one of the checker's own rules. */
export function aboutRule(rule: RuleInfo, name: string, message: string): Finding {
  return findingOf(rule, { object: standIn('Rule', name), origin: { index: 0 } }, { message, path: [] });
}

function about(
  rule: RuleInfo,
  kind: string,
  origin: Origin,
  message: string,
  severity = rule.severity,
): Finding {
  return findingOf(rule, { object: standIn(kind, nameOf(origin)), origin }, { message, path: [], severity });
}

/** Findings are about objects. */
function standIn(kind: string, name: string) {
  return { apiVersion: 'cdk8s-mesh', kind, metadata: { name } };
}

function nameOf({ file, index, within }: Origin): string {
  return `${file ?? 'document'} ${index}${within ? ` ${within}` : ''}`;
}
