// What a port speaks, as its declaration says.

/** `auto`: nobody said, so that the proxy looks at the first bytes. */
export type Protocol =
  | 'http'
  | 'http2'
  | 'http_proxy'
  | 'grpc'
  | 'grpc-web'
  | 'tcp'
  | 'https'
  | 'tls'
  | 'mongo'
  | 'redis'
  | 'mysql'
  | 'udp'
  | 'auto';

const KNOWN: ReadonlySet<string> = new Set([
  'http',
  'http2',
  'http_proxy',
  'grpc',
  'grpc-web',
  'tcp',
  'https',
  'tls',
  'mongo',
  'redis',
  'mysql',
  'udp',
]);
const HTTP: ReadonlySet<Protocol> = new Set(['http', 'http2', 'http_proxy', 'grpc', 'grpc-web']);

/** Servers talk first on these ports, so that there is nothing to look at: SMTP, DNS, MySQL, MongoDB. */
const SERVER_FIRST: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

const APP_PROTOCOLS: Readonly<Record<string, Protocol>> = {
  'kubernetes.io/h2c': 'http2',
  'kubernetes.io/ws': 'http',
  'kubernetes.io/wss': 'https',
};

export function parseProtocol(text: string): Protocol {
  const lower = text.toLowerCase();
  return KNOWN.has(lower) ? (lower as Protocol) : 'auto';
}

/**
 * The protocol of a port of a Service: `appProtocol`, else the name up to the first hyphen.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export function servicePortProtocol(
  number: number,
  name: string,
  transport: string,
  appProtocol: string | undefined,
): Protocol {
  if (transport === 'UDP') return 'udp';
  if (appProtocol !== undefined && Object.hasOwn(APP_PROTOCOLS, appProtocol))
    return APP_PROTOCOLS[appProtocol]!;
  const text = appProtocol ?? name;
  if (text.slice(0, 8).toLowerCase() === 'grpc-web') return 'grpc-web';
  const protocol = parseProtocol(text.split('-', 1)[0]!);
  return protocol === 'auto' && SERVER_FIRST.has(number) ? 'tcp' : protocol;
}

export function isServerFirst(port: number): boolean {
  return SERVER_FIRST.has(port);
}

export function isHttp(protocol: Protocol): boolean {
  return HTTP.has(protocol);
}

export function isHttpOrAuto(protocol: Protocol): boolean {
  return HTTP.has(protocol) || protocol === 'auto';
}

/** TCP, and everything that is TCP to a proxy. */
export function isTcp(protocol: Protocol): boolean {
  return !isHttpOrAuto(protocol) && protocol !== 'udp';
}

export function isTls(protocol: Protocol): boolean {
  return protocol === 'https' || protocol === 'tls';
}
