import { textsOf } from '../../../manifest/fields';
import { hostsFor, readGateway } from '../../../simulate/ingress/server';
import { fullName, overlaps } from '../../../simulate/names/host';
import { gatewayName } from '../../../simulate/virtual-service/read-match';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { gateway, manifests, to, virtualService, web } from '../fixture';

const EDGE = gateway(
  'shop/edge',
  '{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*.shop.com"]}]}',
);
const exposing = (host: string): string =>
  manifests(
    EDGE,
    web('shop/web'),
    virtualService('shop/a', `{hosts: [${host}], gateways: [edge], http: [${to('web')}]}`),
  );

export const gatewayHost = rule({
  id: 'virtual-service-gateway-host',
  title: 'A host that the Gateway does not serve',
  severity: 'warning',
  why: 'The gateway answers requests for this host with 404.',
  fix: 'Add the host to a server of the Gateway, or correct it; mind the namespace that a Gateway’s host may have in front.',
  upstream: ['IST0132'],
  links: ['https://istio.io/latest/docs/reference/config/networking/gateway/#Server'],
  bad: exposing('www.shop.org'),
  good: exposing('www.shop.com'),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.virtualService)) {
      const gateways = textsOf(spec.gateways);
      const hosts = textsOf(spec.hosts);
      const served: string[] = [];
      let isComplete = gateways.length > 0 && !gateways.includes('mesh');
      gateways.forEach((written, i) => {
        if (written === 'mesh') return;
        const [at = '', name = ''] = gatewayName(written, namespace).split('/');
        const found = mesh.find(KIND.gateway, at, name);
        if (!found) {
          isComplete = false;
          return;
        }
        const own = readGateway(found).servers.flatMap((server) => hostsFor(server, namespace));
        served.push(...own);
        if (
          hosts.some((host) =>
            own.some((one) => overlaps(one, fullName(host, namespace, mesh.settings.domain))),
          )
        )
          return;
        isComplete = false;
        const message = `gateway ${written} must serve one of the hosts ${hosts.join(', ')}, got ${own.join(', ') || 'no host'} for namespace ${namespace}`;
        reporter.add(document, ['spec', 'gateways', i], message);
      });
      if (!isComplete) continue;
      hosts.forEach((host, i) => {
        if (!served.some((one) => overlaps(one, fullName(host, namespace, mesh.settings.domain))))
          reporter.add(
            document,
            ['spec', 'hosts', i],
            `host must be one that a gateway serves (${[...new Set(served)].join(', ')}), got ${host}`,
            { upstream: [] },
          );
      });
    }
  },
});
