import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { ConnectionPool, OutlierDetection as OutlierFacts } from '../model/settings';
import { checkInteger, fail } from '../values/check';
import { POSITIVE, milliseconds } from '../values/duration';
import type { Percent } from '../values/percent';
import { declareSetting } from './setting';
import type { MeshHost } from './mesh-host';

/**
 * When an endpoint is left alone for a while. Counted by each caller's proxy on its own. One endpoint is an endpoint,
 * too: what ejects has to be allowed to eject the last one (`maxEjection`).
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
export interface OutlierDetection {
  /**
   * Answers from 500 to 599 in a row (and, without `consecutiveLocalOriginFailures`, failures to connect) that eject an
   * endpoint; 0 for none.
   * @default - 5 if no other kind of error is named, else none
   */
  readonly consecutive5xxErrors?: number;
  /**
   * Answers of 502, 503 or 504 in a row that eject an endpoint; 0 for none. They count as 5xx as well, so that a lower
   * number for these would act first.
   * @default - none
   */
  readonly consecutiveGatewayErrors?: number;
  /**
   * Failures to connect in a row that eject an endpoint, counted apart from answers.
   * @default - they count as 5xx
   */
  readonly consecutiveLocalOriginFailures?: number;
  /**
   * How often ejected endpoints are looked after.
   * @default Duration.seconds(10)
   */
  readonly interval?: Duration;
  /**
   * How long an endpoint is ejected for the first time; each further time it is longer by this.
   * @default Duration.seconds(30)
   */
  readonly baseEjectionTime?: Duration;
  /**
   * The share of the endpoints that may be ejected at a time, in whole percent. Istio's own 10 % never ejects any of
   * fewer than ten.
   * @default Percent.of(100)
   */
  readonly maxEjection?: Percent;
  /**
   * The share of the endpoints that must be left, in whole percent, or else ejected ones are used again.
   * @default - none: with all ejected, requests fail with 503
   */
  readonly minHealth?: Percent;
}

/** What each caller's proxy limits. Give at least one limit, or `outliers`. */
export interface CircuitBreakerProps {
  /** The service. */
  readonly service: MeshHost;
  /**
   * The version that it is about. What is said about the whole service holds for it, too, where this says nothing.
   * @default - the whole service; where routes name versions, each version on its own
   */
  readonly version?: string;
  /**
   * Connections at a time, at least 1.
   * @default - unlimited
   */
  readonly maxConnections?: number;
  /**
   * Requests that wait for a connection, at least 1; one more is answered with 503.
   * @default - unlimited
   */
  readonly maxPendingRequests?: number;
  /**
   * Requests at a time, at least 1; one more is answered with 503.
   * @default - unlimited
   */
  readonly maxRequests?: number;
  /**
   * Requests on one connection, at least 1, which means no keep-alive.
   * @default - unlimited
   */
  readonly maxRequestsPerConnection?: number;
  /**
   * Retries at a time, at least 1.
   * @default - unlimited
   */
  readonly maxRetries?: number;
  /**
   * How long connecting may take.
   * @default Duration.seconds(10)
   */
  readonly connectTimeout?: Duration;
  /**
   * How long a connection may be idle.
   * @default Duration.hours(1)
   */
  readonly idleTimeout?: Duration;
  /**
   * How long a connection may last.
   * @default - unlimited
   */
  readonly maxConnectionDuration?: Duration;
  /**
   * When an endpoint is left alone for a while. This also makes traffic stay in the caller's zone as long as enough
   * endpoints there are well; `LoadBalancing` with `Locality.off()` prevents that.
   * @default - never
   */
  readonly outliers?: OutlierDetection;
}

/**
 * Limits what each caller's proxy asks of a service, and stops asking endpoints that fail.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/circuit-breaking/
 */
export class CircuitBreaker extends Construct {
  constructor(scope: Construct, id: string, props: CircuitBreakerProps) {
    super(scope, id);
    const pool = poolOf(props);
    if (Object.keys(pool).length === 0 && !props.outliers) {
      fail('a circuit breaker', 'about something', 'no limit and no outliers', 'give one of them');
    }
    const outliers = props.outliers && outliersOf(props.outliers);
    declareSetting(this, props.service, props.version, {
      kind: 'circuit-breaker',
      pool,
      ...(outliers && { outliers }),
    });
  }
}

function poolOf(props: CircuitBreakerProps): ConnectionPool {
  const count = (thing: string, number?: number) =>
    number === undefined
      ? undefined
      : checkInteger(thing, number, 1, 2 ** 31 - 1, 'leave it away for no limit');
  return defined({
    maxConnections: count('the most connections', props.maxConnections),
    connectTimeoutMilliseconds: time('the time to connect', props.connectTimeout),
    idleTimeoutMilliseconds: time('the time that a connection may be idle', props.idleTimeout),
    maxConnectionDurationMilliseconds: time(
      'the time that a connection may last',
      props.maxConnectionDuration,
    ),
    maxPendingRequests: count('the most waiting requests', props.maxPendingRequests),
    maxRequests: count('the most requests', props.maxRequests),
    maxRequestsPerConnection: count('the most requests on a connection', props.maxRequestsPerConnection),
    maxRetries: count('the most retries', props.maxRetries),
  });
}

function outliersOf(outliers: OutlierDetection): OutlierFacts {
  const { consecutiveGatewayErrors: gateway, consecutiveLocalOriginFailures: local } = outliers;
  const server = outliers.consecutive5xxErrors ?? (gateway || local ? 0 : 5);
  for (const [thing, count] of Object.entries({
    '5xx errors': server,
    'gateway errors': gateway,
    'failures to connect': local,
  })) {
    if (count !== undefined) checkInteger(`the ${thing} that eject`, count, 0, 1_000_000, 'use 0 for none');
  }
  if (!server && !gateway && !local)
    fail('outliers', 'told by some kind of error', 'none', 'give at least one number above 0');
  if (gateway && server && gateway >= server) {
    fail(
      'the gateway errors that eject',
      `fewer than the 5xx errors (${server})`,
      gateway,
      'gateway errors are 5xx errors, too',
    );
  }
  return defined({
    consecutive5xxErrors: outliers.consecutive5xxErrors,
    consecutiveGatewayErrors: gateway,
    consecutiveLocalOriginFailures: local,
    intervalMilliseconds: time('the interval of ejections', outliers.interval),
    baseEjectionMilliseconds: time('the time of an ejection', outliers.baseEjectionTime),
    maxEjectionPercent: wholePercent('the most endpoints to eject', outliers.maxEjection),
    minHealthPercent: wholePercent('the fewest endpoints to leave', outliers.minHealth),
  });
}

function time(thing: string, duration?: Duration): number | undefined {
  return duration && milliseconds(thing, duration, POSITIVE);
}

function wholePercent(thing: string, percent?: Percent): number | undefined {
  const number = percent?.toNumber();
  if (number !== undefined && !Number.isInteger(number))
    fail(thing, 'a whole percentage', `${number} %`, 'round it');
  return number;
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as T;
}
