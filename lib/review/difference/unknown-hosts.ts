import { namespacesOf } from '../subject/namespaces';
import type { Subject } from '../subject/subject';
import { changeOf } from './example';
import type { TreatmentChange, ViewChange } from './model';

const EXAMPLES = ['http://unknown.example:80/', 'tls://unknown.example:443'] as const;

/** Whether callers may still talk to hosts that no object knows: the mesh, or a Sidecar, may close that door. */
export function unknownHosts(before: Subject, after: Subject): TreatmentChange | undefined {
  const callers = [
    ...new Set([...namespacesOf(before), ...namespacesOf(after)].map(({ namespace }) => namespace)),
  ];
  const views = callers.flatMap((namespace): ViewChange[] => {
    const classes = EXAMPLES.flatMap((url) => changeOf(url, { namespace }, before, after));
    return classes.length > 0 ? [{ port: 0, callers: [{ namespace }], classes, total: EXAMPLES.length }] : [];
  });
  if (views.length === 0) return undefined;
  return { host: 'hosts that no object names', kind: 'external', status: 'changed', views };
}
