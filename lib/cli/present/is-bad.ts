import type { Outcome } from '../../simulate/decision';

/** Whether it ends badly for the caller, as far as the proxies decide that. */
export function isBad(outcome: Outcome): boolean {
  if (outcome.kind === 'forwarded') return false;
  return outcome.kind === 'closed' || outcome.status >= 400 || (outcome.grpcStatus ?? 0) !== 0;
}
