import { booleanOf, fieldsOf, numberOf, optionalFields, type Fields } from '../../manifest/fields';
import type { CircuitBreaker, ClusterPolicy, OutlierDetection, Transport } from '../decision';
import type { TrafficPolicy } from '../destination-rule/policy';
import { milliseconds } from '../virtual-service/duration';

export interface PolicyInput {
  readonly traffic: TrafficPolicy;
  readonly transport: Transport;
  readonly isOriginal: boolean;
}

/** What the traffic policy of a cluster comes to, with Istio's defaults. */
export function clusterPolicy(input: PolicyInput): ClusterPolicy {
  const circuitBreaker = breaker(input.traffic.connectionPool);
  const outlierDetection = outliers(input.traffic.outlierDetection);
  return Object.freeze({
    loadBalancer: loadBalancer(input),
    ...(circuitBreaker && { circuitBreaker }),
    ...(outlierDetection && { outlierDetection }),
    transport: input.transport,
  });
}

function loadBalancer({ traffic, isOriginal }: PolicyInput): string {
  if (isOriginal) return 'CLUSTER_PROVIDED';
  const settings = fieldsOf(traffic.loadBalancer);
  const hash = optionalFields(settings.consistentHash);
  if (hash) return optionalFields(hash.maglev) ? 'MAGLEV' : 'RING_HASH';
  switch (settings.simple) {
    case 'RANDOM':
    case 'ROUND_ROBIN':
      return settings.simple;
    default:
      return 'LEAST_REQUEST';
  }
}

function breaker(pool: Fields | undefined): CircuitBreaker | undefined {
  if (!pool) return undefined;
  const tcp = fieldsOf(pool.tcp);
  const http = fieldsOf(pool.http);
  const connectTimeout = milliseconds(tcp.connectTimeout);
  const limits: CircuitBreaker = {
    ...limit('maxConnections', tcp.maxConnections),
    ...limit('maxPendingRequests', http.http1MaxPendingRequests),
    ...limit('maxRequests', http.http2MaxRequests),
    ...limit('maxRetries', http.maxRetries),
    ...limit('maxRequestsPerConnection', http.maxRequestsPerConnection),
    ...(connectTimeout !== undefined && { connectTimeout }),
  };
  return Object.keys(limits).length > 0 ? Object.freeze(limits) : undefined;
}

/** 0 is no limit. */
function limit<K extends keyof CircuitBreaker>(key: K, value: unknown): { [key in K]?: number } {
  const number = numberOf(value);
  return number ? ({ [key]: number } as { [key in K]?: number }) : {};
}

/**
 * A block of its own turns it on, whatever is in it.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
function outliers(settings: Fields | undefined): OutlierDetection | undefined {
  if (!settings) return undefined;
  const number = (value: unknown): number | undefined => numberOf(value);
  const found: Record<string, number | boolean | undefined> = {
    consecutive5xx: number(settings.consecutive5xxErrors),
    consecutiveGatewayErrors: number(settings.consecutiveGatewayErrors),
    consecutiveLocalOriginFailures: number(settings.consecutiveLocalOriginFailures),
    splitExternalLocalOriginErrors: booleanOf(settings.splitExternalLocalOriginErrors),
    interval: milliseconds(settings.interval),
    baseEjectionTime: milliseconds(settings.baseEjectionTime),
    maxEjectionPercent: number(settings.maxEjectionPercent) || undefined,
    minHealthPercent: number(settings.minHealthPercent),
  };
  return Object.freeze(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)));
}
