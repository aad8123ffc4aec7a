import type { Caller, WorkloadCaller } from '../../simulate/request';
import type { Subject } from '../subject/subject';

/**
 * A caller as each identity that policies may tell apart: the service accounts of its pods, those that policies name, and
 * `default` for any other.
 */
export function identitiesOf(caller: Caller, before: Subject, after: Subject): readonly Caller[] {
  if (typeof caller === 'string' || 'gateway' in caller || 'outside' in caller) return [caller];
  const { namespace = 'default', labels } = caller;
  const accounts = new Set([
    'default',
    ...before.byNamespace.accountsIn(namespace, labels),
    ...after.byNamespace.accountsIn(namespace, labels),
  ]);
  return [...accounts].sort().map((serviceAccount): WorkloadCaller => ({ ...caller, serviceAccount }));
}

/** The same for callers whom policies take for the same. */
export function identityKey(caller: Caller): string {
  if (typeof caller === 'string' || 'gateway' in caller || 'outside' in caller) return JSON.stringify(caller);
  return `${caller.namespace ?? 'default'}/${caller.serviceAccount ?? 'default'}`;
}
