import { show } from '../../finding';
import { isDnsLabel, isWildcardDnsLabel } from './labels';

const MAX_HOST = 255;

/** What is wrong with a fully qualified domain name, in words; nothing if it is fine. A single label is one, too. */
export function fqdnProblem(name: string): string | undefined {
  return lengthProblem(name) ?? labelsProblem(name);
}

/** As a domain name, but its first label may start with `*`. */
export function wildcardDomainProblem(name: string): string | undefined {
  const tooLong = lengthProblem(name);
  if (tooLong) return tooLong;
  const dot = name.indexOf('.');
  const first = dot === -1 ? name : name.slice(0, dot);
  if (!isWildcardDnsLabel(first)) return `has the label ${show(first)}, which is no DNS label`;
  return dot === -1 ? undefined : labelsProblem(name.slice(dot + 1));
}

function lengthProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  return Buffer.byteLength(name) > MAX_HOST ? `is longer than ${MAX_HOST} bytes` : undefined;
}

function labelsProblem(name: string): string | undefined {
  const labels = name.split('.');
  const last = labels.at(-1)!;
  if (isInteger(last)) return `ends in ${show(last)}, and the last label must not be a number`;
  if (last === '') labels.pop(); // "example.com." is unambiguous
  const wrong = labels.find((label) => !isDnsLabel(label));
  return wrong === undefined ? undefined : `has the label ${show(wrong)}, which is no DNS label`;
}

/** What Go's Atoi takes, which knows 64 bits. */
export function isInteger(text: string): boolean {
  if (text.length > 1000 || !/^[-+]?\d+$/.test(text)) return false;
  const integer = BigInt(text.replace(/^\+/, ''));
  return integer >= -(2n ** 63n) && integer < 2n ** 63n;
}

export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** A `*` that does not stand for whole labels, as in `*foo.com`. */
export function isPartialWildcard(host: string): boolean {
  return host.includes('*') && host.length !== 1 && !host.startsWith('*.');
}

/** Whether there is a name that both stand for. */
export function hostsOverlap(one: string, other: string): boolean {
  if (!isWildcard(one)) return isWildcard(other) ? one.endsWith(other.slice(1)) : one === other;
  if (!isWildcard(other)) return other.endsWith(one.slice(1));
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  return longer.slice(1).endsWith(shorter.slice(1));
}

/** Whether all names that the one stands for belong to the other. */
export function hostIsWithin(one: string, other: string): boolean {
  if (!isWildcard(other)) return !isWildcard(one) && one === other;
  return isWildcard(one)
    ? one.length >= other.length && one.slice(1).endsWith(other.slice(1))
    : one.endsWith(other.slice(1));
}

/** What is wrong with the SNI that a gateway makes up for a service of the mesh: `outbound_.PORT_._.HOST`. */
export function generatedSniProblem(name: string): string | undefined {
  const [, port, , host] = name.split('_');
  if (host === undefined) return 'is not of the form outbound_.<port>_._.<host>';
  if (!/\d/.test(port!)) return 'has no port, as in outbound_.<port>_._.<host>';
  return /[a-zA-Z]/.test(host.replace(/^\.+|\.+$/g, ''))
    ? undefined
    : 'has no host, as in outbound_.<port>_._.<host>';
}
