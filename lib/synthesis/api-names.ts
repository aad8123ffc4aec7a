/**
 * Fields that the generated types call otherwise than the API does. A test compares what `apiFields` makes of all kinds
 * with what the generated classes make of them, which takes several times as long.
 */
const RENAMED: Readonly<Record<string, string>> = Object.freeze({
  consecutive5XxErrors: 'consecutive5xxErrors',
  wellKnownCaCertificates: 'wellKnownCACertificates',
});

/** A copy with the names that the API has, sorted by them, and without what is undefined. */
export function apiFields(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(apiFields);
  if (typeof data !== 'object' || data === null) return data;
  const fields = data as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] !== undefined) copy[RENAMED[key] ?? key] = apiFields(fields[key]);
  }
  return copy;
}
