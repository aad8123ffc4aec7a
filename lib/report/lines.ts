import { formatPath, type Finding } from '../check/finding';
import { objectName } from '../verdict/object-name';

/** A finding where there is no room for a page: what is wrong, then why and what to do. */
export function findingLines({ id, severity, message, why, fix, object, path }: Finding): readonly string[] {
  const at = path.length > 0 ? `, ${formatPath(path)}` : '';
  return [`${severity} ${id} in ${objectName(object)}${at}: ${message}`, `why: ${why}`, `fix: ${fix}`];
}
