import { fieldsList, textMap } from '../../../manifest/fields';
import { isHttp } from '../../../simulate/mesh/protocol';
import { isTlsServer, readGateway, type Server } from '../../../simulate/ingress/server';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { gateway, manifests } from '../fixture';

const open = (name: string, protocol: string): string =>
  gateway(
    `edge/${name}`,
    `{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: a, protocol: ${protocol}}, hosts: [${name}.com]}]}`,
  );

export const gatewayProtocols = rule({
  id: 'gateway-protocols',
  title: 'HTTP and TCP on one port of a gateway',
  severity: 'error',
  why: 'A port in the clear speaks one of the two: the newer server is left out, without a word.',
  fix: 'Use another port, or the same protocol.',
  links: ['https://istio.io/latest/docs/reference/config/networking/gateway/#Server'],
  bad: manifests(open('a', 'HTTP'), open('b', 'TCP')),
  good: manifests(open('a', 'HTTP'), open('b', 'HTTP2')),
  check(mesh, reporter) {
    const first = new Map<string, Server>();
    for (const config of mesh.list(KIND.gateway)) {
      const selector = JSON.stringify([...textMap(config.spec.selector)].sort());
      const places = fieldsList(config.spec.servers).flatMap(({ port }, i) =>
        port === undefined ? [] : [i],
      );
      readGateway(config).servers.forEach((server, n) => {
        if (isTlsServer(server)) return;
        const key = `${selector} ${server.port} ${server.bind}`;
        const before = first.get(key);
        if (!before) first.set(key, server);
        // Two Gateways for one host are another finding.
        else if (isHttp(before.protocol) !== isHttp(server.protocol) && !isConflict(before, server))
          reporter.add(
            config.document,
            ['spec', 'servers', places[n] ?? n, 'port', 'protocol'],
            `protocol of port ${server.port} must be as in ${before.gateway} (${before.protocolText}), got ${server.protocolText}`,
          );
      });
    }
  },
});

function isConflict(one: Server, other: Server): boolean {
  return one.gateway !== other.gateway && one.hosts.some((host) => other.hosts.includes(host));
}
