import { namespaceOf } from '../../manifest/catalog';
import { fieldsOf, textOf } from '../../manifest/fields';
import type { Caller, WorkloadCaller } from '../../simulate/request';
import type { Subject } from '../subject/subject';

/** A caller with each service account that workloads of its namespace have, and with one that none has. */
export function identitiesOf(caller: Caller, before: Subject, after: Subject): readonly Caller[] {
  if (typeof caller === 'string' || 'gateway' in caller || 'outside' in caller) return [caller];
  const { namespace = 'default' } = caller;
  const accounts = new Set(['default', ...accountsIn(before, namespace), ...accountsIn(after, namespace)]);
  return [...accounts].sort().map((serviceAccount): WorkloadCaller => ({ ...caller, serviceAccount }));
}

function accountsIn({ manifests }: Subject, namespace: string): readonly string[] {
  return manifests.documents.flatMap((document) => {
    if (namespaceOf(document) !== namespace) return [];
    const spec = fieldsOf(document.object.spec);
    const pod = document.object.kind === 'Pod' ? spec : fieldsOf(fieldsOf(spec.template).spec);
    return textOf(pod.serviceAccountName) ?? [];
  });
}
