import type {
  GatewaySpecServers,
  GatewaySpecServersTlsMode as TlsMode,
} from '../../../imports/networking.istio.io';
import type { EdgeGateway, Listener, ListenerMode, Site, SitePort } from '../../model/gateway';
import { member } from '../enum';
import { httpsRedirect } from '../https-redirect';
import type { Manifest } from '../manifest';
import { bounded, siteName, type RenderContext } from '../names';
import { layersOf, needApart, widest } from './gateway-hosts';
import { httpRules, tcpRule, tlsRule } from './virtual-service';

/** The Gateway (or several) and a VirtualService for each set of hosts that belong together. */
export function gatewayManifests(context: RenderContext, gateway: EdgeGateway): Manifest[] {
  const { namespace, selector, listeners, sites } = gateway;
  const parts = partsOf(gateway);
  const all = new Set(listeners.flatMap(({ hosts }) => hosts));
  return [
    ...parts.map(({ name, listeners: own }): Manifest => ({
      kind: 'networking.istio.io/Gateway',
      name,
      namespace,
      spec: { selector: Object.fromEntries(selector), servers: own.map(serverOf) },
    })),
    ...sites.flatMap((site) =>
      layersOf(site.hosts, all).map((hosts) => siteOf(context, gateway, parts, { ...site, hosts })),
    ),
  ];
}

interface Part {
  readonly name: string;
  readonly listeners: readonly Listener[];
}

function partsOf({ name, listeners }: EdgeGateway): Part[] {
  if (!needApart(listeners)) return [{ name, listeners }];
  return listeners.map((listener) => ({
    name: bounded(`${name}-${serverOf(listener).port.name}`),
    listeners: [listener],
  }));
}

function serverOf({ port: number, mode, hosts: names }: Listener): GatewaySpecServers {
  const hosts = widest(names);
  const byRule = redirectsByRule(mode);
  switch (mode.kind) {
    case 'http':
      return { port: { number, name: `http-${number}`, protocol: 'HTTP' }, hosts };
    case 'redirect':
      return {
        port: {
          number,
          name: `http-${number}-redirect${byRule ? `-${mode.httpsPort}` : ''}`,
          protocol: 'HTTP',
        },
        hosts,
        ...(!byRule && { tls: { httpsRedirect: true } }),
      };
    case 'https':
      return {
        port: {
          number,
          name: `https-${number}-${mode.secret}${mode.mutual ? '-mutual' : ''}`,
          protocol: 'HTTPS',
        },
        hosts,
        tls: { mode: member<TlsMode>(mode.mutual ? 'MUTUAL' : 'SIMPLE'), credentialName: mode.secret },
      };
    case 'passthrough':
      return {
        port: { number, name: `tls-${number}`, protocol: 'TLS' },
        hosts,
        tls: { mode: member<TlsMode>('PASSTHROUGH') },
      };
    case 'tcp':
      return { port: { number, name: `tcp-${number}`, protocol: 'TCP' }, hosts };
  }
}

/** Istio's own redirect knows no port: it leads to the usual one. */
function redirectsByRule(mode: ListenerMode): boolean {
  return mode.kind === 'redirect' && mode.httpsPort !== 443;
}

function siteOf(
  context: RenderContext,
  { name, namespace }: EdgeGateway,
  parts: readonly Part[],
  { hosts, http, tls, tcp }: Site,
): Manifest {
  const own = parts.filter(({ listeners }) =>
    listeners.some((listener) => listener.hosts.some((host) => hosts.includes(host))),
  );
  const redirects = own
    .flatMap(({ listeners }) => listeners)
    .flatMap(({ port, mode, hosts: listened }) =>
      mode.kind === 'redirect' && redirectsByRule(mode) && listened.some((host) => hosts.includes(host))
        ? httpRules(context, namespace, httpsRedirect(mode.httpsPort), port)
        : [],
    );
  const rules = [...redirects, ...httpOnPorts(context, namespace, http)];
  return {
    kind: 'networking.istio.io/VirtualService',
    name: siteName(name, hosts),
    namespace,
    spec: {
      hosts: [...hosts],
      gateways: own.map((part) => part.name),
      ...(rules.length > 0 && { http: rules }),
      ...(tls.length > 0 && {
        tls: tls.map(({ port, entries }) => tlsRule(context, namespace, [...hosts], port, entries)),
      }),
      ...(tcp.length > 0 && {
        tcp: tcp.map(({ port, entries }) => tcpRule(context, namespace, port, entries)),
      }),
    },
  };
}

/** Rules name the port of their listener only where ports differ. */
function httpOnPorts(
  context: RenderContext,
  namespace: string,
  ports: readonly SitePort[],
): ReturnType<typeof httpRules> {
  const [first, ...others] = ports.map(({ entries }) => httpRules(context, namespace, entries));
  if (!first || others.every((rules) => JSON.stringify(rules) === JSON.stringify(first))) return first ?? [];
  return ports.flatMap(({ port, entries }) => httpRules(context, namespace, entries, port));
}
