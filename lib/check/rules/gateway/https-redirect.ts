import { fieldsList } from '../../../manifest/fields';
import { isTlsServer, readGateway, serverNames, type Server } from '../../../simulate/ingress/server';
import { overlaps } from '../../../simulate/names/host';
import { KIND } from '../../mesh/kinds';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { gateway } from '../fixture';

const redirecting = (host: string): string =>
  gateway(
    'edge/public',
    `{selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.com], tls: {httpsRedirect: true}}, {port: {number: 443, name: https, protocol: HTTPS}, hosts: [${host}], tls: {mode: SIMPLE, credentialName: a}}]}`,
  );

export const httpsRedirect = rule({
  id: 'https-redirect-to-nowhere',
  title: 'A redirect to HTTPS for a host that has none',
  severity: 'warning',
  why: 'Clients are sent to https://, where the gateway has no certificate for the host: the connection fails.',
  fix: 'Serve the host with HTTPS, too, or remove httpsRedirect.',
  links: ['https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings'],
  bad: redirecting('b.com'),
  good: redirecting('a.com'),
  check(mesh, reporter) {
    const bySelector = new Map<string, Server[]>();
    const gateways = mesh.list(KIND.gateway).map((config) => {
      const { selector, servers } = readGateway(config);
      const key = JSON.stringify([...(selector ?? [])].sort());
      for (const server of servers) if (isTlsServer(server)) push(bySelector, key, server);
      return { config, key, servers };
    });
    for (const { config, key, servers } of gateways) {
      // Where nobody ends TLS here, something in front of the gateway does.
      const secure = bySelector.get(key)?.flatMap(serverNames);
      if (!secure) continue;
      const places = fieldsList(config.spec.servers).flatMap(({ port }, i) =>
        port === undefined ? [] : [i],
      );
      servers.forEach((server, n) => {
        if (!server.tls?.httpsRedirect || isTlsServer(server)) return;
        const open = serverNames(server).find((name) => !secure.some((other) => overlaps(name, other)));
        if (open !== undefined)
          reporter.add(
            config.document,
            ['spec', 'servers', places[n] ?? n, 'tls', 'httpsRedirect'],
            `httpsRedirect must lead to a server with HTTPS, got none for ${open}`,
          );
      });
    }
  },
});
