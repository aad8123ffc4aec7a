import { Construct } from 'constructs';
import type { HashTable } from '../model/settings';
import { checkInteger, fail } from '../values/check';
import type { HashKey } from '../values/load-balancing';
import type { MeshHost } from './mesh-host';
import { declareSetting } from './setting';

/** What keeps requests of one session together. */
export interface SessionAffinityProps {
  /** The service. */
  readonly service: MeshHost;
  /**
   * The version that it is about.
   * @default - the whole service; where routes name versions, each version on its own
   */
  readonly version?: string;
  /** What tells sessions apart. */
  readonly key: HashKey;
  /**
   * The fewest entries of the hash ring, from 1 to 8388608: the more, the more evenly endpoints are used.
   * @default 1024
   */
  readonly minimumRingSize?: number;
  /**
   * The entries of a Maglev table instead of a ring, a prime number up to 5000011: faster to look up, and more sessions
   * move when endpoints change.
   * @default - a ring is used
   */
  readonly maglevTableSize?: number;
}

/**
 * Sends requests of one session to the same endpoint as long as the endpoints stay the same.
 *
 * It does not hold across versions that share traffic: proxies draw the version first. `TrafficSplit` and `CanaryRoute`
 * with a `StickyCookie` keep clients with a version; with both, a session stays where it is. Together with a split that
 * is not sticky it is reported as a warning.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB
 */
export class SessionAffinity extends Construct {
  constructor(scope: Construct, id: string, props: SessionAffinityProps) {
    super(scope, id);
    const said = { kind: 'balancer', hash: props.key._key, table: tableOf(props) } as const;
    declareSetting(this, props.service, props.version, said);
  }
}

function tableOf({ minimumRingSize, maglevTableSize }: SessionAffinityProps): HashTable {
  if (minimumRingSize !== undefined && maglevTableSize !== undefined) {
    fail('the table of a session', 'a ring or a Maglev table', 'both', 'give the size of one');
  }
  if (maglevTableSize !== undefined) {
    checkInteger(
      'the size of a Maglev table',
      maglevTableSize,
      2,
      5_000_011,
      'use a prime number, such as 65537',
    );
    if (!isPrime(maglevTableSize))
      fail('the size of a Maglev table', 'a prime number', maglevTableSize, 'use 65537');
    return { kind: 'maglev', size: maglevTableSize };
  }
  if (minimumRingSize === undefined) return { kind: 'ring' };
  return {
    kind: 'ring',
    minimumSize: checkInteger('the size of a hash ring', minimumRingSize, 1, 8_388_608, 'use 1024'),
  };
}

function isPrime(number: number): boolean {
  for (let i = 2; i * i <= number; i++) if (number % i === 0) return false;
  return number > 1;
}
