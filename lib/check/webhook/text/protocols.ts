const HTTP = ['http', 'http2', 'http_proxy', 'grpc', 'grpc-web'];
const TLS = ['https', 'tls'];
const OVER_TCP = ['tcp', ...TLS, 'mongo', 'redis', 'mysql'];
const KNOWN = new Set([...HTTP, ...OVER_TCP, 'udp']);

/** The names for messages. */
export const PROTOCOLS = 'HTTP, HTTP2, HTTPS, GRPC, GRPC-WEB, TCP, TLS, MONGO, REDIS, MYSQL or UDP';

export function isKnownProtocol(protocol: string): boolean {
  return KNOWN.has(protocol.toLowerCase());
}

export function isHttp(protocol: string): boolean {
  return HTTP.includes(protocol.toLowerCase());
}

export function isTls(protocol: string): boolean {
  return TLS.includes(protocol.toLowerCase());
}

/** What Istio forwards as a stream of bytes, encrypted or not. */
export function isTcp(protocol: string): boolean {
  return OVER_TCP.includes(protocol.toLowerCase());
}

export function isPort(port: number): boolean {
  return port >= 1 && port <= 65535;
}
