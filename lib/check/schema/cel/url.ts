import { parseIp } from '../ip';
import { Url } from './values';

/**
 * Reads a URL as Go's `url.ParseRequestURI` does: with a scheme or as an absolute path. Nothing if it is none.
 * @see https://pkg.go.dev/net/url#ParseRequestURI
 */
export function parseUrl(source: string): Url | undefined {
  // eslint-disable-next-line no-control-regex -- these are what must not be in there
  if (source === '' || /[\x00-\x1f\x7f]/.test(source)) return undefined;
  if (source === '*') return new Url('');
  if (source.startsWith(':')) return undefined;
  const scheme = (/^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(source)?.[1] ?? '').toLowerCase();
  let rest = scheme ? source.slice(scheme.length + 1) : source;
  const query = rest.indexOf('?');
  if (query !== -1) rest = rest.slice(0, query);
  if (!rest.startsWith('/')) return scheme ? new Url(scheme) : undefined;
  if (scheme && rest.startsWith('//')) {
    const slash = rest.indexOf('/', 2);
    const authority = slash === -1 ? rest.slice(2) : rest.slice(2, slash);
    if (!isAuthority(authority, scheme)) return undefined;
    rest = slash === -1 ? '' : rest.slice(slash);
  }
  return isEscaped(rest) ? new Url(scheme) : undefined;
}

function isAuthority(authority: string, scheme: string): boolean {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  return (
    /^[-A-Za-z0-9._:~!$&'()*+,;=%@]*$/.test(user) &&
    isEscaped(user) &&
    isHost(authority.slice(at + 1), scheme)
  );
}

function isHost(host: string, scheme: string): boolean {
  const open = host.lastIndexOf('[');
  if (open > 0) return false;
  if (open === 0) {
    const close = host.lastIndexOf(']');
    return close !== -1 && isPort(host.slice(close + 1)) && isIpv6Host(host.slice(1, close));
  }
  const colon = /^https?$/.test(scheme) ? host.indexOf(':') : host.lastIndexOf(':');
  return (colon === -1 || isPort(host.slice(colon))) && isHostEscaped(host);
}

/** What stands in brackets: an address, perhaps with a zone behind an escaped percent sign: `fe80::1%25eth0`. */
export function isIpv6Host(host: string): boolean {
  const at = host.indexOf('%25');
  const zone = at === -1 ? undefined : host.slice(at + 3);
  const address = at === -1 ? host : host.slice(0, at);
  if (address.includes('%') || parseIp(address)?.version !== 6) return false;
  return zone === undefined || (zone !== '' && isZone(zone));
}

/** What is escaped there must be allowed in a host anyway, or be a blank. */
function isZone(zone: string): boolean {
  if (!isEscaped(zone)) return false;
  const plain = zone.replace(/%25|%20/g, '').replace(/%([0-9a-fA-F]{2})/g, (_, digits: string) => {
    return String.fromCharCode(parseInt(digits, 16));
  });
  return isHostEscaped(plain);
}

function isPort(port: string): boolean {
  return /^(:\d*)?$/.test(port);
}

/** Whether each percent sign comes with two digits. */
function isEscaped(part: string): boolean {
  return !/%(?![0-9a-fA-F]{2})/.test(part);
}

/** In a host only what is not ASCII is escaped. */
function isHostEscaped(host: string): boolean {
  return /^(?:[-A-Za-z0-9._~!$&'()*+,;=:[\]<>"]|[^\0-\x7f]|%[89a-fA-F][0-9a-fA-F]|%25)*$/.test(host);
}
