import type { CircuitBreaker, OutlierDetection, Transport } from '../../simulate/decision';
import type { PerDestination } from '../facts';
import { count, duration, list } from './numbers';

// How a proxy deals with destinations.

export const BALANCERS: Readonly<Record<string, string>> = {
  LEAST_REQUEST: 'the less busy one of two endpoints',
  RANDOM: 'any endpoint at random',
  ROUND_ROBIN: 'one endpoint after the other',
  RING_HASH: 'the endpoint that a hash says (ring)',
  MAGLEV: 'the endpoint that a hash says (Maglev)',
  CLUSTER_PROVIDED: 'the address that was dialled',
};

/** Said once where it is the same for all. */
export function perText<T>(each: PerDestination<T>, text: (what: T) => string): string {
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

export function transportText({ kind, sni }: Transport): string {
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
