import { compareTexts } from '../model/clause';
import type { Author } from '../model/contribution';
import { mergeEdge, type Exposure } from '../model/edge';
import type { EdgeGateway, Listener, ListenerMode, Site, SitePort } from '../model/gateway';
import { isHttp, isTls, type HostKey, type Port } from '../model/host';
import type { Problem } from '../model/problem';
import { redirectProblem, redirectProblems } from '../model/redirect';
import { mergeTraffic, type Traffic } from '../model/traffic';
import type { Declared, ExposureFacts, ExposureTarget, GatewayFacts } from './declarations';

type Door = Declared<ExposureFacts>;

/** Merges all that is exposed at a gateway: its listeners, and what each host name leads to. */
export function mergeGateway(
  { author, said: gateway }: Declared<GatewayFacts>,
  doors: readonly Door[],
  trafficOf: (host: HostKey) => Traffic,
  admit: (exposures: readonly Exposure[]) => readonly Exposure[],
): { readonly gateway: EdgeGateway; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const sites = sitesOf(doors).map((site) => mergeSite(gateway.name, site, trafficOf, admit, problems));
  const listeners = listenersOf(doors, `${gateway.namespace}/${gateway.name}`, problems);
  return { gateway: { author, ...gateway, listeners, sites }, problems };
}

/** Hosts that are exposed by the same constructs belong together. */
function sitesOf(doors: readonly Door[]): { readonly hosts: string[]; readonly doors: Door[] }[] {
  const byHost = new Map<string, Door[]>();
  for (const door of [...doors].sort((a, b) => compareTexts(a.author.path, b.author.path))) {
    for (const host of door.said.hosts) byHost.set(host, [...(byHost.get(host) ?? []), door]);
  }
  const sites = new Map<string, { hosts: string[]; doors: Door[] }>();
  for (const [host, here] of [...byHost].sort(([a], [b]) => compareTexts(a, b))) {
    const key = here.map(({ author }) => author.path).join('\n');
    const site = sites.get(key) ?? { hosts: [], doors: here };
    site.hosts.push(host);
    sites.set(key, site);
  }
  return [...sites.values()];
}

function mergeSite(
  gateway: string,
  { hosts, doors }: { readonly hosts: readonly string[]; readonly doors: readonly Door[] },
  trafficOf: (host: HostKey) => Traffic,
  admit: (exposures: readonly Exposure[]) => readonly Exposure[],
  problems: Problem[],
): Site {
  const onPorts = (
    kind: ListenerMode['kind'][],
    merge: (port: number, here: Door[]) => SitePort['entries'],
  ): SitePort[] => {
    const ports = new Set<number>();
    for (const { said } of doors)
      for (const { port, mode } of said.listeners) if (kind.includes(mode.kind)) ports.add(port);
    return [...ports]
      .sort((a, b) => a - b)
      .map((port) => {
        const here = doors.filter(({ said }) =>
          said.listeners.some((listener) => listener.port === port && kind.includes(listener.mode.kind)),
        );
        return { port, entries: merge(port, here) };
      });
  };
  const where = (port: number) => `${hosts.join(', ')} (port ${port} of gateway ${gateway})`;
  const found = (list: readonly Problem[]) => {
    for (const problem of list)
      if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
  };
  const connections = (suits: (port: Port) => boolean, wanted: string) => (port: number, here: Door[]) =>
    mergeConnections(where(port), here, trafficOf, suits, wanted, found);
  return {
    hosts,
    http: onPorts(['http', 'https'], (port, here) => {
      const exposures = admit(here.flatMap((door) => exposuresOf(door, trafficOf, found)));
      const merged = mergeEdge(where(port), exposures);
      found(merged.problems);
      found(redirectProblems(merged.entries, where(port), { port, scheme: schemeAt(port, here) }));
      return merged.entries;
    }),
    tls: onPorts(
      ['passthrough'],
      connections(({ protocol }) => isTls(protocol), 'HTTPS or TLS'),
    ),
    tcp: onPorts(
      ['tcp'],
      connections(({ protocol }) => !isHttp(protocol) && !isTls(protocol), 'TCP'),
    ),
  };
}

function schemeAt(port: number, doors: readonly Door[]): 'http' | 'https' {
  const https = doors.some(({ said }) =>
    said.listeners.some((listener) => listener.port === port && listener.mode.kind === 'https'),
  );
  return https ? 'https' : 'http';
}

function exposuresOf(
  { author, said }: Door,
  trafficOf: (host: HostKey) => Traffic,
  found: (problems: Problem[]) => void,
): Exposure[] {
  return said.routes.flatMap(({ conditions, to }): Exposure[] => {
    if (to.kind === 'redirect') return [{ author, conditions, to }];
    const traffic = trafficOf(to.host);
    const port = pickPort(
      author,
      traffic,
      to,
      ({ protocol }) => isHttp(protocol),
      'HTTP, HTTP2 or GRPC',
      found,
    );
    if (!port) return [];
    const { withPolicies } = said;
    return [
      { author, conditions, to: { kind: 'service', traffic, withPolicies, port, rewrite: to.rewrite } },
    ];
  });
}

/** Connections cannot be told apart by anything but the listener and its host, so all go to one port of one service. */
function mergeConnections(
  where: string,
  doors: readonly Door[],
  trafficOf: (host: HostKey) => Traffic,
  suits: (port: Port) => boolean,
  wanted: string,
  found: (problems: Problem[]) => void,
): SitePort['entries'] {
  const [first, ...others] = doors;
  if (others.length > 0) {
    const authors = doors.map(({ author }) => author);
    const paths = authors.map(({ path }) => path).join(' and ');
    found([
      {
        authors,
        message: `connections to ${where} must lead to one service, got ${paths}; use another port or host`,
      },
    ]);
  }
  const [route] = first!.said.routes;
  if (route?.to.kind !== 'service') return [];
  const traffic = trafficOf(route.to.host);
  const port = pickPort(first!.author, traffic, route.to, suits, wanted, found);
  if (!port) return [];
  const policies = first!.said.withPolicies ? traffic : { ...traffic, routes: [], overlays: [] };
  const [merged] = mergeTraffic({ ...policies, host: { ...traffic.host, ports: [port] } }).ports;
  return merged!.entries.map(({ condition, outcome }) => ({
    condition,
    outcome: { ...outcome, via: first!.author },
  }));
}

function pickPort(
  author: Author,
  { host }: Traffic,
  { port: number }: ExposureTarget,
  suits: (port: Port) => boolean,
  wanted: string,
  found: (problems: Problem[]) => void,
): Port | undefined {
  const candidates = host.ports.filter((port) =>
    number === undefined ? suits(port) : port.number === number,
  );
  const [port] = candidates;
  if (candidates.length === 1 && suits(port!)) return port;
  const got = host.ports.map((one) => `${one.number} (${one.protocol})`).join(', ');
  const thing = number === undefined ? `the port of ${host.key} to expose` : `port ${number} of ${host.key}`;
  const advice =
    number === undefined ? 'name the port' : 'expose another port, or through another kind of listener';
  found([
    { authors: [author], message: `${thing} must be one that speaks ${wanted}, got ${got}; ${advice}` },
  ]);
  return undefined;
}

/** One listener for each port and mode. A host may be listened for at a port in one mode only. */
function listenersOf(doors: readonly Door[], gateway: string, problems: Problem[]): Listener[] {
  const byMode = new Map<
    string,
    { readonly port: number; readonly mode: ListenerMode; readonly hosts: Set<string> }
  >();
  const owners = new Map<string, { readonly key: string; readonly author: Author }>();
  for (const { author, said } of doors) {
    for (const { port, mode } of said.listeners) {
      if (mode.kind === 'redirect') {
        const to = { scheme: 'https', port: mode.httpsPort } as const;
        const where = `port ${port} of gateway ${gateway}`;
        problems.push(...redirectProblem(to, [author], where, { port, scheme: 'http' }));
      }
      const key = JSON.stringify([port, mode]);
      const listener = byMode.get(key) ?? { port, mode, hosts: new Set<string>() };
      byMode.set(key, listener);
      for (const host of said.hosts) {
        listener.hosts.add(host);
        const owner = owners.get(`${port} ${host}`);
        if (!owner) owners.set(`${port} ${host}`, { key, author });
        else if (owner.key !== key) {
          const [a, b] = [owner.key, key].map((text) => (JSON.parse(text) as [number, ListenerMode])[1].kind);
          problems.push({
            authors: [owner.author, author],
            message: `host ${host} at port ${port} of gateway ${gateway} must be listened for in one way, got ${a} (${owner.author.path}) and ${b} (${author.path}); use another port or the same entry`,
          });
        }
      }
    }
  }
  return [...byMode.values()]
    .map(({ port, mode, hosts }) => ({ port, mode, hosts: [...hosts].sort() }))
    .sort(
      (a, b) =>
        a.port - b.port || compareTexts(JSON.stringify([a.mode, a.hosts]), JSON.stringify([b.mode, b.hosts])),
    );
}
