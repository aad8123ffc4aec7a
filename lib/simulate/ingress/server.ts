import {
  booleanOf,
  fieldsList,
  isFields,
  numberOf,
  optionalFields,
  textMap,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { Config } from '../mesh/config';
import type { Labels } from '../mesh/labels';
import { isHttp, parseProtocol, type Protocol } from '../mesh/protocol';
import type { Place } from '../virtual-service/model';

/** A Gateway: servers for the pods that it selects, or for those behind certain services. */
export interface GatewayConfig {
  readonly namespace: string;
  readonly name: string;
  readonly created: number;
  /** Absent: for all gateways. */
  readonly selector?: Labels;
  /** Full names of services in the namespace: one that is made of a Gateway of the Gateway API. */
  readonly services?: readonly string[];
  readonly servers: readonly Server[];
}

export interface Server {
  /** `namespace/name` of its Gateway. */
  readonly gateway: string;
  readonly port: number;
  readonly portName: string;
  /** As written. */
  readonly protocolText: string;
  readonly protocol: Protocol;
  readonly bind: string;
  /** `host`, or `namespace/host`. */
  readonly hosts: readonly string[];
  readonly tls?: ServerTls;
  readonly place: Place;
}

export interface ServerTls {
  readonly mode: string;
  readonly httpsRedirect: boolean;
}

/**
 * A Gateway as it was written.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export function readGateway(config: Config): GatewayConfig {
  const { namespace, name, created, spec } = config;
  const selector = optionalFields(spec.selector);
  return {
    namespace,
    name,
    created,
    ...(selector && { selector: textMap(selector) }),
    servers: fieldsList(spec.servers).flatMap((server, i) => {
      const port = optionalFields(server.port);
      return port ? [readServer(server, port, config, `spec.servers[${i}]`)] : [];
    }),
  };
}

function readServer(server: Fields, port: Fields, config: Config, at: string): Server {
  const protocolText = textOf(port.protocol) ?? '';
  const { tls } = server;
  return {
    gateway: `${config.namespace}/${config.name}`,
    port: numberOf(port.number) ?? 0,
    portName: textOf(port.name) ?? '',
    protocolText,
    protocol: parseProtocol(protocolText),
    bind: textOf(server.bind) ?? '',
    hosts: serverHosts(textsOf(server.hosts), config.namespace),
    ...(isFields(tls) && {
      tls: {
        mode: textOf(tls.mode) ?? 'PASSTHROUGH',
        httpsRedirect: booleanOf(tls.httpsRedirect) ?? false,
      },
    }),
    place: { config, at },
  };
}

/** `./` is the own namespace, `*` in front of the slash is any. */
function serverHosts(hosts: readonly string[], namespace: string): readonly string[] {
  if (hosts.includes('*/*')) return ['*'];
  return hosts.map((host) => {
    if (host.startsWith('./')) return `${namespace}/${host.slice(2)}`;
    return host.startsWith('*/') ? host.slice(2) : host;
  });
}

/** The hosts that a server has for objects of a namespace, without what is in front of the slash. */
export function hostsFor({ hosts }: Server, namespace: string): readonly string[] {
  return hosts.flatMap((host) => {
    const slash = host.indexOf('/');
    if (slash === -1) return [host];
    const before = host.slice(0, slash);
    return before === namespace || before === '*' ? [host.slice(slash + 1)] : [];
  });
}

/** The names that clients may ask for in the TLS handshake. */
export function serverNames({ hosts }: Server): readonly string[] {
  return [...new Set(hosts.map((host) => host.slice(host.indexOf('/') + 1)))].sort();
}

export function isPassthrough({ tls }: Server): boolean {
  return tls?.mode === 'PASSTHROUGH' || tls?.mode === 'AUTO_PASSTHROUGH';
}

/** HTTP in the clear, or HTTPS that the gateway ends. */
export function isHttpServer(server: Server): boolean {
  return isHttp(server.protocol) || (server.protocol === 'https' && !isPassthrough(server));
}

/** Some other TLS than one that only redirects. */
export function isTlsServer({ tls, protocol }: Server): boolean {
  return tls !== undefined && !isHttp(protocol);
}

export function endsHttps(server: Server): boolean {
  return server.tls !== undefined && server.protocol === 'https' && !isPassthrough(server);
}
