import type { Duration } from 'cdk8s';
import type { HashKey as HashKeyFacts, Locality as LocalityFacts } from '../model/settings';
import { checkCookie, checkHeaderName, fail } from './check';
import { NOT_NEGATIVE, milliseconds } from './duration';
import type { Percent } from './percent';

/**
 * How an endpoint is chosen for each request.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-SimpleLB
 */
export enum LoadBalancingAlgorithm {
  /** The less busy of two that are drawn at random; what Istio does by itself. */
  LEAST_REQUEST = 'LEAST_REQUEST',
  /** One after the other. */
  ROUND_ROBIN = 'ROUND_ROBIN',
  /** Drawn at random. */
  RANDOM = 'RANDOM',
  /** The address that the client called. */
  PASSTHROUGH = 'PASSTHROUGH',
}

/** More about the cookie that ties a client to an endpoint. */
export interface HashCookieOptions {
  /**
   * How long the cookie that the proxy makes is kept; 0 until the browser is closed.
   * @default Duration.millis(0)
   */
  readonly ttl?: Duration;
  /**
   * The path of the cookie that the proxy makes.
   * @default - none
   */
  readonly path?: string;
}

/** What decides which endpoint a request goes to: equal keys go to one endpoint as long as the endpoints stay. */
export class HashKey {
  /** A request header. Requests without it go anywhere. */
  public static header(name: string): HashKey {
    return new HashKey({ kind: 'header', name: checkHeaderName('the header of a session', name) });
  }

  /** A cookie. A client without it is given one. */
  public static cookie(name: string, options: HashCookieOptions = {}): HashKey {
    const ttl = options.ttl ? milliseconds('the life of a session cookie', options.ttl, NOT_NEGATIVE) : 0;
    const path = options.path;
    return new HashKey({
      kind: 'cookie',
      name: checkCookie('the cookie of a session', name),
      ...(path !== undefined && { path }),
      ttlMilliseconds: ttl,
    });
  }

  /** A query parameter. Requests without it go anywhere. */
  public static queryParameter(name: string): HashKey {
    if (!/^[!-~]+$/.test(name))
      fail('the query parameter of a session', 'a name', name, 'encode it as clients do');
    return new HashKey({ kind: 'query', name });
  }

  /** The address of the client: for a sidecar that of its pod, behind a gateway that of the peer it sees. */
  public static sourceIp(): HashKey {
    return new HashKey({ kind: 'source-ip' });
  }

  /** @internal */
  public readonly _key: HashKeyFacts;

  private constructor(key: HashKeyFacts) {
    this._key = Object.freeze(key);
    Object.freeze(this);
  }
}

/** Where traffic goes when the endpoints of a region fail. */
export interface RegionFailover {
  /** The region of the caller. */
  readonly from: string;
  /** The region that takes over. */
  readonly to: string;
}

/** How the traffic of one place is spread over others. */
export interface LocalityDistribution {
  /** Where the caller is: `region/zone/subzone`, `region/zone/*` or `region/*`. */
  readonly from: string;
  /** The share of each place; all shares add up to 100 %, in whole percent. */
  readonly to: { [locality: string]: Percent };
}

/**
 * Which endpoints are preferred by where they run.
 *
 * Circuit breakers with outlier detection switch failover on by themselves: traffic then stays in the caller's zone.
 * `Locality.off()` prevents that.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/
 */
export class Locality {
  /** Everywhere alike. */
  public static off(): Locality {
    return new Locality({ kind: 'locality', mode: 'off' });
  }

  /**
   * Near ones first, those of other regions in this order if they fail. Needs a CircuitBreaker with outlier detection,
   * since only that tells proxies who fails.
   */
  public static failover(...regions: RegionFailover[]): Locality {
    for (const { from, to } of regions) {
      if (from === to)
        fail('a failover', 'from one region to another', `${from} to ${to}`, 'name another region');
    }
    return new Locality({ kind: 'locality', mode: 'failover', regions });
  }

  /**
   * Endpoints that share the first of these labels with the caller, then those that share the first but one, and so
   * on. Needs a CircuitBreaker with outlier detection.
   * @param labels such as `topology.kubernetes.io/zone`, or `key=value`
   */
  public static failoverPriority(...labels: string[]): Locality {
    if (labels.length === 0)
      fail('the labels of a failover', 'at least one', labels, 'name the most important first');
    return new Locality({ kind: 'locality', mode: 'priority', labels });
  }

  /** Fixed shares, whatever fails. */
  public static distribute(...rules: LocalityDistribution[]): Locality {
    if (rules.length === 0) fail('a distribution', 'at least one rule', rules, 'name where the callers are');
    return new Locality({
      kind: 'locality',
      mode: 'distribute',
      rules: rules.map(({ from, to }) => {
        const shares = Object.entries(to).sort(([a], [b]) => (a < b ? -1 : 1));
        const percents = shares.map(([place, share]) => [place, share.toNumber()] as const);
        const sum = percents.reduce((all, [, percent]) => all + percent, 0);
        if (sum !== 100 || percents.some(([, percent]) => !Number.isInteger(percent))) {
          const got = percents.map(([place, percent]) => `${place}: ${percent} %`).join(', ');
          fail(
            `the shares of traffic from ${from}`,
            'whole percents that add up to 100',
            got,
            'change one of them',
          );
        }
        return { from, to: percents.filter(([, percent]) => percent > 0) };
      }),
    });
  }

  /** @internal */
  public readonly _locality: LocalityFacts;

  private constructor(locality: LocalityFacts) {
    this._locality = Object.freeze(locality);
    Object.freeze(this);
  }
}
