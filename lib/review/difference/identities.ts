import type { Caller, WorkloadCaller } from '../../simulate/request';
import type { Subject } from '../subject/subject';

/** A caller with each service account that workloads of its namespace have, and with one that none has. */
export function identitiesOf(caller: Caller, before: Subject, after: Subject): readonly Caller[] {
  if (typeof caller === 'string' || 'gateway' in caller || 'outside' in caller) return [caller];
  const { namespace = 'default' } = caller;
  const accounts = new Set([
    'default',
    ...before.byNamespace.accountsIn(namespace),
    ...after.byNamespace.accountsIn(namespace),
  ]);
  return [...accounts].sort().map((serviceAccount): WorkloadCaller => ({ ...caller, serviceAccount }));
}
