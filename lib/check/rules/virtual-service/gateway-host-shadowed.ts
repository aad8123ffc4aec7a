import type { HttpRule, VirtualService } from '../../../simulate/virtual-service/model';
import { rule } from '../../rule';
import { gateway, manifests, to, virtualService, web } from '../fixture';

const EDGE = gateway(
  'shop/edge',
  '{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}',
);
const ALL = virtualService('shop/all', `{hosts: [a.com], gateways: [edge], http: [${to('web')}]}`);
const LOGIN = '{match: [{uri: {prefix: /login}}], route: [{destination: {host: web}}]}';

export const gatewayHostShadowed = rule({
  id: 'virtual-service-shadowed',
  title: 'Routes behind another VirtualService’s catch-all',
  severity: 'warning',
  why: 'A gateway puts the routes of VirtualServices of one host after each other, the older ones first: what comes after a route for everything is never reached.',
  fix: 'Put the routes into one VirtualService, the catch-all last.',
  links: ['https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services'],
  bad: manifests(
    EDGE,
    web('shop/web'),
    ALL,
    virtualService('shop/login', `{hosts: [a.com], gateways: [edge], http: [${LOGIN}]}`),
  ),
  good: manifests(
    EDGE,
    web('shop/web'),
    virtualService('shop/all', `{hosts: [a.com], gateways: [edge], http: [${LOGIN}, ${to('web')}]}`),
  ),
  check(mesh, reporter) {
    const first = new Map<string, VirtualService>();
    const told = new Set<VirtualService>();
    for (const one of mesh.virtualServices()) {
      if (one.http.length === 0) continue;
      const isAll = one.http.some(takesEverything);
      for (const gateway of one.gateways) {
        if (gateway === 'mesh') continue;
        for (const host of one.hosts) {
          const key = `${gateway} ${host}`;
          const before = first.get(key);
          if (before && before !== one && !told.has(one)) {
            told.add(one);
            const names = `${before.namespace}/${before.name}`;
            const message = `routes must stand before one for everything, got them behind those of ${names} for ${host} at gateway ${gateway}`;
            reporter.add(one.config.document, ['spec', 'http'], message);
          } else if (!before && isAll) first.set(key, one);
        }
      }
    }
  },
});

function takesEverything({ matches }: HttpRule): boolean {
  return (
    matches.length === 0 ||
    matches.some(
      ({
        uri,
        ignoreCase,
        method,
        authority,
        scheme,
        headers,
        withoutHeaders,
        query,
        port,
        sourceLabels,
        sourceNamespace,
        gateways,
      }) =>
        (!uri || (uri.kind === 'prefix' && uri.text === '/')) &&
        !ignoreCase &&
        !method &&
        !authority &&
        !scheme &&
        !port &&
        !sourceNamespace &&
        headers.size + withoutHeaders.size + query.size + sourceLabels.size + gateways.length === 0,
    )
  );
}
