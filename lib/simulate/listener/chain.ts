import type { Call } from '../call';
import { isIP } from '../names/ip';
import type { RouteTable } from '../route/table';
import type { ClusterName } from '../route/model';
import { ipBlockTest } from '../security/ip-block';
import type { Place } from '../virtual-service/model';

/** Where a proxy takes connections. */
export interface Listener {
  readonly name: string;
  readonly chains: readonly Chain[];
  /** For connections that no chain is for. Absent: they are closed. */
  readonly fallback?: Chain;
}

/** What is done with a connection that satisfies all conditions. */
export interface Chain {
  readonly sni: readonly string[];
  readonly subnets: readonly string[];
  /** Only plain HTTP, as its first bytes tell. */
  readonly isSniffed: boolean;
  /** The proxy ends TLS, so that it sees what is in it. */
  readonly endsTls?: boolean;
  /** The name in the handshake is looked at, even though this chain takes any. */
  readonly looksForTls?: boolean;
  readonly handler: HttpHandler | TcpHandler;
}

export interface HttpHandler {
  readonly kind: 'http';
  readonly table: () => RouteTable;
  /** Told by whoever calls: Envoy trusts `x-forwarded-proto` from an application only. */
  readonly trustsForwardedProto: boolean;
}

export interface TcpHandler {
  readonly kind: 'tcp';
  readonly targets: readonly TcpTarget[];
  readonly place?: Place;
}

export interface TcpTarget {
  readonly cluster: ClusterName;
  readonly weight: number;
}

/**
 * The chain for a connection. Criterion by criterion only the chains that fit best stay: address, server name, TLS or
 * not, HTTP or not. Those that do not ask are taken if none of those that do fits.
 */
export function findChain({ chains, fallback }: Listener, call: Call, ip: string): Chain | undefined {
  const looksForTls = chains.some(
    ({ sni, endsTls, looksForTls: looks }) => sni.length > 0 || endsTls || looks,
  );
  const sni = looksForTls && call.isTls ? call.sni : '';
  const looksForHttp = chains.some(({ isSniffed }) => isSniffed);
  const isHttp = looksForHttp && !call.isTls && call.protocol === 'http' && isPlain(call.target);
  const isRaw = !(looksForTls && call.isTls);
  let left: readonly Chain[] = chains;
  left = best(left, ({ subnets }) => (subnets.length === 0 ? undefined : subnetRank(subnets, ip)));
  left = best(left, (chain) => (chain.sni.length === 0 ? undefined : sniRank(chain.sni, sni)));
  left = best(left, ({ isSniffed }) => (isSniffed ? Number(isRaw && isHttp) : undefined));
  return left[0] ?? fallback;
}

/** Those with the highest rank; those without any if all ranks are 0. */
function best(chains: readonly Chain[], rank: (chain: Chain) => number | undefined): readonly Chain[] {
  let highest = 0;
  for (const chain of chains) highest = Math.max(highest, rank(chain) ?? 0);
  return chains.filter((chain) => (highest > 0 ? rank(chain) === highest : rank(chain) === undefined));
}

/** A request line with anything else in it is not taken for HTTP. */
export function isPlain(target: string): boolean {
  return /^[!-~]*$/.test(target);
}

function sniRank(names: readonly string[], sni: string): number {
  let highest = 0;
  for (const name of names) {
    if (name === sni) return Number.MAX_SAFE_INTEGER;
    if (name.startsWith('*') && sni.endsWith(name.slice(1))) highest = Math.max(highest, name.length);
  }
  return highest;
}

function subnetRank(subnets: readonly string[], ip: string): number {
  let highest = 0;
  for (const subnet of subnets) {
    if (containsIp(subnet, ip)) highest = Math.max(highest, bitsOf(subnet) + 1);
  }
  return highest;
}

export function bitsOf(subnet: string): number {
  const slash = subnet.indexOf('/');
  return slash === -1 ? (isIP(subnet) === 6 ? 128 : 32) : Number(subnet.slice(slash + 1));
}

/** Whether an address is in a range, or is the address. */
export function containsIp(subnet: string, ip: string): boolean {
  const [base = ''] = subnet.split('/');
  const family = isIP(base);
  if (family === 0 || family !== isIP(ip)) return false;
  return ipBlockTest(`${base}/${bitsOf(subnet)}`)?.(ip) === true;
}
