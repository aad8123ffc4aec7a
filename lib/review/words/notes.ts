import type { Note, Unasked } from '../describe/model';
import type { HostRef } from '../subject/hosts';
import type { NamespaceFacts } from '../subject/namespaces';
import type { Item } from './blocks';
import { callerText } from './conditions';
import { count, list } from './numbers';

/** `reviews.shop.svc.cluster.local`, `any host, for clients of the gateway …` */
export function hostTitle({ host, gateway, kind }: HostRef): string {
  if (gateway) return `${host === '*' ? 'any host' : host}, for ${callerText(gateway)}`;
  return kind === 'external' && !host.includes(' ') ? `${host}, outside` : host;
}

export function noteText(note: Note): readonly (Item | string)[] {
  switch (note.kind) {
    case 'limits-per-proxy': {
      const { isPerDestination, largest, sources } = note;
      const example = largest
        ? ` ${count(largest.replicas, 'replica')} of ${largest.caller} keep up to ${count(largest.replicas * largest.connections, 'connection')}${isPerDestination ? ' to each' : ''}.`
        : ' R replicas of a caller keep up to R times as many.';
      const each = isPerDestination ? 'each proxy and each destination' : 'each proxy';
      return [{ text: `Limits hold for ${each} by itself.${example}`, sources }];
    }
    case 'ejection-brings-locality':
      return [
        {
          text: "Outlier detection switches on locality failover: requests stay in the caller's zone as long as endpoints there are healthy.",
          sources: note.sources,
        },
      ];
    case 'ejects-nobody':
      return [
        {
          text: `No endpoint of ${note.to} is ever left out: ${note.percent} % of its endpoints is less than one.`,
          sources: note.sources,
        },
      ];
    case 'affinity-needs-key':
      return ['A request without that may reach any endpoint.'];
    case 'affinity-within-version':
      return ['Affinity holds within a version only: which version gets a request is drawn anew for each.'];
    case 'versions':
      return [
        {
          text: `${list(note.versions.map(({ name, labels }) => `${name} are the pods with ${pairs(labels)}`))}.`,
          sources: note.sources,
        },
      ];
  }
}

function pairs(labels: Readonly<Record<string, string>>): string {
  const texts = Object.entries(labels).map(([name, text]) => `${name}=${text}`);
  return texts.length > 0 ? texts.join(',') : 'any labels';
}

export const UNASKED: Readonly<Record<Unasked, string>> = {
  'everybody-let-in': 'Every caller is let in, where nothing else is said below: no policy asks who it is.',
  'no-timeout': 'There is no timeout where none is said below: Istio sets none.',
  retries:
    'Requests that cannot connect, that the receiver refuses before it reads them, or that get UNAVAILABLE or CANCELLED as a gRPC status are tried again up to twice, where nothing else is said below. Nobody asked for that: Istio does it by itself.',
  'mutual-tls': 'Proxies speak mutual TLS of the mesh to each other, where nothing else is said below.',
  'unknown-hosts-open': 'Requests to hosts that no object names go where they were sent.',
  'unknown-hosts-closed': 'Requests to hosts that no object names are cut off.',
};

export function namespaceText(facts: NamespaceFacts): Item {
  const { namespace, isDeclared, mutualTls, exceptions, sources } = facts;
  const others = exceptions.map(({ labels, port, mode }) => {
    return `${mode} for workloads with ${pairs(labels)}${port === undefined ? '' : `, port ${port}`}`;
  });
  const unknown = isDeclared ? '' : ' (it is not declared here, and taken to be in the mesh)';
  return {
    text: `${namespace}: ${planeText(facts)}${unknown}; ${list([MODES[mutualTls] ?? mutualTls, ...others])}.`,
    sources: [...sources, ...exceptions.map(({ source }) => source)],
  };
}

const MODES: Readonly<Record<string, string>> = {
  STRICT: 'takes only mutual TLS (STRICT)',
  PERMISSIVE: 'takes mutual TLS and plaintext (PERMISSIVE)',
  DISABLE: 'takes only plaintext (DISABLE)',
};

function planeText({ dataPlane }: NamespaceFacts): string {
  switch (dataPlane.kind) {
    case 'sidecar':
      return dataPlane.revision === undefined
        ? 'pods get a sidecar'
        : `pods get a sidecar of revision ${dataPlane.revision}`;
    case 'ambient':
      return dataPlane.waypoint === undefined
        ? 'ambient without a waypoint, so that rules about requests do nothing'
        : `ambient with the waypoint ${dataPlane.waypoint}`;
    case 'none':
      return 'not in the mesh';
  }
}
