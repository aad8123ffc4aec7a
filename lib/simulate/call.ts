import type { Request } from './request';
import { withoutPort } from './names/host';

/** A request as it is on the wire. */
export interface Call {
  /** What the connection carries, below TLS. */
  readonly protocol: 'http' | 'tcp';
  readonly isTls: boolean;
  readonly scheme: string;
  readonly method: string;
  readonly authority: string;
  /** With its query, as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly port: number;
  readonly address?: string;
  readonly sni: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly invalidToken: boolean;
  readonly sourceIp?: string;
}

const SCHEMES: Readonly<
  Record<string, { protocol: Call['protocol']; isTls: boolean; port: number; method: string }>
> = {
  http: { protocol: 'http', isTls: false, port: 80, method: 'GET' },
  https: { protocol: 'http', isTls: true, port: 443, method: 'GET' },
  grpc: { protocol: 'http', isTls: false, port: 80, method: 'POST' },
  tcp: { protocol: 'tcp', isTls: false, port: 80, method: '' },
  tls: { protocol: 'tcp', isTls: true, port: 443, method: '' },
};

/**
 * Reads a request. The path stays as it is written: what the proxy makes of it is the proxy's.
 * @throws if the URL cannot be read
 */
export function readCall(request: Request): Call {
  const { url } = request;
  const split = url.indexOf('://');
  const scheme = url.slice(0, Math.max(0, split)).toLowerCase();
  const kind = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  const end = endOfAuthority(url, split + 3);
  const written = url.slice(split + 3, end);
  if (!kind || written === '') {
    throw new Error(
      `the URL of a request must be http, https, grpc, tcp or tls, ://, and a host, got ${url}; write for example http://reviews.shop:9080/reviews/7`,
    );
  }
  const headers = readHeaders(request);
  const authority = headers.get('host') ?? headers.get(':authority') ?? written;
  const rest = url.slice(end);
  return {
    protocol: kind.protocol,
    isTls: kind.isTls,
    scheme: kind.isTls ? 'https' : 'http',
    method: request.method ?? kind.method,
    authority,
    target: rest.startsWith('/') ? rest : `/${rest}`,
    headers,
    port: request.port ?? portIn(written) ?? kind.port,
    ...(request.address !== undefined && { address: request.address }),
    sni: (request.sni ?? withoutPort(written)).toLowerCase(),
    ...(request.claims && { claims: request.claims }),
    invalidToken: request.invalidToken ?? false,
    ...(request.sourceIp !== undefined && { sourceIp: request.sourceIp }),
  };
}

function endOfAuthority(url: string, from: number): number {
  for (let i = from; i < url.length; i++) {
    const c = url.charCodeAt(i);
    if (c === 47 || c === 63 || c === 35) return i; // / ? #
  }
  return url.length;
}

function portIn(authority: string): number | undefined {
  const host = withoutPort(authority);
  const port = Number(authority.slice(host.length + 1));
  return host.length < authority.length && Number.isInteger(port) && port > 0 ? port : undefined;
}

const NO_HEADERS: ReadonlyMap<string, string> = new Map();

function readHeaders({ headers, cookies }: Request): ReadonlyMap<string, string> {
  if (!headers && !cookies) return NO_HEADERS;
  const map = new Map<string, string>();
  for (const name in headers) map.set(name.toLowerCase(), headers[name]!.trim());
  if (cookies) {
    const pairs = Object.keys(cookies).map((name) => `${name}=${cookies[name]}`);
    const written = map.get('cookie');
    if (pairs.length > 0) map.set('cookie', (written ? [written, ...pairs] : pairs).join('; '));
  }
  return map;
}

/** The host that is dialled, unless the request says an address: that of the URL, whatever the host header says. */
export function dialledHost({ url }: Request): string {
  const start = url.indexOf('://') + 3;
  return withoutPort(url.slice(start, endOfAuthority(url, start)));
}
