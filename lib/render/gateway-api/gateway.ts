import type {
  GatewaySpecListeners,
  GatewaySpecListenersTlsMode as TlsMode,
  HttpRouteSpecParentRefs,
} from '../../../imports/gateway.networking.k8s.io';
import type { EdgeGateway, Listener, ListenerMode, Site } from '../../model/gateway';
import type { Loss, Rendered } from '../dialect';
import { member } from '../enum';
import { httpsRedirect } from '../https-redirect';
import type { Manifest } from '../manifest';
import { bounded, siteName, type RenderContext } from '../names';
import { TCP_ROUTE } from './admit';
import { connectionRoute } from './connections';
import { referenceGrants } from './grants';
import { httpRoutes } from './http-route';

/** What an API server allows in one Gateway. */
const MAX_LISTENERS = 64;

/** The Gateway, its routes, and the permissions that these need where services are in other namespaces. */
export function gatewayManifests(context: RenderContext, gateway: EdgeGateway): Rendered {
  const { name, namespace, className } = gateway;
  const losses = lossesOf(context, gateway);
  const lost = (mode: ListenerMode['kind']) => mode === 'tcp' && !context.experimental;
  const listeners = gateway.listeners.filter(({ mode }) => !lost(mode.kind)).flatMap(listenersOf);
  const routes = [
    ...gateway.sites.flatMap((site) =>
      siteRoutes(context, gateway, lost('tcp') ? { ...site, tcp: [] } : site),
    ),
    ...redirectRoutes(context, gateway),
  ];
  return {
    manifests: [
      ...(listeners.length > 0
        ? [
            {
              kind: 'gateway.networking.k8s.io/Gateway' as const,
              name,
              namespace,
              spec: { gatewayClassName: className, listeners },
            },
          ]
        : []),
      ...referenceGrants(gateway, routes),
      ...routes,
    ],
    losses,
  };
}

function lossesOf(
  { experimental, minorVersion }: RenderContext,
  { author, sites, listeners }: EdgeGateway,
): Loss[] {
  const tcp = experimental ? [] : sites.flatMap((site) => site.tcp);
  const passthrough = sites.filter(({ tls }) => tls.length > 0);
  const catchAll = passthrough.some(({ hosts }) => hosts.includes('*'));
  const count = listeners.reduce((sum, { hosts }) => sum + hosts.length, 0);
  return [
    ...tcp.map(({ port }) => ({ author, what: `TCP on port ${port}`, why: TCP_ROUTE })),
    ...(minorVersion < 30 && passthrough.length > 0
      ? [{ author, what: 'TLS that is passed through', why: 'Istio reads TLSRoutes (v1) from 1.30 on' }]
      : []),
    ...(catchAll
      ? [{ author, what: 'TLS of every host', why: 'a TLSRoute names its hosts; name them' }]
      : []),
    ...(count > MAX_LISTENERS
      ? [
          {
            author,
            what: `${count} listeners`,
            why: `a Gateway has at most ${MAX_LISTENERS}; use several gateways`,
          },
        ]
      : []),
  ];
}

/** A listener for each host: one of a Gateway knows a single name. */
function listenersOf(listener: Listener): GatewaySpecListeners[] {
  const { port, mode, hosts } = listener;
  return hosts.map((host) => ({
    name: listenerName(port, mode, host),
    port,
    ...(host !== '*' && { hostname: host }),
    ...protocolOf(mode),
  }));
}

function protocolOf(mode: ListenerMode): Pick<GatewaySpecListeners, 'protocol' | 'tls'> {
  switch (mode.kind) {
    case 'http':
    case 'redirect':
      return { protocol: 'HTTP' };
    case 'https':
      return {
        protocol: 'HTTPS',
        tls: {
          mode: member<TlsMode>('Terminate'),
          certificateRefs: [{ name: mode.secret }],
          ...(mode.mutual && { options: { 'gateway.istio.io/tls-terminate-mode': 'MUTUAL' } }),
        },
      };
    case 'passthrough':
      return { protocol: 'TLS', tls: { mode: member<TlsMode>('Passthrough') } };
    case 'tcp':
      return { protocol: 'TCP' };
  }
}

function listenerName(port: number, mode: ListenerMode, host: string): string {
  const kind = mode.kind === 'redirect' ? 'http' : mode.kind === 'passthrough' ? 'tls' : mode.kind;
  return bounded(host === '*' ? `${kind}-${port}` : `${kind}-${port}-${host.replace('*', 'any')}`);
}

function siteRoutes(
  context: RenderContext,
  { name: gateway, namespace, listeners }: EdgeGateway,
  site: Site,
): Manifest[] {
  const { hosts, http, tls, tcp } = site;
  const hostnames = hosts.includes('*') ? [] : hosts;
  const name = siteName(gateway, hosts);
  const parents = (port: number, ...kinds: ListenerMode['kind'][]) =>
    parentsOf(
      gateway,
      listeners,
      hosts,
      (listener) => listener.port === port && kinds.includes(listener.mode.kind),
    );
  // Ports with the same table share its routes.
  const tables = new Map<
    string,
    { entries: (typeof http)[number]['entries']; parentRefs: HttpRouteSpecParentRefs[]; port: number }
  >();
  for (const { port, entries } of http) {
    const key = JSON.stringify(entries);
    const table = tables.get(key) ?? { entries, parentRefs: [], port };
    table.parentRefs.push(...parents(port, 'http', 'https'));
    tables.set(key, table);
  }
  return [
    ...[...tables.values()].flatMap(({ entries, parentRefs, port }) =>
      httpRoutes(
        context,
        tables.size > 1 ? `${name}-${port}` : name,
        namespace,
        parentRefs,
        hostnames,
        entries,
      ),
    ),
    ...tls.map(({ port, entries }) =>
      connectionRoute(
        context,
        'TLSRoute',
        `${name}-tls-${port}`,
        namespace,
        parents(port, 'passthrough'),
        hosts,
        entries,
      ),
    ),
    ...tcp.map(({ port, entries }) =>
      connectionRoute(
        context,
        'TCPRoute',
        `${name}-tcp-${port}`,
        namespace,
        parents(port, 'tcp'),
        [],
        entries,
      ),
    ),
  ];
}

/** A listener that redirects has a route that does so. */
function redirectRoutes(
  context: RenderContext,
  { name: gateway, namespace, listeners }: EdgeGateway,
): Manifest[] {
  return listeners.flatMap(({ port, mode, hosts }): Manifest[] => {
    if (mode.kind !== 'redirect') return [];
    const parentRefs = parentsOf(gateway, listeners, hosts, (one) => one.port === port && one.mode === mode);
    const entries = httpsRedirect(mode.httpsPort);
    const hostnames = hosts.includes('*') ? [] : hosts;
    const name = `${gateway}-redirect-${port}${mode.httpsPort === 443 ? '' : `-${mode.httpsPort}`}`;
    return httpRoutes(context, name, namespace, parentRefs, hostnames, entries);
  });
}

function parentsOf(
  name: string,
  listeners: readonly Listener[],
  hosts: readonly string[],
  suits: (listener: Listener) => boolean,
): HttpRouteSpecParentRefs[] {
  return listeners
    .filter(suits)
    .flatMap(({ port, mode, hosts: own }) =>
      own
        .filter((host) => hosts.includes(host))
        .map((host) => ({ name, sectionName: listenerName(port, mode, host) })),
    );
}
