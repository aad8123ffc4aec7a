import type { Authorization } from '../../simulate/decision';
import { fail } from '../../values/check';
import { matcher } from '../matcher';

export const toBeDenied = matcher(
  { name: 'toBeDenied', arguments: '' },
  ({ decision: { authorization } }, status?: number) => {
    if (status !== undefined && !Number.isInteger(status))
      fail('the status', '401 or 403', status, 'write 403');
    if (authorization?.uncertain) {
      const got = `one that the request does not decide (${authorization.reason})`;
      fail('a verdict on the request', 'certain', got, 'say more of it: its sourceIp, a token');
    }
    const isDenied = authorization?.allowed === false;
    return {
      pass: isDenied && (status === undefined || status === authorization.status),
      expected: `denied${status === undefined ? '' : ` with ${status}`}`,
      received: authorization ? inWords(authorization) : 'let in (no policy is about it)',
    };
  },
);

function inWords(authorization: Authorization): string {
  const one = ({ allowed, status, reason }: Omit<Authorization, 'receivers'>): string =>
    `${allowed ? 'let in' : `denied with ${status ?? 'closed'}`} (${reason})`;
  const { receivers } = authorization;
  if (!receivers) return one(authorization);
  return receivers.map((receiver) => `${one(receiver)} by ${receiver.name}`).join(', ');
}
