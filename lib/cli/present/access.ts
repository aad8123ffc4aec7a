import type { Authorization } from '../../simulate/decision';
import type { Fact } from './facts';
import { mark, type Text } from '../../report/marked';

/** Who lets the request in: all together, unless nobody does, which stands beside the destination; and each. */
export function accessFacts(authorization: Authorization | undefined): readonly Fact[] {
  if (!authorization) return [];
  return [
    ...(authorization.allowed ? [{ label: 'access', text: verdict(authorization) }] : []),
    ...(authorization.receivers ?? []).map((receiver) => ({
      label: `access (${receiver.name})`,
      text: verdict(receiver),
    })),
  ];
}

/** `denied with 403, …` */
export function verdict({ allowed, uncertain, status, reason }: Authorization): Text {
  const answer = allowed || status === undefined ? '' : ` with ${status}`;
  const word = allowed ? 'allowed' : 'denied';
  return [
    uncertain ? mark('warning', `perhaps ${word}`) : mark(allowed ? 'good' : 'bad', word),
    `${answer}, ${reason}`,
  ];
}
