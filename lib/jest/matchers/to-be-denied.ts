import { fail } from '../../values/check';
import { matcher } from '../matcher';

export const toBeDenied = matcher(
  { name: 'toBeDenied', arguments: '' },
  ({ decision: { authorization } }, status?: number) => {
    if (status !== undefined && !Number.isInteger(status))
      fail('the status', '401 or 403', status, 'write 403');
    const isDenied = authorization?.allowed === false;
    const code = authorization?.status ?? 'closed';
    return {
      pass: isDenied && (status === undefined || status === authorization.status),
      expected: `denied${status === undefined ? '' : ` with ${status}`}`,
      received: authorization
        ? `${isDenied ? `denied with ${code}` : 'let in'} (${authorization.reason})`
        : 'let in (no policy is about it)',
    };
  },
);
