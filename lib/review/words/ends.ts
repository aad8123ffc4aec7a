import type { End } from '../facts';
import { list, percent } from './numbers';

/** `20 % `, and nothing for all of them. */
export function share(probability: number): string {
  return probability === 1 ? '' : `${percent(probability)} `;
}

export function endsText(ends: readonly End[]): string {
  return list(ends.map((end) => `${share(end.share)}${endText(end)}`));
}

function endText(end: End): string {
  switch (end.kind) {
    case 'delivery': {
      const workloads = end.workloads.length > 1 ? ` (${workloadsText(end.workloads)})` : '';
      return `go to ${end.to}${workloads}${end.authority === undefined ? '' : ` as ${end.authority}`}`;
    }
    case 'answer': {
      if (end.location !== undefined) return `are redirected to ${end.location} (${end.status})`;
      const grpc = end.grpcStatus === undefined ? '' : `, gRPC status ${end.grpcStatus}`;
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
