import type { Author } from './contribution';
import type { Host } from './host';
import type { Problem } from './problem';

/** What each caller's proxy limits, per service or version, and whom it stops asking. */
export interface CircuitBreaker {
  readonly kind: 'circuit-breaker';
  readonly pool: ConnectionPool;
  readonly outliers?: OutlierDetection;
}

export interface ConnectionPool {
  readonly maxConnections?: number;
  readonly connectTimeoutMilliseconds?: number;
  readonly idleTimeoutMilliseconds?: number;
  readonly maxConnectionDurationMilliseconds?: number;
  readonly maxPendingRequests?: number;
  readonly maxRequests?: number;
  readonly maxRequestsPerConnection?: number;
  readonly maxRetries?: number;
}

export interface OutlierDetection {
  readonly consecutive5xxErrors?: number;
  readonly consecutiveGatewayErrors?: number;
  readonly consecutiveLocalOriginFailures?: number;
  readonly intervalMilliseconds?: number;
  readonly baseEjectionMilliseconds?: number;
  readonly maxEjectionPercent?: number;
  readonly minHealthPercent?: number;
}

/** How an endpoint is chosen. */
export type Balancer = { readonly kind: 'balancer' } & (
  | {
      readonly algorithm: 'LEAST_REQUEST' | 'ROUND_ROBIN' | 'RANDOM' | 'PASSTHROUGH';
      readonly warmup?: Warmup;
    }
  | { readonly hash: HashKey; readonly table: HashTable }
);

export interface Warmup {
  readonly milliseconds: number;
  readonly minimumPercent?: number;
  readonly aggression?: number;
}

export type HashKey =
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'query'; readonly name: string }
  | {
      readonly kind: 'cookie';
      readonly name: string;
      readonly path?: string;
      readonly ttlMilliseconds: number;
    }
  | { readonly kind: 'source-ip' };

export type HashTable =
  | { readonly kind: 'ring'; readonly minimumSize?: number }
  | { readonly kind: 'maglev'; readonly size?: number };

/** Which endpoints are preferred by where they and the caller run. */
export type Locality = { readonly kind: 'locality' } & (
  | { readonly mode: 'off' }
  | { readonly mode: 'failover'; readonly regions: readonly { readonly from: string; readonly to: string }[] }
  | { readonly mode: 'priority'; readonly labels: readonly string[] }
  | {
      readonly mode: 'distribute';
      readonly rules: readonly {
        readonly from: string;
        readonly to: readonly (readonly [locality: string, percent: number])[];
      }[];
    }
);

/** What one construct says about how callers treat a host, whatever the request. */
export interface Setting {
  readonly author: Author;
  /** The version that it is about; the host, and so every version that says nothing itself, if absent. */
  readonly version?: string;
  readonly said: CircuitBreaker | Balancer | Locality;
}

/** What holds for a host, or for one of its versions. */
export interface Policy {
  readonly circuitBreaker?: CircuitBreaker;
  readonly balancer?: Balancer;
  readonly locality?: Locality;
}

export interface HostSettings {
  readonly host: Policy;
  /** Only versions that say something themselves, and then all that holds for them. */
  readonly versions: ReadonlyMap<string, Policy>;
  /** Who said it, by `<version or empty> <kind>`. */
  readonly authors: ReadonlyMap<string, Author>;
}

/** Brings the settings of a host together: each is said once for the host and once for a version. */
export function mergeSettings(
  host: Host,
  settings: readonly Setting[],
): { readonly settings: HostSettings; readonly problems: readonly Problem[] } {
  const first = new Map<string, Setting>();
  const problems: Problem[] = [];
  const sorted = [...settings].sort((a, b) => (a.author.path < b.author.path ? -1 : 1));
  for (const setting of sorted) {
    const key = settingKey(setting.version, setting.said.kind);
    const other = first.get(key);
    if (!other) {
      first.set(key, setting);
    } else if (JSON.stringify(other.said) !== JSON.stringify(setting.said)) {
      const subject = setting.version === undefined ? host.key : `${setting.version} of ${host.key}`;
      problems.push({
        authors: [other.author, setting.author],
        message: `${subject} must have one ${NAMES[setting.said.kind]}, got two (${other.author.path} and ${setting.author.path}); merge them into one construct`,
      });
    }
  }

  const said = (version: string | undefined): Policy => ({
    circuitBreaker: first.get(settingKey(version, 'circuit-breaker'))?.said as CircuitBreaker | undefined,
    balancer: first.get(settingKey(version, 'balancer'))?.said as Balancer | undefined,
    locality: first.get(settingKey(version, 'locality'))?.said as Locality | undefined,
  });
  const shared = complete(said(undefined));
  const own = host.versions
    .map(({ name }) => [name, said(name)] as const)
    .filter(([, policy]) => Object.values(policy).some((part) => part !== undefined));
  return {
    settings: {
      host: shared,
      versions: new Map(own.map(([name, policy]) => [name, complete(inherit(policy, shared))])),
      authors: new Map([...first].map(([key, { author }]) => [key, author])),
    },
    problems,
  };
}

export function settingKey(version: string | undefined, kind: Setting['said']['kind']): string {
  return `${version ?? ''} ${kind}`;
}

/** A version keeps what the host says and it does not, field by field: Istio itself would drop these. */
function inherit(own: Policy, host: Policy): Policy {
  return {
    circuitBreaker: inheritCircuitBreaker(own.circuitBreaker, host.circuitBreaker),
    balancer: own.balancer ?? host.balancer,
    locality: own.locality ?? host.locality,
  };
}

function inheritCircuitBreaker(own?: CircuitBreaker, host?: CircuitBreaker): CircuitBreaker | undefined {
  if (!own || !host) return own ?? host;
  const outliers = own.outliers || host.outliers ? { ...host.outliers, ...own.outliers } : undefined;
  return { kind: own.kind, pool: { ...host.pool, ...own.pool }, outliers };
}

/** What outlier detection needs to act where nothing is said: Istio's own values would eject nothing of a small service. */
function complete(policy: Policy): Policy {
  const { circuitBreaker } = policy;
  if (!circuitBreaker?.outliers) return policy;
  const { consecutiveGatewayErrors: gateway, consecutiveLocalOriginFailures: local } =
    circuitBreaker.outliers;
  const defaults = { consecutive5xxErrors: gateway || local ? 0 : 5, maxEjectionPercent: 100 };
  return {
    ...policy,
    circuitBreaker: { ...circuitBreaker, outliers: { ...defaults, ...circuitBreaker.outliers } },
  };
}

const NAMES = {
  'circuit-breaker': 'circuit breaker',
  balancer: 'load balancer (or session affinity)',
  locality: 'locality setting',
} as const;
