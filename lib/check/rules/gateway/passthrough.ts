import { fieldsList, textsOf } from '../../../manifest/fields';
import { hostsFor, isHttpServer, isPassthrough, readGateway } from '../../../simulate/ingress/server';
import { fullName, overlaps } from '../../../simulate/names/host';
import { gatewayName } from '../../../simulate/virtual-service/read-match';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { gateway, manifests, virtualService, web } from '../fixture';

const EDGE = gateway(
  'shop/edge',
  '{selector: {istio: ingressgateway}, servers: [{port: {number: 443, name: tls, protocol: TLS}, hosts: [a.com], tls: {mode: PASSTHROUGH}}]}',
);
const ROUTE = 'route: [{destination: {host: web}}]';
const routed = (rules: string): string =>
  manifests(EDGE, web('shop/web'), virtualService('shop/a', `{hosts: [a.com], gateways: [edge], ${rules}}`));

export const passthroughRoutes = rule({
  id: 'http-rules-for-passthrough',
  title: 'HTTP rules for connections that the gateway cannot read',
  severity: 'error',
  why: 'The gateway passes these connections on without ending TLS: it never sees requests, and only `tls` rules apply.',
  fix: 'Write tls rules that match sniHosts, or let the Gateway end TLS (mode SIMPLE and a credentialName).',
  links: ['https://istio.io/latest/docs/tasks/traffic-management/ingress/ingress-sni-passthrough/'],
  bad: routed(`http: [{${ROUTE}}]`),
  good: routed(`tls: [{match: [{sniHosts: [a.com]}], ${ROUTE}}]`),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.virtualService)) {
      if (fieldsList(spec.http).length === 0 || fieldsList(spec.tls).length > 0) continue;
      const hosts = textsOf(spec.hosts).map((host) => fullName(host, namespace, mesh.settings.domain));
      textsOf(spec.gateways).forEach((written, i) => {
        const [at = '', name = ''] = gatewayName(written, namespace).split('/');
        const found = written === 'mesh' ? undefined : mesh.find(KIND.gateway, at, name);
        const servers = (found ? readGateway(found).servers : []).filter(
          (server) =>
            !server.tls?.httpsRedirect &&
            hostsFor(server, namespace).some((one) => hosts.some((host) => overlaps(one, host))),
        );
        if (servers.length > 0 && servers.every((server) => isPassthrough(server) && !isHttpServer(server)))
          reporter.add(
            document,
            ['spec', 'gateways', i],
            `gateway of http rules must end TLS for ${hosts.join(', ')}, got ${written}, which passes it through`,
          );
      });
    }
  },
});
