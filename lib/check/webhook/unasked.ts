import type { View } from './proto/messages';
import type { Place } from './rule';

/** Whether the webhook does not look at this message at all, whatever is in it. */
export function isUnasked(at: Pick<Place, 'type' | 'message' | 'parent'>): boolean {
  const around = at.parent?.type;
  if (around === 'EnvoyFilter') return at.type === 'PolicyTargetReference';
  if (around === 'WorkloadGroup') return at.type === 'WorkloadEntry'; // the address is filled in later
  if (around === 'ServiceEntry' && at.type === 'WorkloadEntry') {
    const { resolution } = at.parent!.message as View<'ServiceEntry'>;
    return resolution !== 'STATIC' && resolution !== 'DNS' && resolution !== 'DNS_ROUND_ROBIN';
  }
  return false;
}
