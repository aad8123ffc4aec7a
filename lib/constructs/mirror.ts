import { Construct } from 'constructs';
import { fail } from '../values/check';
import { conditionsOf } from '../values/conditions';
import type { Match } from '../values/match';
import type { Percent } from '../values/percent';
import type { MeshHost } from './mesh-host';
import { declareEffects } from './overlay';

/** Which requests to a service are copied, and where to. Give `to` or `toService`. */
export interface MirrorProps {
  /** The service whose requests are copied. */
  readonly service: MeshHost;
  /**
   * The version that gets the copies: of `toService` if that is given, else of the service itself.
   * @default - all versions of `toService`
   */
  readonly to?: string;
  /**
   * Another service that gets the copies.
   * @default - the service itself
   */
  readonly toService?: MeshHost;
  /**
   * The port of the service that gets the copies.
   * @default - the port that the client called
   */
  readonly toPort?: number;
  /** The share of the requests that is copied, from 0 % to 100 %. */
  readonly share: Percent;
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
 * Sends copies of requests to another version or another service, and throws the answers away. Copies of requests that
 * write do write: match `HttpMethod.GET` where that would hurt.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/mirroring/
 */
export class Mirror extends Construct {
  constructor(scope: Construct, id: string, props: MirrorProps) {
    super(scope, id);
    const { service, to, toService, toPort, share, port } = props;
    if (to === undefined && toService === undefined) {
      fail(
        `the mirror of ${service._key}`,
        'another version or another service',
        'neither',
        'give to or toService',
      );
    }
    const receiver = toService ?? service;
    const target = {
      service: receiver._key,
      ...(to !== undefined && { version: receiver._checkVersion(to) }),
      ...(toPort !== undefined && { port: toPort }),
    };
    const conditions = conditionsOf(props.match, 'a mirror');
    declareEffects(this, service, conditions, port, [{ kind: 'mirror', target, share: share._millionths }]);
  }
}
