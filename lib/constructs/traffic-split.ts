import { Construct } from 'constructs';
import { conditionsOf } from '../values/conditions';
import type { Match } from '../values/match';
import type { Percent } from '../values/percent';
import type { StickyCookie } from '../values/sticky-cookie';
import type { MeshHost } from './mesh-host';
import { declareSplit } from './split';

/** How the traffic of a service is shared out among its versions. */
export interface TrafficSplitProps {
  /** The service. */
  readonly service: MeshHost;
  /** The share of each version, from 0 % to 100 %; they add up to 100 %. Versions that are not named get nothing. */
  readonly shares: { [version: string]: Percent };
  /**
   * The requests that it is about: those that satisfy one of these.
   * @default - every request (and on ports that are not HTTP, every connection)
   */
  readonly match?: Match[];
  /**
   * The cookie that keeps a client with the version that it was given first.
   * @default - each request is drawn anew
   */
  readonly sticky?: StickyCookie;
  /**
   * The port of the service that it is about.
   * @default - all ports
   */
  readonly port?: number;
}

/**
 * Shares the traffic of a service out among its versions. Requests are drawn one by one, connections (on ports that are
 * not HTTP) as a whole: on ports with TLS those that ask for the service by its full host name (SNI).
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/traffic-shifting/
 * @see https://istio.io/latest/docs/tasks/traffic-management/tcp-traffic-shifting/
 */
export class TrafficSplit extends Construct {
  constructor(scope: Construct, id: string, props: TrafficSplitProps) {
    super(scope, id);
    declareSplit(this, { ...props, conditions: conditionsOf(props.match, 'a split') });
  }
}
