import type { Caller } from '../../simulate/request';
import type { Subject } from '../subject/subject';
import { differences, movedShare } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import type { ClassChange } from './model';

/** What becomes of a request that no table is about, if that is not the same in both versions. */
export function changeOf(url: string, from: Caller, before: Subject, after: Subject): readonly ClassChange[] {
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
