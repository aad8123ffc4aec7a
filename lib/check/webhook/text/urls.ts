import { isIpv6Host } from '../../schema/cel/url';

// URLs as Go's net/url reads them, as far as it refuses any.

export interface Url {
  readonly scheme: string;
  /** Digits, or nothing. */
  readonly port: string;
}

/** The URL or reference, or nothing if it is none. */
export function parseUrl(text: string): Url | undefined {
  const hash = text.indexOf('#');
  if (hash !== -1 && !hasValidEscapes(text.slice(hash + 1))) return undefined;
  return parse(hash === -1 ? text : text.slice(0, hash), false);
}

/** As the first line of a request has it: absolute, or a path that starts with a slash; `#` has no meaning. */
export function parseRequestUrl(text: string): Url | undefined {
  return text === '' ? undefined : parse(text, true);
}

function parse(text: string, isRequest: boolean): Url | undefined {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u001F\u007F]/.test(text) || text.startsWith(':')) return undefined;
  if (text === '*') return { scheme: '', port: '' };
  const [prefix = '', scheme = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text) ?? [];
  const url = { scheme: scheme.toLowerCase(), port: '' };
  const [rest = ''] = text.slice(prefix.length).split('?', 1);
  if (!rest.startsWith('/')) {
    if (scheme !== '') return url; // opaque, as mailto:a is
    const isRelative = !isRequest && !rest.split('/', 1)[0]!.includes(':');
    return isRelative && hasValidEscapes(rest) ? url : undefined;
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || (!isRequest && !rest.startsWith('///')));
  if (!hasAuthority) return hasValidEscapes(rest) ? url : undefined;
  const slash = rest.indexOf('/', 2);
  const port = portOf(slash === -1 ? rest.slice(2) : rest.slice(2, slash), url.scheme);
  if (port === undefined || (slash !== -1 && !hasValidEscapes(rest.slice(slash)))) return undefined;
  return { ...url, port };
}

/** The port of `user@host:port`, which may be missing; nothing if it is no authority. */
function portOf(authority: string, scheme: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) || !hasValidEscapes(user)) return undefined;
  const host = authority.slice(at + 1);
  if (host.lastIndexOf('[') > 0) return undefined;
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    if (end === -1 || !isIpv6Host(host.slice(1, end))) return undefined;
    return portIn(host.slice(end + 1));
  }
  // Only http and https insist on a single colon.
  const colon = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':');
  const port = colon === -1 ? '' : portIn(host.slice(colon));
  return port !== undefined && isHostText(host) ? port : undefined;
}

function portIn(suffix: string): string | undefined {
  return suffix === '' || /^:\d*$/.test(suffix) ? suffix.slice(1) : undefined;
}

/** ASCII that needs no escape in a host, and bytes beyond, which may be escaped. */
function isHostText(host: string): boolean {
  if (/%(?!25|[89a-fA-F][0-9a-fA-F])/.test(host)) return false;
  // eslint-disable-next-line no-control-regex -- ASCII
  return !/[\u0000-\u007F]/.test(host.replace(/[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%]/g, ''));
}

function hasValidEscapes(text: string): boolean {
  return !/%(?![0-9a-fA-F]{2})/.test(text);
}
