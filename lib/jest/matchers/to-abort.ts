import { GRPC_STATUSES } from '../../simulate/grpc';
import { fail } from '../../values/check';
import { isShare, showExpectedShare, showShare } from '../failure/numbers';
import { matcher } from '../matcher';
import { percentIn, type FaultOptions } from './to-delay';

/** An HTTP status as a number, or the name of a gRPC status. */
export type AbortStatus = number | (typeof GRPC_STATUSES)[number];

export const toAbort = matcher(
  { name: 'toAbort', arguments: 'status', hides: ['security', 'cluster', 'endpoints'] },
  ({ decision: { fault } }, status?: AbortStatus, options: FaultOptions = {}) => {
    const percent = percentIn('toAbort', options);
    const abort = fault?.abort;
    const got = abort && (abort.grpcStatus === undefined ? abort.status : GRPC_STATUSES[abort.grpcStatus]);
    const received = abort ? `${got} for ${showShare(abort.probability)}` : 'no abort';
    if (status === undefined) return { pass: abort !== undefined, expected: 'an abort', received };
    const isKnown = typeof status === 'number' ? Number.isInteger(status) : GRPC_STATUSES.includes(status);
    if (!isKnown)
      fail('the status', 'an HTTP status or the name of a gRPC status', status, "write 503 or 'UNAVAILABLE'");
    return {
      pass: abort !== undefined && got === status && isShare(percent, abort.probability),
      expected: `${status} for ${showExpectedShare(percent)}`,
      received,
    };
  },
);
