import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { Effect } from '../model/contribution';
import { fail } from '../values/check';
import type { CorsPolicy } from '../values/cors';
import { corsOf } from '../values/cors-policy';
import { NOT_NEGATIVE, milliseconds } from '../values/duration';
import { headerChanges } from '../values/header-changes';
import type { HeaderChanges } from '../values/headers';
import { conditionsOf } from '../values/conditions';
import type { Match } from '../values/match';
import type { RetryPolicy } from '../values/retry-policy';
import type { MeshHost } from './mesh-host';
import { declareEffects } from './overlay';

/** How requests to a service are treated on the way. Give at least one of the policies. */
export interface RequestPolicyProps {
  /** The service. */
  readonly service: MeshHost;
  /**
   * The requests that it is about: those that satisfy one of these.
   * @default - every request
   */
  readonly match?: Match[];
  /**
   * How long a caller's proxy waits for the answer, with all retries; then it answers 504. 0 turns a wider timeout off.
   * @default - no timeout
   */
  readonly timeout?: Duration;
  /**
   * How a caller's proxy repeats requests that failed.
   * @default - Istio's own: twice more, on connection failures
   */
  readonly retries?: RetryPolicy;
  /**
   * Changes of the headers of the request.
   * @default - none
   */
  readonly requestHeaders?: HeaderChanges;
  /**
   * Changes of the headers of the answer.
   * @default - none
   */
  readonly responseHeaders?: HeaderChanges;
  /**
   * Which web pages of other origins may call.
   * @default - the service decides
   */
  readonly cors?: CorsPolicy;
  /**
   * The port of the service that it is about.
   * @default - all ports that speak HTTP
   */
  readonly port?: number;
}

/**
 * Timeout, retries, headers and CORS for requests to a service. It adds to the routes of the service and never changes
 * where a request goes.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/request-timeouts/
 */
export class RequestPolicy extends Construct {
  constructor(scope: Construct, id: string, props: RequestPolicyProps) {
    super(scope, id);
    const { service, port, timeout, retries, cors } = props;
    const limit = timeout && milliseconds('a timeout', timeout, NOT_NEGATIVE);
    const perTry = retries?._retries.perTryMilliseconds;
    if (limit !== undefined && limit > 0 && perTry !== undefined && perTry > limit) {
      fail(
        'the time for one try',
        'at most the timeout of the request',
        `${perTry} ms of ${limit} ms`,
        'shorten it',
      );
    }
    const effects: Effect[] = [
      ...(limit === undefined ? [] : [{ kind: 'timeout', milliseconds: limit } as const]),
      ...(retries ? [retries._retries] : []),
      ...headerChanges('a request header', props.requestHeaders).map(
        (change) => ({ kind: 'request-header', ...change }) as const,
      ),
      ...headerChanges('a response header', props.responseHeaders).map(
        (change) => ({ kind: 'response-header', ...change }) as const,
      ),
      ...(cors ? [corsOf(cors)] : []),
    ];
    if (effects.length === 0)
      fail('a request policy', 'about something', 'nothing', 'give a timeout, retries, headers or cors');
    declareEffects(this, service, conditionsOf(props.match, 'a request policy'), port, effects);
  }
}
