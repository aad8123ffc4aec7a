import type { ListenerMode } from '../model/gateway';
import { checkInteger, fail } from './check';

/** How a gateway terminates TLS. */
export interface HttpsEntryOptions {
  /**
   * The port, from 1 to 65535.
   * @default 443
   */
  readonly port?: number;
  /**
   * Whether clients have to show a certificate, which the Secret's `ca.crt` (or `<secret>-cacert`) signed.
   * @default false
   */
  readonly mutual?: boolean;
  /**
   * A plain HTTP port at which all requests are redirected (301) to this one. To port 443 only 80 can be redirected:
   * proxies keep any other port that the client has named.
   * @default - no redirect
   */
  readonly redirectFrom?: number;
}

/** A door of a gateway: a port, and what is said there. */
export class GatewayEntry {
  /**
   * Plain HTTP.
   * @param port from 1 to 65535; 80 if absent
   */
  public static http(port?: number): GatewayEntry {
    return new GatewayEntry([{ port: checkPort(port ?? 80), mode: { kind: 'http' } }]);
  }

  /**
   * HTTP over TLS that the gateway terminates.
   * @param secret the name of the Secret with certificate and key, in the namespace of the gateway's pods
   */
  public static https(secret: string, options: HttpsEntryOptions = {}): GatewayEntry {
    if (!/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(secret)) {
      fail(
        'the Secret of a gateway',
        'the name of a Secret',
        secret,
        'give its name only, without a namespace',
      );
    }
    const port = checkPort(options.port ?? 443);
    const { redirectFrom } = options;
    return new GatewayEntry([
      { port, mode: { kind: 'https', secret, mutual: options.mutual ?? false } },
      ...(redirectFrom === undefined
        ? []
        : [{ port: checkPort(redirectFrom), mode: { kind: 'redirect' as const, httpsPort: port } }]),
    ]);
  }

  /**
   * TLS that the service behind terminates; the gateway sees the server name only.
   * @param port from 1 to 65535; 443 if absent
   */
  public static tlsPassthrough(port?: number): GatewayEntry {
    return new GatewayEntry([{ port: checkPort(port ?? 443), mode: { kind: 'passthrough' } }]);
  }

  /**
   * Anything over TCP. Nothing but the port tells where it goes.
   * @param port from 1 to 65535
   */
  public static tcp(port: number): GatewayEntry {
    return new GatewayEntry([{ port: checkPort(port), mode: { kind: 'tcp' } }]);
  }

  /** @internal */
  public readonly _listeners: readonly { readonly port: number; readonly mode: ListenerMode }[];

  private constructor(listeners: { port: number; mode: ListenerMode }[]) {
    this._listeners = Object.freeze(listeners);
    Object.freeze(this);
  }
}

function checkPort(port: number): number {
  return checkInteger('the port of a gateway', port, 1, 65535, "use a port of the gateway's Service");
}
