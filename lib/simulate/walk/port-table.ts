import type { Call } from '../call';
import type { Chain } from '../listener/chain';
import { readCall } from '../call';
import type { VirtualHost } from '../route/table';
import { allDestinations } from '../scope/egress';
import { rowsOf } from '../table/rows';
import type { RouteRow } from '../table/routes';
import { withAdmission } from './arrival';
import { decideConnection } from './connection';
import { decideRoute, type Result } from './http';
import { withGaps } from './not-modelled';
import type { Proxy } from './proxy';

/** The rows of a host on a port. */
export interface PortTable {
  readonly port: number;
  readonly rows: readonly RouteRow[];
  /** The hosts whose DestinationRules may have a part in it. */
  readonly leadsTo: readonly string[];
  /** Whom it holds for: `nobody` else, those of the `class` that policies take for the same, or `anybody`. */
  readonly isFor: 'nobody' | 'class' | 'anybody';
}

/** What a chain of a listener has for a host. Nothing if it knows nothing of it. */
export function tableOf(
  proxy: Proxy,
  chain: Chain,
  listener: string,
  host: string,
  port: number,
): PortTable | undefined {
  const { handler } = chain;
  const call = readCall({ url: `${chain.endsTls ? 'https' : 'http'}://${host}:${port}/` });
  let isFor: PortTable['isFor'] = 'anybody';
  const plain = (result: Result): RouteRow['outcome'] => {
    const arrived = withAdmission(proxy, call, result, undefined);
    if (arrived !== result) isFor = 'class';
    return Object.freeze({ ...arrived, notModelled: withGaps(proxy, arrived.notModelled) });
  };
  if (handler.kind === 'tcp') {
    const outcome = plain(decideConnection(proxy, handler, { listener }, undefined));
    const match = { headers: [], query: [], claims: [] };
    const rows = [{ condition: 'every connection', match, outcome }];
    return { port, rows, leadsTo: [], isFor: 'nobody' };
  }
  const table = handler.table();
  // What takes any host says nothing about this one, unless any host is asked for.
  const named = host === '*' ? table.hosts.find(host) : table.hosts.findNamed(host);
  const own = named ?? (table.isOfOneService ? table.fallback : undefined);
  if (!own) return undefined;
  const path = { listener, routeConfig: table.name };
  const rows = rowsOf(own, (route, sample) =>
    plain(decideRoute(proxy, own, route, subjectOf(call, sample), path)),
  );
  return { port, rows, leadsTo: destinationsOf(own), isFor };
}

/** All hosts that the routes, or what they were made of, may send anything to. */
function destinationsOf({ services, routes }: VirtualHost): readonly string[] {
  const targets = routes().flatMap(({ action }) =>
    action.kind === 'forward'
      ? [...action.targets, ...action.mirrors].map(({ cluster }) => cluster.host)
      : [],
  );
  return [...new Set([...services.flatMap(allDestinations), ...targets])];
}

function subjectOf(call: Call, path: string): Parameters<typeof decideRoute>[3] {
  return { call, scheme: call.scheme, path, query: '' };
}
