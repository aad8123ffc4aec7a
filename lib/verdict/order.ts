import type { Finding } from '../check/finding';
import { objectName } from './object-name';

/** The order of reports: file, place, object, then what is said. It does not depend on who found what when. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ finding }) => finding);
}

type Key = readonly (string | number)[];

function keyOf(finding: Finding): Key {
  const { source, id, message, path, construct } = finding;
  return [
    source?.file ?? '',
    source?.line ?? 0,
    construct ?? '',
    objectName(finding.object),
    source?.column ?? 0,
    path.join('/'),
    id,
    message,
  ];
}

function compare(some: Key, others: Key): number {
  for (let i = 0; i < some.length; i++) {
    if (some[i]! < others[i]!) return -1;
    if (some[i]! > others[i]!) return 1;
  }
  return 0;
}
