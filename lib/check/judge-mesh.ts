import type { Document } from '../manifest/document';
import { findingOf, type Finding } from './finding';
import type { Mesh } from './mesh/mesh';
import { OUTSIDE, type MeshRule } from './rule';

/** What the rules say about the app as a whole. One that fails is told about, and stops no other. */
export function judgeMesh(
  mesh: Mesh,
  rules: readonly MeshRule[],
  onFailure: (rule: MeshRule, error: unknown) => void,
): Map<Document, Finding[]> {
  const found = new Map<Document, Finding[]>();
  const keep = (document: Document, finding: Finding): void => {
    const list = found.get(document);
    if (list) list.push(finding);
    else found.set(document, [finding]);
  };
  for (const rule of rules) {
    try {
      rule.check(mesh, {
        add: (document, path, message, more) =>
          keep(document, findingOf(rule, document, { path, message, ...more })),
        outside: (document, path, what, more) => {
          const message = `${what} must be declared somewhere, got nothing here (${rule.id})`;
          keep(
            document,
            findingOf(OUTSIDE, document, { path, message, upstream: [], links: rule.links ?? [], ...more }),
          );
        },
      });
    } catch (error) {
      onFailure(rule, error);
    }
  }
  return found;
}
