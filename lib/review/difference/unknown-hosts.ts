import type { Caller } from '../../simulate/request';
import { namespacesOf } from '../subject/namespaces';
import type { Subject } from '../subject/subject';
import { differences, movedShare } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import type { ClassChange, TreatmentChange, ViewChange } from './model';

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

function changeOf(url: string, from: Caller, before: Subject, after: Subject): readonly ClassChange[] {
  const example = { url, from };
  const first = treatmentOf(before.simulator.decide(example));
  const second = treatmentOf(after.simulator.decide(example));
  const aspects = differences(first, second);
  if (aspects.length === 0) return [];
  return [
    {
      ...(url.startsWith('tls:') && { connections: 'tls' as const }),
      requests: { matches: [], isRest: false, except: [] },
      example,
      before: first,
      after: second,
      aspects,
      moved: movedShare(first, second),
      sources: { before: [], after: [] },
    },
  ];
}
