import { Construct } from 'constructs';
import type { Fault } from '../values/fault';
import { conditionsOf } from '../values/conditions';
import type { Match } from '../values/match';
import type { MeshHost } from './mesh-host';
import { declareEffects } from './overlay';

/** Which requests to a service fail, and how. */
export interface FaultInjectionProps {
  /** The service. */
  readonly service: MeshHost;
  /** What happens to the requests. */
  readonly fault: Fault;
  /**
   * The requests that it is about: those that satisfy one of these.
   * @default - every request
   */
  readonly match?: Match[];
  /**
   * The port of the service that it is about.
   * @default - all ports that speak HTTP
   */
  readonly port?: number;
}

/**
 * Lets requests to a service fail, in the proxies of their callers, to see how these cope. It adds to the routes of the
 * service and never changes where a request goes.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/fault-injection/
 */
export class FaultInjection extends Construct {
  constructor(scope: Construct, id: string, props: FaultInjectionProps) {
    super(scope, id);
    const { service, port, fault } = props;
    const effects = [fault._delay, fault._abort].filter((effect) => effect !== undefined);
    declareEffects(this, service, conditionsOf(props.match, 'a fault'), port, effects);
  }
}
