import { selects } from '../mesh/labels';
import { isHttp } from '../mesh/protocol';
import type { Proxy } from '../walk/proxy';
import { isHttpServer, isTlsServer, type GatewayConfig, type Server } from './server';

/** A service in front of a gateway's pods, and one of its ports. */
export interface GatewayTarget {
  readonly hostname: string;
  readonly namespace: string;
  readonly port: number;
  readonly target: number;
  /** The service has a label that says so. */
  readonly isUntranslated: boolean;
}

/** Servers that share a port of the pods. */
export interface ServerGroup {
  readonly port: number;
  readonly bind: string;
  readonly servers: Server[];
  /** The table of plain HTTP servers, which they share. */
  readonly routeName: string;
}

/** All servers of a gateway's pods, by port. */
export interface MergedServers {
  readonly groups: readonly ServerGroup[];
  /** The servers that share a table of routes. */
  readonly byRouteName: ReadonlyMap<string, readonly Server[]>;
  readonly routeNames: ReadonlyMap<Server, string>;
}

/** The Gateways that are for the pods of a proxy, oldest first, put together. */
export function mergeServers(
  gateways: readonly GatewayConfig[],
  { labels }: Pick<Proxy, 'labels'>,
  targets: readonly GatewayTarget[],
): MergedServers {
  const merger = new Merger();
  for (const gateway of gateways) {
    const { services, namespace, selector } = gateway;
    if (services) {
      const own = targets.filter((one) => one.namespace === namespace && services.includes(one.hostname));
      if (own.length > 0) merger.addGateway(gateway, (port) => declaredPorts(port, own));
    } else if (!selector || selects(selector, labels)) {
      merger.addGateway(gateway, (port) => [guessedPort(port, targets)]);
    }
  }
  return merger.finish();
}

/** The port of the pods: a service of theirs says, or it is the port itself. */
function guessedPort(port: number, targets: readonly GatewayTarget[]): number {
  return targets.find((one) => one.port === port && !one.isUntranslated)?.target ?? port;
}

function declaredPorts(port: number, targets: readonly GatewayTarget[]): readonly number[] {
  return [...new Set(targets.filter((one) => one.port === port).map(({ target }) => target))];
}

class Merger {
  private readonly groups = new Map<string, ServerGroup>();
  private readonly byRouteName = new Map<string, Server[]>();
  private readonly routeNames = new Map<Server, string>();
  /** The first server in the clear of each port. */
  private readonly plain = new Map<number, ServerGroup & { readonly protocolOf: Server }>();
  private readonly ports = new Set<number>();
  private readonly tlsHosts = new Map<number, Map<string, string>>();
  private readonly tlsBinds = new Map<number, Set<string>>();

  addGateway(gateway: GatewayConfig, portsOf: (port: number) => readonly number[]): void {
    for (const server of gateway.servers) {
      for (const port of portsOf(server.port)) this.add(server, port, gateway);
    }
  }

  finish(): MergedServers {
    const { byRouteName, routeNames } = this;
    return { groups: [...this.groups.values()], byRouteName, routeNames };
  }

  private add(server: Server, port: number, gateway: GatewayConfig): void {
    const routeName = routeNameOf(server, port, gateway);
    if (server.tls && this.hasTlsHosts(server, port)) return;
    this.routeNames.set(server, routeName);
    if (!this.ports.has(port)) {
      this.ports.add(port);
      this.start(server, port, routeName);
      return;
    }
    const plain = this.plain.get(port);
    if (plain) this.joinPlain(server, port, routeName, plain);
    else if (!isTlsServer(server)) this.start(server, port, routeName);
    else this.joinTls(server, port, routeName);
  }

  /** A name that another server of the port has already leaves all of the server out. */
  private hasTlsHosts({ hosts, bind }: Server, port: number): boolean {
    let known = this.tlsHosts.get(port);
    if (!known) this.tlsHosts.set(port, (known = new Map<string, string>()));
    if (hosts.some((host) => known.get(host) === bind)) return true;
    for (const host of hosts) known.set(host, bind);
    return false;
  }

  /** The first of a port, or of an address on it. */
  private start(server: Server, port: number, routeName: string): void {
    const group: ServerGroup = { port, bind: server.bind, servers: [server], routeName };
    if (!isTlsServer(server)) this.plain.set(port, { ...group, protocolOf: server });
    if (isHttpServer(server)) this.byRouteName.set(routeName, [server]);
    this.groups.set(groupKey(server, port), group);
  }

  /** Servers in the clear share a port if both are HTTP, or have addresses of their own. */
  private joinPlain(
    server: Server,
    port: number,
    routeName: string,
    plain: ServerGroup & { readonly protocolOf: Server },
  ): void {
    const isSameBind = plain.bind === server.bind;
    const current = plain.protocolOf.protocol;
    const canMerge = isHttp(current) && (isHttp(server.protocol) || server.protocol === current);
    if (isSameBind && (!canMerge || routeName === '')) return;
    if (isSameBind) {
      plain.servers.push(server);
      note(this.byRouteName, routeName, server);
      return;
    }
    const group = this.groups.get(groupKey(server, port));
    if (!group) this.start(server, port, routeName);
    else {
      group.servers.push(server);
      note(this.byRouteName, routeName, server);
    }
  }

  private joinTls(server: Server, port: number, routeName: string): void {
    if (isHttpServer(server)) {
      if (routeName === '' || this.byRouteName.has(routeName)) return;
      this.byRouteName.set(routeName, [server]);
    }
    let binds = this.tlsBinds.get(port);
    if (!binds) this.tlsBinds.set(port, (binds = new Set<string>()));
    binds.add(server.bind);
    const group = this.groups.get(groupKey(server, port));
    if (group) group.servers.push(server);
    else
      this.groups.set(groupKey(server, port), { port, bind: server.bind, servers: [server], routeName: '' });
  }
}

function groupKey({ protocolText, bind }: Server, port: number): string {
  return `${port} ${protocolText} ${bind}`;
}

function routeNameOf(server: Server, port: number, { name, namespace }: GatewayConfig): string {
  const bind = server.bind && `.${server.bind}`;
  if (isHttp(server.protocol)) return `http.${port}${bind}`;
  if (!isHttpServer(server)) return '';
  return `https.${server.port}.${server.portName}.${name}.${namespace}${bind}`;
}

function note<K, V>(map: Map<K, V[]>, key: K, element: V): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}
