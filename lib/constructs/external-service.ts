import { isIP } from 'node:net';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Port } from '../model/host';
import type { Manifest } from '../render/manifest';
import { checkDnsLabel, fail } from '../values/check';
import type { MeshPort } from '../values/port';
import { MeshHost } from './mesh-host';

/** How the address of a host outside is found. */
export enum Resolution {
  /** The proxy asks DNS, and spreads connections over all answers. */
  DNS = 'DNS',
  /** The proxy asks DNS, and takes the first answer for each new connection. */
  DNS_ROUND_ROBIN = 'DNS_ROUND_ROBIN',
  /** The address that the client called. */
  NONE = 'NONE',
}

/** Where a proxy starts TLS for a client that speaks plain HTTP. */
export interface TlsOriginationOptions {
  /**
   * The port of the host that speaks TLS, from 1 to 65535.
   * @default 443
   */
  readonly targetPort?: number;
  /**
   * The server name to send and verify.
   * @default - the host
   */
  readonly sni?: string;
  /**
   * The path of a file in the proxy with the authorities that sign the certificate of the host.
   * @default - those that the proxy's system trusts
   */
  readonly caCertificates?: string;
}

/** A host outside the mesh. */
export interface ExternalServiceProps {
  /** The name of the host, such as `api.example.com`, or `*.example.com` with `Resolution.NONE`. */
  readonly host: string;
  /** The ports that clients call; at least one. */
  readonly ports: MeshPort[];
  /**
   * How its address is found.
   * @default Resolution.DNS, or NONE for a wildcard
   */
  readonly resolution?: Resolution;
  /**
   * Starts TLS in the caller's proxy on all ports that speak HTTP, so that clients call `http://` and policy can read
   * the requests.
   * @default - as the client speaks
   */
  readonly tlsOrigination?: TlsOriginationOptions;
  /**
   * Its addresses, or ranges of them: `203.0.113.7`, `203.0.113.0/24`. For TCP they tell it from other hosts on the port.
   * @default - none: its name tells
   */
  readonly addresses?: string[];
  /**
   * The namespace of its objects. Callers of every namespace see them.
   * @default - the namespace of the chart
   */
  readonly namespace?: string;
  /**
   * The name of its objects.
   * @default - the host, with dashes for dots
   */
  readonly name?: string;
}

/**
 * A host outside the mesh that the mesh knows (a ServiceEntry): timeouts, faults, limits and the rest work on it as on
 * any service. Several constructs may speak of one host, if they say the same.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/
 */
export class ExternalService extends MeshHost {
  /** The name of the host. */
  public readonly host: string;

  constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    super(scope, id, props.host, []);
    this.host = props.host;
    const wildcard = props.host.startsWith('*.');
    if (!/^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(props.host)) {
      fail('a host outside', 'a DNS name in lower case with a dot', props.host, 'leave scheme and port out');
    }
    const resolution = props.resolution ?? (wildcard ? Resolution.NONE : Resolution.DNS);
    if (wildcard && resolution !== Resolution.NONE) {
      fail(`the resolution of ${props.host}`, 'NONE', resolution, 'DNS does not know wildcards');
    }
    const namespace = props.namespace ?? Chart.of(this).namespace;
    if (namespace === undefined) {
      fail(`the namespace of ${this.node.path}`, 'known', 'none', 'give a namespace to it or to its chart');
    }
    const name = checkDnsLabel(
      'the name of a ServiceEntry',
      props.name ?? props.host.replace(/^\*/, 'any').replaceAll('.', '-'),
    );
    const ports = portsOf(props);
    const facts = {
      name,
      namespace: checkDnsLabel('the namespace of a ServiceEntry', namespace),
      external: true,
      ports,
      versions: [],
      problems: [],
      warnings: [],
      manifests: [serviceEntry(name, namespace, props, resolution, ports)],
      dependents: [],
      versionServices: [],
    };
    this._registry.declare('hosts', this, { key: this._key, owned: true, read: () => facts });
  }
}

function portsOf({ host, ports, tlsOrigination, resolution }: ExternalServiceProps): Port[] {
  if (ports.length === 0) fail(`the ports of ${host}`, 'at least one', [], 'name the port that clients call');
  const numbers = ports.map(({ _port }) => _port.number);
  if (new Set(numbers).size < numbers.length)
    fail(`the ports of ${host}`, 'different ones', numbers, 'name each once');
  const sorted = ports.map(({ _port }) => _port).sort((a, b) => a.number - b.number);
  const names = sorted.map((port, i) =>
    sorted.findIndex(({ name }) => name === port.name) === i ? port.name : `${port.name}-${port.number}`,
  );
  const named = sorted.map((port, i) => ({ ...port, name: names[i]! }));
  if (!tlsOrigination) return named;
  const { targetPort = 443, sni, caCertificates } = tlsOrigination;
  const originateTls = {
    ...(sni !== undefined && { sni }),
    ...(caCertificates !== undefined && { caCertificates }),
  };
  if (!named.some(startsTls))
    fail(`the ports of ${host}`, 'such that one speaks HTTP', numbers, 'TLS is started for these only');
  if (resolution === Resolution.NONE && targetPort !== 443) {
    fail(`the target port of ${host}`, '443 with Resolution.NONE', targetPort, 'use Resolution.DNS');
  }
  return named.map((port) => (startsTls(port) ? { ...port, targetPort, originateTls } : port));
}

function startsTls({ protocol }: Port): boolean {
  return protocol === 'HTTP' || protocol === 'HTTP2' || protocol === 'GRPC';
}

function serviceEntry(
  name: string,
  namespace: string,
  { host, addresses = [] }: ExternalServiceProps,
  resolution: Resolution,
  ports: readonly Port[],
): Manifest {
  return {
    kind: 'networking.istio.io/ServiceEntry',
    name,
    namespace,
    spec: {
      hosts: [host],
      ...(addresses.length > 0 && { addresses: addresses.map(checkAddress) }),
      location: 'MESH_EXTERNAL',
      resolution,
      ports: ports.map(({ number, name: portName, protocol, targetPort }) => ({
        number,
        name: portName,
        protocol,
        ...(targetPort !== undefined && { targetPort }),
      })),
    },
  };
}

function checkAddress(address: string): string {
  const [ip, bits, ...rest] = address.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(ip!)]!;
  const range = bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= longest);
  if (longest === 0 || !range || rest.length > 0) {
    fail('an address', 'an IP address or a range such as 203.0.113.0/24', address, 'names go into host');
  }
  return address;
}
