import type { Call } from '../call';
import type { Chain } from '../listener/chain';
import { readCall } from '../call';
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
  const plain = (result: Result): RouteRow['outcome'] => {
    const arrived = withAdmission(proxy, call, result, undefined);
    return Object.freeze({ ...arrived, notModelled: withGaps(proxy, arrived.notModelled) });
  };
  if (handler.kind === 'tcp') {
    const outcome = plain(decideConnection(proxy, handler, { listener }, undefined));
    const match = { headers: [], query: [], claims: [] };
    return { port, rows: [{ condition: 'every connection', match, outcome }] };
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
  return { port, rows };
}

function subjectOf(call: Call, path: string): Parameters<typeof decideRoute>[3] {
  return { call, scheme: call.scheme, path, query: '' };
}
