import type { MutualTlsMode } from './peer-authentication';

/** What a client speaks: nothing, the mesh's TLS, or TLS of its own. */
export type Spoken = 'plaintext' | 'mutual-tls' | 'tls';

/** How a sidecar treats a connection that comes to it. */
export type Reception = Accepted | Refused;

export interface Accepted {
  readonly isAccepted: true;
  /** Whether policies see HTTP, or only a connection. */
  readonly reads: 'http' | 'tcp';
  /** Whether policies see who the client is. */
  readonly isAuthenticated: boolean;
  readonly reason: string;
}

export interface Refused {
  readonly isAccepted: false;
  /**
   * What the client's proxy answers an HTTP request with: `503` and this flag. `UC` is final; `UF` is tried again
   * wherever connect failures are (Istio's default), and becomes `URX,UF`.
   */
  readonly flag: 'UC' | 'UF';
  readonly reason: string;
}

/** A port of the workload: what its service says that it speaks; `auto` also if no service has it. */
export type PortKind = 'http' | 'tcp' | 'auto';

/**
 * What the sidecar of the receiver makes of a connection.
 * @param payload what is in it, if TLS is taken off
 * @see https://istio.io/latest/docs/concepts/security/#authentication-policies
 */
export function receive(
  mode: MutualTlsMode,
  spoken: Spoken,
  port: PortKind,
  payload: 'http' | 'tcp',
): Reception {
  if (mode === 'STRICT' && spoken !== 'mutual-tls')
    return refused('UC', `STRICT takes only mutual TLS of the mesh, not ${inWords(spoken)}`);
  const isOpened = spoken === 'plaintext' || (spoken === 'mutual-tls' && mode !== 'DISABLE');
  if (!isOpened && port === 'http')
    return refused('UF', `${mode} does not take ${inWords(spoken)} on a port that speaks HTTP`);
  if (!isOpened)
    return accepted('tcp', false, `the proxy passes ${inWords(spoken)} on to the application as it is`);
  if (port === 'http' && payload === 'tcp') return refused('UC', 'the port takes only HTTP');
  const isAuthenticated = spoken === 'mutual-tls';
  return accepted(port === 'tcp' ? 'tcp' : payload, isAuthenticated, `${mode} takes ${inWords(spoken)}`);
}

/** A receiver without sidecar: TLS is for the application, and the mesh's TLS for nobody. */
export function receiveWithoutSidecar(spoken: Spoken, payload: 'http' | 'tcp'): Reception {
  return spoken === 'mutual-tls'
    ? refused('UF', 'without a sidecar nobody takes mutual TLS of the mesh')
    : accepted(spoken === 'tls' ? 'tcp' : payload, false, 'there is no sidecar that asks for anything');
}

function accepted(reads: 'http' | 'tcp', isAuthenticated: boolean, reason: string): Accepted {
  return { isAccepted: true, reads, isAuthenticated, reason };
}

function refused(flag: 'UC' | 'UF', reason: string): Refused {
  return { isAccepted: false, flag, reason };
}

function inWords(spoken: Spoken): string {
  return { plaintext: 'plaintext', 'mutual-tls': 'mutual TLS of the mesh', tls: "the client's own TLS" }[
    spoken
  ];
}
