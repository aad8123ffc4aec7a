/**
 * One request, or one connection, that somebody in or outside the mesh starts.
 */
export interface Request {
  /**
   * Where to: `http://reviews.shop:9080/reviews/7?x=1`, `https://…`, `grpc://…` (HTTP/2 with POST), `tcp://host:port`,
   * `tls://host:port` (TLS that the mesh does not terminate).
   */
  readonly url: string;
  /** @default `GET`, for `grpc://` `POST` */
  readonly method?: string;
  /** Header names in any case. `host` overrides the host of the URL, as in `curl -H 'host: …'`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as the `cookie` header, behind what that header says itself. */
  readonly cookies?: Readonly<Record<string, string>>;
  /** @default a workload without labels in the namespace `default` */
  readonly from?: Caller;
  /** The IP address that is dialled. @default what the cluster's DNS says of the URL's host */
  readonly address?: string;
  /** The port that is dialled. @default the URL's, or 80, and 443 for `https` and `tls` */
  readonly port?: number;
  /** The server name in the TLS handshake. @default the URL's host */
  readonly sni?: string;
  /** The address of the client, for policies that look at it. */
  readonly sourceIp?: string;
  /** The claims of a valid token (`iss` and `sub` among them). @default no token */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** A token that is sent but not valid. @default false */
  readonly invalidToken?: boolean;
}

/**
 * Who sends the request: a workload of the manifests as `namespace/name`, or one of these.
 */
export type Caller = string | WorkloadCaller | GatewayCaller | OutsideCaller;

/** A workload in the mesh (with a sidecar), whether or not the manifests have it. */
export interface WorkloadCaller {
  /** @default `default` */
  readonly namespace?: string;
  /** The name of a Deployment or Pod of the manifests: then it says the labels. */
  readonly name?: string;
  /** @default those of the workload called `name`, else none */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default that of the workload, else `default` */
  readonly serviceAccount?: string;
  /** `region/zone/subzone`. @default unknown: all endpoints are equally near */
  readonly locality?: string;
}

/** A client outside the mesh that talks to a gateway: the decision is the gateway's. */
export interface GatewayCaller {
  readonly gateway: GatewayRef;
}

/** A gateway's pods: those with certain labels, or those of a Gateway of the Gateway API. */
export interface GatewayRef {
  /** @default `istio-system`, with `name` it is `default` */
  readonly namespace?: string;
  /** The name of a Gateway of the Gateway API. */
  readonly name?: string;
  /** @default `{ istio: 'ingressgateway' }` */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A client without a proxy that dials a service directly, such as a pod outside the mesh. */
export interface OutsideCaller {
  readonly outside: true;
  /** In which short names are looked for. @default `default` */
  readonly namespace?: string;
}

/** What else a request has. */
export type RequestOptions = Omit<Request, 'url' | 'method'>;

/** A request: `request('GET', 'http://reviews.shop:9080/reviews/7', { headers: { 'end-user': 'jason' } })`. */
export function request(method: string, url: string, options: RequestOptions = {}): Request {
  return { ...options, method, url };
}
