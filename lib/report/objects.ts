import type { Finding, ObjectReference } from '../check/finding';
import { objectKey } from '../verdict/object-name';
import type { Verdict } from '../verdict/verdict';

/** An object that was judged, and the group of results that it belongs to. */
export interface JudgedObject {
  readonly suite: string;
  readonly object: ObjectReference;
  readonly key: string;
}

const NO_FILE = 'cdk8s-mesh';

/** All objects in the order of the manifests, then what findings speak of beside them, such as unreadable documents. */
export function objectsOf({ documents, findings }: Verdict): Iterable<JudgedObject> {
  const all = new Map<string, JudgedObject>();
  const add = (suite: string, object: ObjectReference): void => {
    const key = keyOf(suite, object);
    if (!all.has(key)) all.set(key, { suite, object, key });
  };
  for (const { object, origin } of documents) {
    const { apiVersion, kind, metadata } = object;
    const { name, namespace } = metadata;
    add(origin.file ?? NO_FILE, {
      apiVersion,
      kind,
      name,
      ...(typeof namespace === 'string' && { namespace }),
    });
  }
  for (const { object, source } of findings) add(source?.file ?? NO_FILE, object);
  return all.values();
}

export function findingsByObject({ findings }: Verdict): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding.source?.file ?? NO_FILE, finding.object);
    const list = found.get(key);
    if (list) list.push(finding);
    else found.set(key, [finding]);
  }
  return found;
}

function keyOf(suite: string, object: ObjectReference): string {
  return `${suite}\n${objectKey(object)}`;
}
