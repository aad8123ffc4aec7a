import type { Fields } from '../../manifest/fields';
import type { ObjectRef } from '../decision';

/** What a policy can see of a request when it comes to a proxy. */
export interface Facts {
  /** Absent: a connection that the proxy does not read as HTTP. */
  readonly http?: HttpFacts;
  /** The port of the workload (the target port of a service), at a gateway the port of its listener. */
  readonly port: number;
  /** The IP address of the workload. */
  readonly address?: string;
  /** The server name of the TLS handshake with this proxy. Absent: there is none, as in plaintext. */
  readonly sni?: string;
  /** Who the client's certificate names: `cluster.local/ns/shop/sa/cart`. Absent: not authenticated, as in plaintext. */
  readonly peer?: string;
  /** The other end of the connection. Absent: unknown. */
  readonly sourceIp?: string | undefined;
  /**
   * The original client. Absent: what `x-forwarded-for` says, else the other end of the connection, as a sidecar takes
   * it. A gateway does not trust that header: there it is the other end.
   */
  readonly remoteIp?: string;
  /** The claims of the token that request authentication accepted. Absent: there was none. */
  readonly claims?: Fields;
}

export interface HttpFacts {
  readonly method: string;
  /** Normalised, as the proxy routes it, with the query. */
  readonly path: string;
  readonly authority: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** The proxy that enforces the policies: a sidecar, or a gateway. */
export interface Workload {
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** What the mesh as a whole says about security: parts of MeshConfig. */
export interface SecurityMesh {
  readonly rootNamespace: string;
  readonly trustDomain: string;
  readonly trustDomainAliases: readonly string[];
  /** The names of the extension providers, whom policies with the action CUSTOM may ask. */
  readonly extensionProviders: readonly string[];
}

/** What Istio's MeshConfig says if nobody says anything. */
export const DEFAULT_SECURITY_MESH: SecurityMesh = Object.freeze({
  rootNamespace: 'istio-system',
  trustDomain: 'cluster.local',
  trustDomainAliases: [],
  extensionProviders: [],
});

/** An object that says something about security. Lists of them are sorted: oldest first, then by name. */
export interface Policy {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly annotations: ReadonlyMap<string, string>;
  readonly spec: Fields;
  /** How explanations refer to it. Absent: by its kind and name. */
  readonly ref?: () => ObjectRef;
}
