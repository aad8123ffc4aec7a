import type {
  AffinityKey,
  CircuitBreaker,
  HeaderChanges,
  OutlierDetection,
  Retries,
  Transport,
} from '../../simulate/decision';
import type { Aspect, End, PerDestination, Treatment } from '../facts';
import { count, duration, list, percent } from './numbers';

/**
 * What an aspect of a treatment is, in words that go on after `These requests …`. An empty text where there is nothing
 * to say: `absentText` has words for that.
 */
export function aspectText(treatment: Treatment, aspect: Aspect): string {
  switch (aspect) {
    case 'ends':
      return endsText(treatment.ends);
    case 'access':
      return accessText(treatment.access);
    case 'delay': {
      const { delay } = treatment;
      return delay ? `${share(delay.probability)}wait ${duration(delay.duration)} first` : '';
    }
    case 'mirrors':
      return list(
        treatment.mirrors.map(
          ({ to, probability, reachable }) =>
            `${share(probability)}are copied to ${to}${reachable ? '; answers are discarded' : ', where nobody is'}`,
        ),
      );
    case 'rewrite': {
      const { path, authority } = treatment.rewrite ?? {};
      return list([
        ...(path !== undefined ? [`arrive with path ${path}`] : []),
        ...(authority !== undefined ? [`arrive with host ${authority}`] : []),
      ]);
    }
    case 'requestHeaders':
      return headersText(treatment.requestHeaders, 'arrive');
    case 'responseHeaders':
      return headersText(treatment.responseHeaders, 'are answered');
    case 'cors':
      return treatment.cors ? 'follow cross-origin rules' : '';
    case 'timeout':
      return treatment.timeout !== undefined
        ? `have to be answered within ${duration(treatment.timeout)}, all tries together`
        : '';
    case 'retries':
      return treatment.retries ? retriesText(treatment.retries) : '';
    case 'affinity':
      return treatment.affinity.length > 0
        ? `reach the same endpoint if they have the same ${list(treatment.affinity.map(keyText), 'or')}`
        : '';
    case 'limits':
      return perText(treatment.limits, limitsText);
    case 'ejection':
      return perText(treatment.ejection, ejectionText);
    case 'balancing':
      return perText(treatment.balancing, (name) => BALANCERS[name] ?? name);
    case 'transport':
      return perText(treatment.transport, transportText);
  }
}

/** What it means that there is nothing. */
export const ABSENT: Readonly<Record<Aspect, string>> = {
  ends: 'go nowhere',
  access: 'are let in by default',
  delay: 'are not delayed',
  mirrors: 'are not copied',
  rewrite: 'arrive as they were sent',
  requestHeaders: 'arrive with the headers that were sent',
  responseHeaders: 'are answered with the headers of the receiver',
  cors: 'follow no cross-origin rules',
  timeout: 'have no timeout',
  retries: 'are not tried again',
  affinity: 'may reach any endpoint each time',
  limits: 'no limits',
  ejection: 'no ejection',
  balancing: 'unknown balancing',
  transport: 'unknown transport',
};

export const TITLES: Readonly<Record<Aspect, string>> = {
  ends: 'destination',
  access: 'access',
  delay: 'delay',
  mirrors: 'copies',
  rewrite: 'rewrite',
  requestHeaders: 'request headers',
  responseHeaders: 'response headers',
  cors: 'cross-origin rules',
  timeout: 'timeout',
  retries: 'retries',
  affinity: 'affinity',
  limits: 'limits',
  ejection: 'ejection',
  balancing: 'balancing',
  transport: 'transport',
};

function share(probability: number): string {
  return probability === 1 ? '' : `${percent(probability)} `;
}

function endsText(ends: readonly End[]): string {
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

function accessText(access: Treatment['access']): string {
  if (!access) return '';
  if (access.isUncertain)
    return 'may be let in or not: that depends on what a request does not tell, such as an address';
  if (access.allowed) return 'are let in';
  return `are denied${access.status === undefined ? '' : ` with ${access.status}`}`;
}

function headersText(
  { all, each }: { readonly all?: HeaderChanges; readonly each: PerDestination<HeaderChanges> },
  verb: string,
): string {
  const texts = [
    ...(all ? changesTexts(all) : []),
    ...each.flatMap(({ to, what }) => changesTexts(what).map((text) => `${text} (${to})`)),
  ];
  return texts.length > 0 ? `${verb} ${list(texts)}` : '';
}

function changesTexts({ set, add, remove }: HeaderChanges): readonly string[] {
  return [
    ...Object.entries(set).map(([name, text]) => `with ${name}: ${text}`),
    ...Object.entries(add).map(([name, text]) => `with an additional ${name}: ${text}`),
    ...(remove.length > 0 ? [`without ${list(remove)}`] : []),
  ];
}

function retriesText({ attempts, on, codes, perTryTimeout }: Retries): string {
  const reasons = [...on.filter((one) => one !== 'retriable-status-codes'), ...codes.map(String)];
  const time = perTryTimeout === undefined ? '' : `, ${duration(perTryTimeout)} each`;
  return `are tried again up to ${attempts === 1 ? 'once' : attempts === 2 ? 'twice' : `${attempts} times`}${time}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`;
}

function keyText(key: AffinityKey): string {
  return key.kind === 'source-ip'
    ? 'client address'
    : `${key.kind === 'query' ? 'query parameter' : key.kind} ${key.name}`;
}

const BALANCERS: Readonly<Record<string, string>> = {
  LEAST_REQUEST: 'the less busy one of two endpoints',
  RANDOM: 'any endpoint at random',
  ROUND_ROBIN: 'one endpoint after the other',
  RING_HASH: 'the endpoint that a hash says (ring)',
  MAGLEV: 'the endpoint that a hash says (Maglev)',
  CLUSTER_PROVIDED: 'the address that was dialled',
};

/** Said once where it is the same for all. */
function perText<T>(each: PerDestination<T>, text: (what: T) => string): string {
  const groups = new Map<string, string[]>();
  for (const { to, what } of each) groups.set(text(what), [...(groups.get(text(what)) ?? []), to]);
  if (groups.size === 1) return [...groups.keys()][0]!;
  return [...groups].map(([words, names]) => `${list(names)}: ${words}`).join('; ');
}

export function limitsText(limits: CircuitBreaker): string {
  const { maxConnections, maxPendingRequests, maxRequests, maxRetries, maxRequestsPerConnection } = limits;
  const number = (limit: number | undefined, what: string, how = ''): readonly string[] =>
    limit === undefined ? [] : [`${count(limit, what)}${how}`];
  return list([
    ...number(maxConnections, 'connection'),
    ...number(maxPendingRequests, 'waiting request'),
    ...number(maxRequests, 'request', ' at a time'),
    ...number(maxRetries, 'retry', ' at a time'),
    ...number(maxRequestsPerConnection, 'request', ' per connection'),
    ...(limits.connectTimeout === undefined ? [] : [`${duration(limits.connectTimeout)} to connect`]),
  ]);
}

export function ejectionText(outliers: OutlierDetection): string {
  const { consecutive5xx = 5, consecutiveGatewayErrors = 0, consecutiveLocalOriginFailures = 0 } = outliers;
  const {
    interval = 10_000,
    baseEjectionTime = 30_000,
    maxEjectionPercent = 10,
    minHealthPercent = 0,
  } = outliers;
  const criteria = [
    ...(consecutive5xx > 0 ? [`${count(consecutive5xx, 'answer')} of 5xx`] : []),
    ...(consecutiveGatewayErrors > 0 ? [count(consecutiveGatewayErrors, 'gateway error')] : []),
    ...(consecutiveLocalOriginFailures > 0
      ? [count(consecutiveLocalOriginFailures, 'failed connection')]
      : []),
  ];
  const when = criteria.length > 0 ? `after ${list(criteria, 'or')} in a row` : 'never by errors in a row';
  const health = minHealthPercent > 0 ? `, never when less than ${minHealthPercent} % are healthy` : '';
  return `${when}, for ${duration(baseEjectionTime)} or more, at most ${maxEjectionPercent} % of the endpoints, looked at every ${duration(interval)}${health}`;
}

function transportText({ kind, sni }: Transport): string {
  switch (kind) {
    case 'mutual-tls':
      return 'mutual TLS of the mesh';
    case 'per-endpoint':
      return 'mutual TLS where the endpoint has a sidecar, else plaintext';
    case 'tls':
      return `TLS as the DestinationRule says${sni === undefined ? '' : `, server name ${sni}`}`;
    case 'plaintext':
      return 'plaintext';
  }
}
