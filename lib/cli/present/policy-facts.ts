import type { CircuitBreaker, ClusterPolicy, Forwarded, OutlierDetection } from '../../simulate/decision';
import type { Fact } from './facts';
import { duration } from './words';

/** How the proxy deals with the destinations: said once where it is the same for all. */
export function policyFacts(forwarded: readonly Forwarded[]): readonly Fact[] {
  const perLabel = new Map<string, Map<string, string[]>>();
  for (const { policy, subset, host } of forwarded) {
    if (!policy) continue;
    for (const [label, text] of lines(policy)) {
      const texts = perLabel.get(label) ?? new Map<string, string[]>();
      perLabel.set(label, texts.set(text, [...(texts.get(text) ?? []), subset ?? host ?? 'unknown']));
    }
  }
  return [...perLabel].flatMap(([label, texts]) =>
    [...texts].map(([text, names]) => ({
      label: names.length === forwarded.length ? label : `${label} (${names.join(', ')})`,
      text: [text],
    })),
  );
}

function lines({
  loadBalancer,
  circuitBreaker,
  outlierDetection,
  transport,
}: ClusterPolicy): readonly (readonly [string, string])[] {
  const limits = circuitBreaker ? limitsText(circuitBreaker) : '';
  const security = {
    'mutual-tls': 'mutual TLS of the mesh',
    'per-endpoint': 'mutual TLS where the endpoint has a sidecar, else plaintext',
    tls: 'TLS as the DestinationRule says',
    plaintext: 'plaintext',
  }[transport.kind];
  // The mesh's own server names say what is known already.
  const serverName =
    transport.kind === 'tls' && transport.sni !== undefined ? `, server name ${transport.sni}` : '';
  return [
    ['transport', `${security}${serverName}`],
    ...(loadBalancer === 'LEAST_REQUEST' ? [] : [['balancing', loadBalancer] as const]),
    ...(limits === '' ? [] : [['limits', limits] as const]),
    ...(outlierDetection ? [['ejection', ejectionText(outlierDetection)] as const] : []),
  ];
}

function limitsText(limits: CircuitBreaker): string {
  const { maxConnections, maxPendingRequests, maxRequests, maxRetries } = limits;
  const { maxRequestsPerConnection, connectTimeout } = limits;
  return [
    count(maxConnections, 'connection'),
    count(maxPendingRequests, 'pending request'),
    count(maxRequests, 'request', ' at a time'),
    count(maxRetries, 'retry', ' at a time'),
    count(maxRequestsPerConnection, 'request', ' per connection'),
    connectTimeout === undefined ? '' : `${duration(connectTimeout)} to connect`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function count(limit: number | undefined, what: string, how = ''): string {
  if (limit === undefined) return '';
  return `${limit} ${limit === 1 ? what : `${what.replace(/y$/, 'ie')}s`}${how}`;
}

function ejectionText(outliers: OutlierDetection): string {
  const { consecutive5xx, consecutiveGatewayErrors, consecutiveLocalOriginFailures } = outliers;
  const { interval, baseEjectionTime, maxEjectionPercent, minHealthPercent } = outliers;
  const criterion = (count: number | undefined, what: string): string =>
    count === undefined || count === 0 ? '' : `after ${count} ${what} in a row`;
  return [
    criterion(consecutive5xx, '5xx'),
    criterion(consecutiveGatewayErrors, 'gateway errors'),
    criterion(consecutiveLocalOriginFailures, 'failed connections'),
    interval === undefined ? '' : `looked at every ${duration(interval)}`,
    baseEjectionTime === undefined ? '' : `for ${duration(baseEjectionTime)} or more`,
    maxEjectionPercent === undefined ? '' : `at most ${maxEjectionPercent} % of the endpoints`,
    minHealthPercent === undefined || minHealthPercent === 0
      ? ''
      : `never when less than ${minHealthPercent} % are healthy`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}
