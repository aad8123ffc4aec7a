import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { Warmup } from '../model/settings';
import { fail } from '../values/check';
import { milliseconds } from '../values/duration';
import { LoadBalancingAlgorithm, type Locality } from '../values/load-balancing';
import type { Percent } from '../values/percent';
import type { MeshHost } from './mesh-host';
import { declareSetting } from './setting';

/** How a new endpoint is given more and more requests. */
export interface WarmupOptions {
  /** How long it takes until it gets its full share, in whole seconds, at least 1 s. */
  readonly duration: Duration;
  /**
   * The share of its full share that it gets at first, in whole percent.
   * @default Percent.of(10)
   */
  readonly minimum?: Percent;
  /**
   * How steeply it grows: 1 is a straight line, more means slower at first. At least 1.
   * @default 1
   */
  readonly aggression?: number;
}

/** How the endpoints of a service are chosen. Give `algorithm`, `locality`, or both. */
export interface LoadBalancingProps {
  /** The service. */
  readonly service: MeshHost;
  /**
   * The version that it is about.
   * @default - the whole service
   */
  readonly version?: string;
  /**
   * How an endpoint is chosen for each request.
   * @default - Istio's own: LEAST_REQUEST, if no SessionAffinity says otherwise
   */
  readonly algorithm?: LoadBalancingAlgorithm;
  /**
   * How a new endpoint is given more and more requests; for ROUND_ROBIN and LEAST_REQUEST.
   * @default - it gets its full share at once
   */
  readonly warmup?: WarmupOptions;
  /**
   * Which endpoints are preferred by where they run.
   * @default - Istio's own: everywhere alike, unless a circuit breaker detects outliers
   */
  readonly locality?: Locality;
}

/**
 * Decides how the endpoints of a service are chosen.
 *
 * @see https://istio.io/latest/docs/concepts/traffic-management/#load-balancing-options
 */
export class LoadBalancing extends Construct {
  constructor(scope: Construct, id: string, props: LoadBalancingProps) {
    super(scope, id);
    const { service, version, warmup, locality } = props;
    if (!props.algorithm && !warmup && !locality) {
      fail('load balancing', 'about something', 'nothing', 'give an algorithm, a warmup or a locality');
    }
    if (props.algorithm || warmup) {
      const algorithm = props.algorithm ?? LoadBalancingAlgorithm.LEAST_REQUEST;
      const gradual = [LoadBalancingAlgorithm.LEAST_REQUEST, LoadBalancingAlgorithm.ROUND_ROBIN];
      if (warmup && !gradual.includes(algorithm)) {
        fail('the algorithm of a warmup', 'LEAST_REQUEST or ROUND_ROBIN', algorithm, 'leave the warmup away');
      }
      declareSetting(this, service, version, {
        kind: 'balancer',
        algorithm,
        ...(warmup && { warmup: warmupOf(warmup) }),
      });
    }
    if (locality) declareSetting(this, service, version, locality._locality);
  }
}

function warmupOf({ duration, minimum, aggression }: WarmupOptions): Warmup {
  const ms = milliseconds('the time of a warmup', duration, {
    min: 1000,
    max: 86_400_000,
    words: 'from 1 s to 24 h',
  });
  if (ms % 1000 !== 0) fail('the time of a warmup', 'whole seconds', `${ms} ms`, 'round it');
  const percent = minimum?.toNumber();
  if (percent !== undefined && !Number.isInteger(percent))
    fail('the minimum of a warmup', 'a whole percentage', `${percent} %`, 'round it');
  if (aggression !== undefined && !(aggression >= 1 && aggression <= 1000)) {
    fail('the aggression of a warmup', 'a number from 1 to 1000', aggression, '1 is a straight line');
  }
  return {
    milliseconds: ms,
    ...(percent !== undefined && { minimumPercent: percent }),
    ...(aggression !== undefined && { aggression }),
  };
}
