// IP addresses as Go's netip reads them: no leading zeros, and zones for IPv6 only.

const IPV4_PART = /^(0|[1-9]\d{0,2})$/;

export function isIpAddress(text: string): boolean {
  return versionOf(text) !== undefined;
}

/** `ADDRESS/BITS`. */
export function isCidr(text: string): boolean {
  const slash = text.lastIndexOf('/');
  if (slash === -1 || text.includes('%')) return false;
  const version = versionOf(text.slice(0, slash));
  const bits = text.slice(slash + 1);
  if (version === undefined || !IPV4_PART.test(bits)) return false;
  return Number(bits) <= (version === 4 ? 32 : 128);
}

/** An address or, with a single slash, a range. */
export function isIpOrCidr(text: string): boolean {
  return text.split('/').length === 2 ? isCidr(text) : isIpAddress(text);
}

function versionOf(text: string): 4 | 6 | undefined {
  const mark = /[.:%]/.exec(text)?.[0];
  if (mark === '.') return isIpv4(text) ? 4 : undefined;
  return mark === ':' && isIpv6(text) ? 6 : undefined;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => IPV4_PART.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const percent = text.indexOf('%');
  if (percent === text.length - 1 && percent !== -1) return false; // an empty zone
  const address = percent === -1 ? text : text.slice(0, percent);
  if (address.length > 50) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  let size = groups.length;
  if (groups.at(-1)?.includes('.') && address.endsWith(groups.at(-1)!)) {
    if (!isIpv4(groups.pop()!)) return false;
    size++;
  }
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? size < 8 : size === 8;
}

/** The host and the port of `HOST:PORT` or `[IPV6]:PORT`, or what is wrong, in words. */
export function splitHostPort(text: string): { host: string; port: string } | string {
  const colon = text.lastIndexOf(':');
  if (colon === -1) return 'has no port';
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    if (end === -1) return 'has no closing bracket';
    if (end + 1 === text.length) return 'has no port';
    if (end + 1 !== colon) return text[end + 1] === ':' ? 'has too many colons' : 'has no port';
    if (/[[\]]/.test(text.slice(1, end)) || /[[\]]/.test(text.slice(colon))) return 'has a bracket too many';
    return { host: text.slice(1, end), port: text.slice(colon + 1) };
  }
  const host = text.slice(0, colon);
  if (host.includes(':')) return 'has too many colons';
  if (/[[\]]/.test(text)) return 'has a bracket too many';
  return { host, port: text.slice(colon + 1) };
}

export const UNIX = 'unix://';

/** What is wrong with what follows `unix://`. */
export function unixAddressProblem(address: string): string | undefined {
  const socket = address.slice(UNIX.length);
  if (socket === '') return 'names no socket';
  if (socket.startsWith('@')) return undefined;
  return socket.startsWith('/') && !socket.endsWith('/') ? undefined : 'is not the absolute path of a file';
}
