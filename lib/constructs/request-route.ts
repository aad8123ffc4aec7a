import { Construct } from 'constructs';
import type { Action } from '../model/contribution';
import type { Condition } from '../model/condition';
import type { PathRewrite, Rewrite } from '../model/rewrite';
import { authorOf } from '../synthesis/author';
import { Registry } from '../synthesis/registry';
import { checkPath, fail } from '../values/check';
import { conditionsOf } from '../values/conditions';
import type { Match } from '../values/match';
import { checkHostname, prefixRewrite, redirectOf, responseOf } from './actions';
import type { MeshHost } from './mesh-host';

/** A redirect: where the client shall ask instead. */
export interface RedirectOptions {
  /**
   * The status of the answer: 301, 302, 303, 307 or 308.
   * @default 302
   */
  readonly statusCode?: number;
  /**
   * `http` or `https`.
   * @default - that of the request
   */
  readonly scheme?: string;
  /**
   * The host. It has to be given where a redirect leads from an unusual port to the usual one of its scheme: else
   * proxies keep the port.
   * @default - that of the request
   */
  readonly hostname?: string;
  /**
   * The port, from 1 to 65535.
   * @default - that of the request; the usual one of the scheme, if that is given
   */
  readonly port?: number;
  /**
   * The whole path; the query stays.
   * @default - that of the request
   */
  readonly path?: string;
}

/** An answer that the caller's proxy gives itself. The Gateway API cannot say this. */
export interface DirectResponseOptions {
  /** The status, from 200 to 599. */
  readonly status: number;
  /**
   * The body, at most 1 MiB.
   * @default - empty
   */
  readonly body?: string;
}

/** What becomes of certain requests to a service: give one of `version`, `redirect` and `respond`. */
export interface RequestRouteProps {
  /** The service. */
  readonly service: MeshHost;
  /**
   * The requests that it is about: those that satisfy one of these.
   * @default - every request for which no other route is narrower
   */
  readonly match?: Match[];
  /**
   * The version that they go to.
   * @default - all versions, as the service has them
   */
  readonly version?: string;
  /**
   * What the path of the match's prefix becomes: with the match `/api` and `/v2` here, `/api/x` is sent as `/v2/x`, and
   * with `/` as `/x`. No match may have a regular expression for the path. One without a path is about the prefix `/`,
   * which the Gateway API cannot replace.
   * @default - the path stays
   */
  readonly rewritePrefix?: string;
  /**
   * What the whole path becomes; the query stays.
   * @default - the path stays
   */
  readonly rewritePath?: string;
  /**
   * What the host name of the request becomes.
   * @default - it stays
   */
  readonly rewriteHost?: string;
  /**
   * Where the client shall ask instead.
   * @default - the request is sent on
   */
  readonly redirect?: RedirectOptions;
  /**
   * What the caller's proxy answers itself.
   * @default - the request is sent on
   */
  readonly respond?: DirectResponseOptions;
  /**
   * The port of the service that it is about.
   * @default - all ports that speak HTTP
   */
  readonly port?: number;
}

/**
 * Decides what becomes of certain requests to a service: which version they go to, or that they are redirected or
 * answered right away.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/request-routing/
 */
export class RequestRoute extends Construct {
  constructor(scope: Construct, id: string, props: RequestRouteProps) {
    super(scope, id);
    const { service, port } = props;
    const author = authorOf(this);
    const conditions = conditionsOf(props.match, 'a route');
    for (const { action, about } of actionsOf(props, conditions)) {
      Registry.of(this).declare('routes', this, {
        host: service._key,
        said: { author, conditions: about, port, action, requestsOnly: true },
      });
    }
  }
}

/** A prefix rewrite depends on the prefix that matched, so conditions with different ones get actions of their own. */
function actionsOf(
  props: RequestRouteProps,
  conditions: readonly Condition[],
): { action: Action; about: readonly Condition[] }[] {
  const { service, version, redirect, respond, rewritePrefix, rewritePath, rewriteHost } = props;
  const rewrites = [rewritePrefix, rewritePath, rewriteHost].some((rewrite) => rewrite !== undefined);
  const answers = [redirect, respond].filter((answer) => answer !== undefined);
  if (answers.length > 1 || (answers.length === 1 && (version !== undefined || rewrites))) {
    fail(
      `a route of ${service._key}`,
      'either to a version, a redirect or an answer',
      'several of them',
      'make one route of each',
    );
  }
  if (redirect) return [{ action: redirectOf(redirect), about: conditions }];
  if (respond) return [{ action: responseOf(respond), about: conditions }];

  const target = {
    service: service._key,
    ...(version !== undefined && { version: service._checkVersion(version) }),
  };
  const forward = (path?: PathRewrite): Action => {
    const rewrite: Rewrite | undefined =
      path || rewriteHost !== undefined
        ? {
            ...(path && { path }),
            ...(rewriteHost !== undefined && { hostname: checkHostname(rewriteHost) }),
          }
        : undefined;
    return { kind: 'forward', shares: [{ target, weight: 1 }], ...(rewrite && { rewrite }) };
  };
  if (rewritePath !== undefined) {
    if (rewritePrefix !== undefined)
      fail('a rewrite', 'of the prefix or of the whole path', 'both', 'give one of them');
    return [
      {
        action: forward({ kind: 'full', to: checkPath('the path of a rewrite', rewritePath) }),
        about: conditions,
      },
    ];
  }
  if (rewritePrefix === undefined) return [{ action: forward(), about: conditions }];
  return (conditions.length > 0 ? conditions : [undefined]).map((condition) => ({
    action: forward(prefixRewrite(condition, rewritePrefix)),
    about: condition ? [condition] : [],
  }));
}
