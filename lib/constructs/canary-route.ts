import { Construct } from 'constructs';
import { EMPTY, isMet } from '../model/meet';
import { authorOf } from '../synthesis/author';
import { Registry } from '../synthesis/registry';
import { fail } from '../values/check';
import { conditionsOf } from '../values/conditions';
import type { Match } from '../values/match';
import { Percent } from '../values/percent';
import type { StickyCookie } from '../values/sticky-cookie';
import type { MeshHost } from './mesh-host';
import { declareSplit, keptBy } from './split';

/** A canary: which versions, and who gets the new one. */
export interface CanaryRouteProps {
  /** The service. */
  readonly service: MeshHost;
  /** The version that gets the rest. */
  readonly stable: string;
  /** The version on trial. */
  readonly canary: string;
  /** The share of the requests that the canary gets, from 0 % to 100 %. */
  readonly share: Percent;
  /**
   * Requests that always go to the canary, whatever the share and the cookie: those that satisfy one of these.
   * @default - none
   */
  readonly audience?: Match[];
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
 * Sends a share of the requests to a new version of a service, and an audience always.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/traffic-shifting/
 */
export class CanaryRoute extends Construct {
  constructor(scope: Construct, id: string, props: CanaryRouteProps) {
    super(scope, id);
    const { service, stable, canary, share, audience, sticky, port } = props;
    if (stable === canary)
      fail(
        `the canary of ${service._key}`,
        'another version than the stable one',
        canary,
        'name two versions',
      );
    service._checkVersion(stable);
    service._checkVersion(canary);
    const rest = Percent.of(100 - share.toNumber());
    declareSplit(this, {
      service,
      shares: { [stable]: rest, [canary]: share },
      conditions: [],
      sticky,
      port,
    });
    if (audience) {
      // Who was kept with the stable version before belongs to the audience all the same.
      const conditions = conditionsOf(audience, 'an audience').flatMap((condition) => {
        const kept = sticky ? keptBy(sticky, stable, condition) : EMPTY;
        return isMet(kept) ? [condition, kept] : [condition];
      });
      const author = authorOf(this, 'audience');
      Registry.of(this).declare(
        'routes',
        this,
        {
          host: service._key,
          said: {
            author,
            conditions,
            port,
            action: {
              kind: 'forward',
              shares: [{ target: { service: service._key, version: canary }, weight: 1 }],
            },
          },
        },
        author,
      );
    }
  }
}
