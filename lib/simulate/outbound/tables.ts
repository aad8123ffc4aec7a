import { EVERYTHING } from '../route/translate-match';
import type { Route } from '../route/model';
import { DomainIndex, type RouteTable, type VirtualHost } from '../route/table';
import type { Egress } from '../scope/egress';
import type { Proxy } from '../walk/proxy';
import { unknownTarget } from './unknown';
import { OutboundHosts } from './virtual-hosts';

const tables = new WeakMap<Egress, Map<string, RouteTable>>();

function cached(egress: Egress, key: string, make: () => RouteTable): RouteTable {
  let known = tables.get(egress);
  if (!known) tables.set(egress, (known = new Map<string, RouteTable>()));
  let table = known.get(key);
  if (!table) known.set(key, (table = make()));
  return table;
}

/** The routes of a port, for all its services together. What is for none of them goes out, or is refused. */
export function outboundTable(proxy: Proxy, egress: Egress, port: number): RouteTable {
  return cached(egress, String(port), () => {
    const hosts = new OutboundHosts({ ...proxy, settings: proxy.world.settings, egress, port });
    const { refusal } = hosts;
    return {
      name: String(port),
      hosts,
      fallback: catchAllHost(proxy),
      ...(refusal !== undefined && { refusal }),
    };
  });
}

/** The routes of one service, whatever the host header. */
export function serviceTable(proxy: Proxy, egress: Egress, port: number, hostname: string): RouteTable {
  const name = `${hostname}:${port}`;
  return cached(egress, name, () => {
    const { hosts, refusal } = outboundTable(proxy, egress, port);
    const own = hosts.named(hostname.toLowerCase());
    return {
      name,
      hosts: new DomainIndex(),
      isOfOneService: true,
      ...(own && { fallback: own }),
      ...(refusal !== undefined && { refusal }),
    };
  });
}

function catchAllHost({ scope }: Proxy): VirtualHost {
  const name = scope.allowAny ? 'allow_any' : 'block_all';
  const route: Route = {
    name,
    match: EVERYTHING,
    action: scope.allowAny
      ? {
          kind: 'forward',
          targets: [{ cluster: unknownTarget(scope), weight: 1 }],
          mirrors: [],
          affinity: Object.freeze([]),
          missing: 503,
        }
      : { kind: 'respond', status: 502 },
  };
  return { name, routes: () => [route], services: [], passedOver: [] };
}
