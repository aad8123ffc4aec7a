import type { End } from '../facts';
import { GRPC_STATUSES } from '../../simulate/grpc';
import { list, percent } from './numbers';

/** `20 % `, and nothing for all of them. */
export function share(probability: number): string {
  return probability === 1 ? '' : `${percent(probability)} `;
}

/** @param sample the path that redirects are told of, if they depend on it */
export function endsText(ends: readonly End[], sample?: string): string {
  return list(ends.map((end) => `${share(end.share)}${endText(end, sample)}`));
}

function endText(end: End, sample: string | undefined): string {
  switch (end.kind) {
    case 'delivery': {
      const workloads = end.workloads.length > 1 ? ` (${workloadsText(end.workloads)})` : '';
      return `go to ${end.to}${workloads}${end.authority === undefined ? '' : ` as ${end.authority}`}`;
    }
    case 'answer': {
      if (end.location !== undefined) {
        const from = sample === undefined ? '' : `, ${sample} for example,`;
        return `are redirected${from} to ${end.location} (${end.status})`;
      }
      const grpc =
        end.grpcStatus === undefined
          ? ''
          : `, gRPC status ${GRPC_STATUSES[end.grpcStatus] ?? end.grpcStatus}`;
      return `get ${end.status}${grpc} from the proxy (${end.flag === 'FI' ? 'injected fault' : end.reason})`;
    }
    case 'closing':
      return `are cut off (${end.reason})`;
  }
}

function workloadsText(workloads: readonly { readonly name: string; readonly share: number }[]): string {
  const names = workloads.map(({ name, share }) => `${percent(share)} ${name.split('/')[1]}`);
  return names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
}
