import type {
  DestinationRuleSpecTrafficPolicy,
  DestinationRuleSpecTrafficPolicyConnectionPool,
  DestinationRuleSpecTrafficPolicyLoadBalancer,
  DestinationRuleSpecTrafficPolicyLoadBalancerSimple as Simple,
  DestinationRuleSpecTrafficPolicyPortLevelSettingsTlsMode as TlsMode,
  DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSetting,
  DestinationRuleSpecTrafficPolicyOutlierDetection,
  DestinationRuleSpecTrafficPolicyPortLevelSettings,
} from '../../../imports/networking.istio.io';
import type { Host, OriginateTls } from '../../model/host';
import type {
  Balancer,
  ConnectionPool,
  HashKey,
  HostSettings,
  Locality,
  OutlierDetection,
  Policy,
} from '../../model/settings';
import { duration } from '../duration';
import { member } from '../enum';
import type { Manifest } from '../manifest';
import { hostName, versionService, type RenderContext } from '../names';

/**
 * The DestinationRule of a host; `undefined` if nothing needs one.
 *
 * With one subset come all: so a route to a version never meets a rule that does not know it yet.
 *
 * @param subsets whether a route or a setting names a version
 */
export function destinationRuleOf(
  context: RenderContext,
  host: Host,
  settings: HostSettings,
  subsets: boolean,
): Manifest | undefined {
  const trafficPolicy = trafficPolicyOf(settings.host, host);
  const versions = subsets || settings.versions.size > 0 ? host.versions : [];
  if (!trafficPolicy && versions.length === 0) return undefined;
  return {
    kind: 'networking.istio.io/DestinationRule',
    name: host.name,
    namespace: host.namespace,
    spec: {
      host: hostName(context, host, host.namespace),
      ...(trafficPolicy && { trafficPolicy }),
      ...(versions.length > 0 && {
        subsets: versions.map(({ name, labels }) => {
          const own = settings.versions.get(name);
          const policy = own && trafficPolicyOf(own, host);
          return { name, labels: Object.fromEntries(labels), ...(policy && { trafficPolicy: policy }) };
        }),
      }),
    },
  };
}

/** To Istio, the Service of a version is another host, so that what is said about the version is said of it again. */
export function versionRules(
  context: RenderContext,
  host: Host,
  settings: HostSettings,
): (Manifest | undefined)[] {
  return host.versions.map((version) => {
    const own = {
      ...settings,
      host: settings.versions.get(version.name) ?? settings.host,
      versions: new Map(),
    };
    return destinationRuleOf(context, versionService(host, version), own, false);
  });
}

/** Port settings inherit nothing in Istio, so where TLS starts at one port, it is given the rest of the policy, too. */
function trafficPolicyOf(policy: Policy, host: Host): DestinationRuleSpecTrafficPolicy | undefined {
  const shared = policyFields(policy);
  const ports = host.ports
    .filter(({ originateTls }) => originateTls)
    .map(({ number, originateTls }): DestinationRuleSpecTrafficPolicyPortLevelSettings => {
      return {
        port: { number },
        ...shared,
        tls: tlsOf(originateTls!),
      } as DestinationRuleSpecTrafficPolicyPortLevelSettings;
    });
  const fields = { ...shared, ...(ports.length > 0 && { portLevelSettings: ports }) };
  return Object.keys(fields).length > 0 ? fields : undefined;
}

function policyFields({ circuitBreaker, balancer, locality }: Policy): DestinationRuleSpecTrafficPolicy {
  const connectionPool = circuitBreaker && poolOf(circuitBreaker.pool);
  const loadBalancer = {
    ...(balancer && balancerOf(balancer)),
    ...(locality && { localityLbSetting: localityOf(locality) }),
  };
  return {
    ...(connectionPool && { connectionPool }),
    ...(circuitBreaker?.outliers && { outlierDetection: outliersOf(circuitBreaker.outliers) }),
    ...(Object.keys(loadBalancer).length > 0 && { loadBalancer }),
  };
}

/** The system's authorities are what Istio takes by itself; they are written because its analyzer asks for them. */
function tlsOf({
  sni,
  caCertificates = 'system',
}: OriginateTls): DestinationRuleSpecTrafficPolicyPortLevelSettings['tls'] {
  return { mode: member<TlsMode>('SIMPLE'), caCertificates, ...(sni && { sni }) };
}

function poolOf(pool: ConnectionPool): DestinationRuleSpecTrafficPolicyConnectionPool | undefined {
  const tcp = defined({
    maxConnections: pool.maxConnections,
    connectTimeout: time(pool.connectTimeoutMilliseconds),
    maxConnectionDuration: time(pool.maxConnectionDurationMilliseconds),
  });
  const http = defined({
    http1MaxPendingRequests: pool.maxPendingRequests,
    http2MaxRequests: pool.maxRequests,
    maxRequestsPerConnection: pool.maxRequestsPerConnection,
    maxRetries: pool.maxRetries,
    idleTimeout: time(pool.idleTimeoutMilliseconds),
  });
  return tcp || http ? { ...(tcp && { tcp }), ...(http && { http }) } : undefined;
}

function outliersOf(outliers: OutlierDetection): DestinationRuleSpecTrafficPolicyOutlierDetection {
  return {
    ...defined({
      consecutive5XxErrors: outliers.consecutive5xxErrors,
      consecutiveGatewayErrors: outliers.consecutiveGatewayErrors,
      consecutiveLocalOriginFailures: outliers.consecutiveLocalOriginFailures,
      // Without it, Envoy counts failures to connect as 5xx and ignores their own threshold.
      splitExternalLocalOriginErrors:
        outliers.consecutiveLocalOriginFailures === undefined ? undefined : true,
      interval: time(outliers.intervalMilliseconds),
      baseEjectionTime: time(outliers.baseEjectionMilliseconds),
      maxEjectionPercent: outliers.maxEjectionPercent,
      minHealthPercent: outliers.minHealthPercent,
    }),
  };
}

function balancerOf(balancer: Balancer): DestinationRuleSpecTrafficPolicyLoadBalancer {
  if ('hash' in balancer) {
    const { hash, table } = balancer;
    const tables =
      table.kind === 'maglev'
        ? { maglev: { ...(table.size !== undefined && { tableSize: table.size }) } }
        : table.minimumSize !== undefined && { ringHash: { minimumRingSize: table.minimumSize } };
    return { consistentHash: { ...hashOf(hash), ...tables } };
  }
  const { algorithm, warmup } = balancer;
  return {
    simple: member<Simple>(algorithm),
    ...(warmup && {
      warmup: {
        duration: duration(warmup.milliseconds),
        ...defined({ minimumPercent: warmup.minimumPercent, aggression: warmup.aggression }),
      },
    }),
  };
}

function hashOf(hash: HashKey): NonNullable<DestinationRuleSpecTrafficPolicyLoadBalancer['consistentHash']> {
  switch (hash.kind) {
    case 'header':
      return { httpHeaderName: hash.name };
    case 'query':
      return { httpQueryParameterName: hash.name };
    case 'source-ip':
      return { useSourceIp: true };
    case 'cookie':
      return {
        httpCookie: {
          name: hash.name,
          ...(hash.path && { path: hash.path }),
          ttl: duration(hash.ttlMilliseconds),
        },
      };
  }
}

function localityOf(locality: Locality): DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSetting {
  switch (locality.mode) {
    case 'off':
      return { enabled: false };
    case 'failover':
      return { enabled: true, failover: locality.regions.map(({ from, to }) => ({ from, to })) };
    case 'priority':
      return { enabled: true, failoverPriority: [...locality.labels] };
    case 'distribute':
      return {
        enabled: true,
        distribute: locality.rules.map(({ from, to }) => ({ from, to: Object.fromEntries(to) })),
      };
  }
}

function time(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : duration(milliseconds);
}

/** Without what is undefined; nothing if nothing is left. Zero stays. */
function defined<T extends object>(fields: T): T | undefined {
  const entries = Object.entries(fields).filter(([, field]) => field !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : undefined;
}
