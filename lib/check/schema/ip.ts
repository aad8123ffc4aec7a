/** What an IP address is made of. */
export interface Ip {
  readonly version: 4 | 6;
  /** An IPv4 address in the clothes of IPv6: `::ffff:1.2.3.4`. */
  readonly isMapped: boolean;
  readonly zone: string;
}

/**
 * Reads an IP address as Go's `netip.ParseAddr` does. Nothing if it is none.
 * @see https://pkg.go.dev/net/netip#ParseAddr
 */
export function parseIp(source: string): Ip | undefined {
  if (source.length > 300) return undefined;
  if (!source.includes(':')) {
    return isIpv4(source, false) ? { version: 4, isMapped: false, zone: '' } : undefined;
  }
  const percent = source.indexOf('%');
  const zone = percent === -1 ? '' : source.slice(percent + 1);
  if (percent !== -1 && zone === '') return undefined;
  const groups = ipv6Groups(percent === -1 ? source : source.slice(0, percent));
  if (!groups) return undefined;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return { version: 6, isMapped, zone };
}

/** The format `ipv4`, which tolerates leading zeros and the mapped form, as it always did. */
export function isIpv4Format(source: string): boolean {
  if (!source.includes('.')) return false;
  return source.includes(':') ? isIpv6Format(source) : isIpv4(source, true);
}

/** The format `ipv6`. */
export function isIpv6Format(source: string): boolean {
  return source.includes(':') && !source.includes('%') && parseIp(source) !== undefined;
}

function isIpv4(source: string, tolerant: boolean): boolean {
  const parts = source.split('.');
  return (
    parts.length === 4 &&
    parts.every(
      (part) =>
        (tolerant ? /^\d+$/ : /^(0|[1-9]\d{0,2})$/).test(part) && part.length < 100 && Number(part) <= 255,
    )
  );
}

/** The eight groups; nothing if it is no IPv6 address. */
function ipv6Groups(source: string): readonly number[] | undefined {
  const halves = source.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, i) => groupsOf(half, i === halves.length - 1));
  if (!head) return undefined;
  if (halves.length === 1) return head.length === 8 ? head : undefined;
  if (!tail || head.length + tail.length > 7) return undefined;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function groupsOf(half: string, isEnd: boolean): readonly number[] | undefined {
  if (half === '') return [];
  const groups: number[] = [];
  const parts = half.split(':');
  for (const [i, part] of parts.entries()) {
    if (isEnd && i === parts.length - 1 && part.includes('.')) {
      if (!isIpv4(part, false)) return undefined;
      const [a, b, c, d] = part.split('.').map(Number);
      groups.push(a! * 256 + b!, c! * 256 + d!);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
