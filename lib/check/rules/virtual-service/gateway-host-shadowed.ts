import type { HttpRule, VirtualService } from '../../../simulate/virtual-service/model';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { gateway, manifests, to, virtualService, web } from '../fixture';
import { takesEverything } from './covers';
import { EarlierMatches } from './earlier-matches';

const EDGE = gateway(
  'shop/edge',
  '{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}',
);
const ALL = virtualService('shop/all', `{hosts: [a.com], gateways: [edge], http: [${to('web')}]}`);
const LOGIN = '{match: [{uri: {prefix: /login}}], route: [{destination: {host: web}}]}';

export const gatewayHostShadowed = rule({
  id: 'virtual-service-shadowed',
  title: 'Routes behind those of another VirtualService',
  severity: 'warning',
  why: 'A gateway puts the routes of VirtualServices for one host after each other, the older ones first and those for everything last: what comes after one that takes all its requests is never reached.',
  fix: 'Put the routes into one VirtualService, or give them conditions that exclude each other.',
  links: ['https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services'],
  bad: manifests(
    EDGE,
    web('shop/web'),
    ALL,
    virtualService('shop/login', `{hosts: [a.com], gateways: [edge], http: [${LOGIN}, ${to('web')}]}`),
  ),
  good: manifests(
    EDGE,
    web('shop/web'),
    ALL,
    virtualService('shop/login', `{hosts: [a.com], gateways: [edge], http: [${LOGIN}]}`),
  ),
  check(mesh, reporter) {
    const told = new Set<VirtualService>();
    for (const [key, services] of byGatewayAndHost(mesh.virtualServices())) {
      if (services.length < 2) continue;
      const [gateway, host] = key.split(' ');
      const earlier = new EarlierMatches<VirtualService>();
      let everything: VirtualService | undefined;
      for (const one of services) {
        const dead = reached(one).flatMap((http, i) => {
          const before = isForEverything(http) ? everything : earlier.beforeAll(http);
          return before ? [{ i, before }] : [];
        })[0];
        if (dead && !told.has(one)) {
          told.add(one);
          reporter.add(
            one.config.document,
            ['spec', 'http', dead.i],
            `routes of ${host} at gateway ${gateway} must be reachable, got one behind those of ${dead.before.namespace}/${dead.before.name}`,
          );
        }
        for (const http of reached(one)) {
          if (isForEverything(http)) everything ??= one;
          else for (const match of http.matches) earlier.add(match, one);
        }
      }
    }
  },
});

function byGatewayAndHost(all: readonly VirtualService[]): ReadonlyMap<string, readonly VirtualService[]> {
  const found = new Map<string, VirtualService[]>();
  for (const one of all) {
    const gateways = one.gateways.filter((gateway) => gateway !== 'mesh');
    if (gateways.length === 0 || one.http.length === 0) continue;
    for (const gateway of gateways)
      for (const host of new Set(one.hosts)) push(found, `${gateway} ${host}`, one);
  }
  return found;
}

/** The routes up to the first one for everything: what stands behind it in the same object is another matter. */
function reached({ http }: VirtualService): readonly HttpRule[] {
  const end = http.findIndex(isForEverything);
  return end === -1 ? http : http.slice(0, end + 1);
}

function isForEverything({ matches }: HttpRule): boolean {
  return matches.length === 0 || matches.some(takesEverything);
}
