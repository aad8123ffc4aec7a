import { Construct } from 'constructs';
import { ANY, meetConditions, type Condition } from '../model/condition';
import { isMet } from '../model/meet';
import type { ExposureRoute } from '../synthesis/declarations';
import { Registry } from '../synthesis/registry';
import { fail } from '../values/check';
import { GatewayEntry } from '../values/gateway-entry';
import { conditionsOf } from '../values/conditions';
import { Match } from '../values/match';
import type { PathPattern } from '../values/path';
import type { IngressGateway } from './ingress-gateway';
import type { MeshHost } from './mesh-host';
import { prefixRewrite, redirectOf } from './actions';
import type { RedirectOptions } from './request-route';

/** Where requests from outside go. Give `service` or `redirect`. */
export interface ExposedRoute {
  /**
   * The paths that it is about: any of these.
   * @default - every path
   */
  readonly paths?: PathPattern[];
  /**
   * More conditions on the requests that it is about: they satisfy one of these. Callers in the mesh have no say here.
   * @default - none
   */
  readonly match?: Match[];
  /**
   * The service that they go to.
   * @default - they are redirected
   */
  readonly service?: MeshHost;
  /**
   * The port of the service.
   * @default - the only one that suits the entry
   */
  readonly port?: number;
  /**
   * What each of the `paths` becomes before the request is sent on, the rest of the path stays: with the path `/shop`
   * and `/` here, `/shop/cart` is sent as `/cart`. The Gateway API cannot replace the path `/`.
   * @default - the path stays
   */
  readonly rewritePrefix?: string;
  /**
   * Where the client shall ask instead.
   * @default - the request is sent on
   */
  readonly redirect?: RedirectOptions;
}

/** What comes in at a gateway. */
export interface ExposeProps {
  /** The gateway. */
  readonly gateway: IngressGateway;
  /**
   * The host names that clients use: `shop.example.com`, `*.example.com`, or `*` for all. Of those that are exposed
   * at a port, the most specific one decides, and where it has no route, the answer is 404.
   * @default ['*']
   */
  readonly hosts?: string[];
  /**
   * The doors that it is open at.
   * @default [GatewayEntry.http()]
   */
  readonly entries?: GatewayEntry[];
  /** Where requests go. One route without conditions for TCP and TLS that is passed through. */
  readonly routes: ExposedRoute[];
  /**
   * Whether requests from outside get what is said about the services inside the mesh, too: canaries, faults, header
   * routes and the rest. Istio itself applies none of it at the edge, so it is written into the routes there. Limits and
   * session affinity hold in any case.
   * @default true
   */
  readonly servicePolicies?: boolean;
}

/**
 * Lets requests from outside in to services of the mesh.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/
 */
export class Expose extends Construct {
  constructor(scope: Construct, id: string, props: ExposeProps) {
    super(scope, id);
    const { gateway, routes } = props;
    const hosts = props.hosts ?? ['*'];
    if (hosts.length === 0)
      fail(`the hosts of ${this.node.path}`, 'at least one', [], "use ['*'] for every host");
    for (const host of hosts) checkHost(host);
    const entries = props.entries ?? [GatewayEntry.http()];
    if (entries.length === 0)
      fail(`the entries of ${this.node.path}`, 'at least one', [], 'use GatewayEntry.http()');
    const listeners = entries.flatMap(({ _listeners }) => _listeners);
    const modes = new Set(listeners.map(({ mode }) => mode.kind));
    if (routes.length === 0)
      fail(`the routes of ${this.node.path}`, 'at least one', [], 'say where requests go');
    if (modes.has('tcp') || modes.has('passthrough')) checkConnections(this, modes, hosts, routes);
    Registry.of(this).declare('exposures', this, {
      gateway: gateway._key,
      hosts: [...new Set(hosts)].sort(),
      listeners,
      routes: routes.flatMap(routesOf),
      withPolicies: props.servicePolicies ?? true,
    });
  }
}

/** A prefix rewrite depends on the path that matched, so each path is a route of its own. */
function routesOf(route: ExposedRoute): ExposureRoute[] {
  const { service, port, rewritePrefix, redirect } = route;
  if ((service === undefined) === (redirect === undefined)) {
    fail('an exposed route', 'to a service or a redirect', service ? 'both' : 'neither', 'give one of them');
  }
  const more = conditionsOf(route.match, 'an exposed route');
  if (more.some(({ source }) => source)) {
    fail(
      'the match of an exposed route',
      'about the request',
      'a caller',
      'gateways know no callers in the mesh',
    );
  }
  const paths = (route.paths ?? []).map((path) => Match.path(path)._condition);
  return (paths.length > 0 ? paths : [ANY]).map((path): ExposureRoute => {
    const conditions = conditionsBoth(path, more);
    if (redirect) return { conditions, to: redirectOf(redirect) };
    const rewrite = rewritePrefix === undefined ? undefined : prefixRewrite(path, rewritePrefix);
    return {
      conditions,
      to: {
        kind: 'service',
        host: service!._key,
        ...(port !== undefined && { port }),
        ...(rewrite && { rewrite }),
      },
    };
  });
}

function conditionsBoth(path: Condition, more: readonly Condition[]): readonly Condition[] {
  if (more.length === 0) return path === ANY ? [] : [path];
  return more.map((other) => {
    const met = meetConditions(path, other);
    return isMet(met)
      ? met
      : fail(
          'an exposed route',
          'such that requests can match',
          'paths that exclude its match',
          'give paths in one place',
        );
  });
}

/** Of connections that a gateway cannot read it knows the port, and with TLS the server name. */
function checkConnections(
  by: Construct,
  modes: ReadonlySet<string>,
  hosts: readonly string[],
  routes: readonly ExposedRoute[],
): void {
  const thing = `the routes of ${by.node.path}`;
  const [route] = routes;
  if (modes.size > 1)
    fail(
      `the entries of ${by.node.path}`,
      'of one kind',
      [...modes].join(' and '),
      'make one Expose of each',
    );
  if (
    routes.length > 1 ||
    route!.paths ||
    route!.match ||
    route!.redirect ||
    route!.rewritePrefix !== undefined
  ) {
    fail(
      thing,
      'one route to a service, without conditions',
      'more than that',
      'a gateway cannot read such connections',
    );
  }
  if (modes.has('tcp') && (hosts.length > 1 || hosts[0] !== '*')) {
    fail(`the hosts of ${by.node.path}`, "['*']", [...hosts], 'TCP does not tell which host was called');
  }
}

function checkHost(host: string): void {
  if (host !== '*' && !/^(\*\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/.test(host)) {
    fail(
      'a host to expose',
      'a DNS name in lower case, *. and a domain, or *',
      host,
      'leave scheme and port out',
    );
  }
}
