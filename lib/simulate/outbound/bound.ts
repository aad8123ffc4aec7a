import type { EndpointIndex } from '../cluster/endpoints';
import { isHttp, parseProtocol, type Protocol } from '../mesh/protocol';
import { portOf, type Port, type Service } from '../mesh/service';
import type { Egress } from '../scope/egress';

export const EVERY_ADDRESS = '0.0.0.0';

/** A port of a service on an address. */
export interface Bound {
  readonly service: Service;
  readonly port: Port;
  readonly subnets: readonly string[];
  /** The address is that of one of its pods. */
  readonly isPod: boolean;
}

type ByAddress = ReadonlyMap<string, readonly Bound[]>;

/** The services that sidecars listen for on a port, by address: found once for all who see the same list. */
export function boundTo({ listener, services }: Egress, number: number, endpoints: EndpointIndex): ByAddress {
  const bind = listener.bind || (listener.isCaptured ? '' : '127.0.0.1');
  const key = `${number} ${bind} ${listener.port?.protocol ?? ''}`;
  let known = lists.get(services);
  if (!known) lists.set(services, (known = new Map<string, ByAddress>()));
  let found = known.get(key);
  if (!found) {
    const asked = listener.port && { ...listener.port, protocol: parseProtocol(listener.port.protocol) };
    known.set(key, (found = bindAll(services, number, asked, bind, endpoints)));
  }
  return found;
}

const lists = new WeakMap<readonly Service[], Map<string, ByAddress>>();

/** @param asked the port of a Sidecar's listener, which counts for all of its services */
function bindAll(
  services: readonly Service[],
  number: number,
  asked: Port | undefined,
  bind: string,
  endpoints: EndpointIndex,
): ByAddress {
  const found = new Map<string, Bound[]>();
  for (const service of services) {
    const port = asked ?? portOf(service, number);
    if (!port || service.resolution === 'alias' || port.protocol === 'udp') continue;
    const pods = asked || bind !== '' ? undefined : podAddresses(service, port, endpoints);
    if (pods) for (const address of pods) add(found, address, { service, port, subnets: [], isPod: true });
    else {
      const { address, subnets } = listenOn(service, port.protocol, bind);
      add(found, address, { service, port, subnets, isPod: false });
    }
  }
  return found;
}

/** All services that speak HTTP share the routes of the port, so that the first of them is enough. */
function add(found: Map<string, Bound[]>, address: string, bound: Bound): void {
  const list = found.get(address);
  if (!list) found.set(address, [bound]);
  else if (!isPlainHttp(bound) || !list.some(isPlainHttp)) list.push(bound);
}

function isPlainHttp({ port: { protocol }, isPod }: Bound): boolean {
  return isHttp(protocol) && protocol !== 'http_proxy' && !isPod;
}

/** A headless service that is not HTTP is reached by the addresses of its pods. */
function podAddresses(service: Service, port: Port, endpoints: EndpointIndex): readonly string[] | undefined {
  if (service.resolution !== 'original' || service.addresses.length > 0 || isHttp(port.protocol))
    return undefined;
  const members = endpoints.of(service, port);
  if (service.registry === 'external' && members.length === 0 && !service.selector) return undefined;
  return members.flatMap(({ addresses }) => addresses);
}

function listenOn(
  service: Service,
  protocol: Protocol,
  bind: string,
): { address: string; subnets: readonly string[] } {
  if (bind !== '') return { address: bind, subnets: [] };
  if (isHttp(protocol)) return { address: EVERY_ADDRESS, subnets: [] };
  const [address = EVERY_ADDRESS] = service.addresses;
  return address.includes('/') ? { address: EVERY_ADDRESS, subnets: [address] } : { address, subnets: [] };
}
