import type { Port } from '../model/host';
import { checkInteger, fail } from './check';

/** What is said on a port. Proxies can only tell requests apart that they can read: on HTTP, HTTP2 and GRPC. */
export enum PortProtocol {
  HTTP = 'HTTP',
  /** HTTP/2 without TLS (h2c). */
  HTTP2 = 'HTTP2',
  GRPC = 'GRPC',
  /** HTTP over TLS that the application terminates: proxies see the server name only. */
  HTTPS = 'HTTPS',
  /** TLS that the application terminates: proxies see the server name only. */
  TLS = 'TLS',
  TCP = 'TCP',
  MONGO = 'MONGO',
  REDIS = 'REDIS',
  MYSQL = 'MYSQL',
}

/**
 * A port of a service, with the protocol that proxies have to know.
 *
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export class MeshPort {
  /** A port for HTTP/1.1. */
  public static http(number: number): MeshPort {
    return MeshPort.of(number, PortProtocol.HTTP);
  }

  /** A port for gRPC. */
  public static grpc(number: number): MeshPort {
    return MeshPort.of(number, PortProtocol.GRPC);
  }

  /** A port for anything over TCP. */
  public static tcp(number: number): MeshPort {
    return MeshPort.of(number, PortProtocol.TCP);
  }

  /** A port for TLS that the application terminates. */
  public static tls(number: number): MeshPort {
    return MeshPort.of(number, PortProtocol.TLS);
  }

  /**
   * A port.
   * @param number of the Service's port, from 1 to 65535; not the port of the pods
   * @param protocol what is said on it
   * @param name of the port
   * @default name - the protocol in lower case
   */
  public static of(number: number, protocol: PortProtocol, name?: string): MeshPort {
    checkInteger('a port', number, 1, 65535, "use the number of the Service's port");
    if (!Object.values(PortProtocol).includes(protocol)) {
      fail(
        'the protocol of a port',
        `one of ${Object.values(PortProtocol).join(', ')}`,
        protocol,
        'use PortProtocol',
      );
    }
    if (name !== undefined && !/^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name)) {
      fail(
        'the name of a port',
        'at most 15 lower case letters, digits and dashes',
        name,
        'choose another name',
      );
    }
    return new MeshPort({ number, protocol: protocol, name: name ?? protocol.toLowerCase() });
  }

  /** @internal */
  public readonly _port: Port;

  private constructor(port: Port) {
    this._port = Object.freeze(port);
    Object.freeze(this);
  }
}
