import type { Author } from './contribution';
import type { Outcome } from './outcome';
import type { Entry } from './table';

/** A gateway at the edge of the mesh, and all that comes in there. */
export interface EdgeGateway {
  readonly author: Author;
  readonly name: string;
  readonly namespace: string;
  /** The labels of the pods that serve an Istio Gateway. */
  readonly selector: readonly (readonly [key: string, label: string])[];
  /** The class of a Gateway API Gateway. */
  readonly className: string;
  /** Sorted by port, then protocol and hosts. */
  readonly listeners: readonly Listener[];
  /** Sorted by host. */
  readonly sites: readonly Site[];
}

/** A port at which a gateway listens for some hosts. */
export interface Listener {
  readonly port: number;
  readonly mode: ListenerMode;
  /** Sorted. `*` is every host. */
  readonly hosts: readonly string[];
}

export type ListenerMode =
  | { readonly kind: 'http' }
  /** Answers every request with a redirect to https. */
  | { readonly kind: 'redirect'; readonly httpsPort: number }
  /** Terminates TLS with the certificate of a Secret; `mutual` asks clients for theirs. */
  | { readonly kind: 'https'; readonly secret: string; readonly mutual: boolean }
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'tcp' };

/** What a host name of a gateway leads to, port by port. */
export interface Site {
  readonly hosts: readonly string[];
  /** Requests, by the port of their listener. */
  readonly http: readonly SitePort[];
  /** TLS that the gateway does not terminate. */
  readonly tls: readonly SitePort[];
  readonly tcp: readonly SitePort[];
}

export interface SitePort {
  readonly port: number;
  readonly entries: readonly Entry<Outcome>[];
}
