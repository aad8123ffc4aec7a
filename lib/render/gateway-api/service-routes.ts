import type { HttpRouteSpecParentRefs } from '../../../imports/gateway.networking.k8s.io';
import { isHttp, isTls, type Host } from '../../model/host';
import type { PortTraffic } from '../../model/traffic';
import type { Manifest } from '../manifest';
import type { RenderContext } from '../names';
import { connectionRoute } from './connections';
import { httpRoutes } from './http-route';

/** The routes in the mesh: attached to the Service itself, or to the ServiceEntry, for each port of which something is said. */
export function serviceRoutes(context: RenderContext, host: Host, ports: readonly PortTraffic[]): Manifest[] {
  return ports.filter(saysSomething).flatMap(({ port, entries }) => {
    const name = ports.length > 1 ? `${host.name}-${port.number}` : host.name;
    const parents = [parentOf(host, port.number)];
    if (isHttp(port.protocol)) return httpRoutes(context, name, host.namespace, parents, [], entries);
    const kind = isTls(port.protocol) ? 'TLSRoute' : 'TCPRoute';
    return [connectionRoute(context, kind, name, host.namespace, parents, [host.fqdn], entries)];
  });
}

function saysSomething({ entries }: PortTraffic): boolean {
  return (
    entries.length > 1 ||
    entries.some(({ outcome }) => outcome.author !== undefined || outcome.effects.length > 0)
  );
}

/** The group is written even where it is empty: without it, Istio ignores the route. */
function parentOf({ external, name }: Host, port: number): HttpRouteSpecParentRefs {
  return external
    ? { group: 'networking.istio.io', kind: 'ServiceEntry', name, port }
    : { group: '', kind: 'Service', name, port };
}
