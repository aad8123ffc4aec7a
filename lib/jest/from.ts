import {
  request,
  type Caller,
  type GatewayCaller,
  type OutsideCaller,
  type Request,
  type RequestOptions,
} from '../simulate/request';
import { fail } from '../values/check';

/** A construct with a name and a namespace, such as a `MeshService` or an `IngressGateway`. */
export interface NamedConstruct {
  readonly name: string;
  readonly namespace: string;
}

/** A workload of cdk8s-plus, such as a `Deployment`. */
export interface WorkloadConstruct {
  readonly name: string;
  readonly metadata: { readonly namespace?: string };
}

/** Who may send requests. */
export type Sender = Caller | NamedConstruct | WorkloadConstruct;

/** What else a request has, beside its sender. */
export type SentOptions = Omit<RequestOptions, 'from'>;

/** Requests of one sender. */
export interface Requests {
  get(url: string, options?: SentOptions): Request;
  head(url: string, options?: SentOptions): Request;
  post(url: string, options?: SentOptions): Request;
  put(url: string, options?: SentOptions): Request;
  patch(url: string, options?: SentOptions): Request;
  delete(url: string, options?: SentOptions): Request;
  /** Any other method. */
  request(method: string, url: string, options?: SentOptions): Request;
  /** A connection: `tcp://host:port`, `tls://host:port`. */
  connect(url: string, options?: SentOptions): Request;
}

/**
 * Requests that somebody sends: `from('shop/productpage').get('http://ratings:9080/ratings/1')`.
 *
 * @param sender a workload or a service as `namespace/name` (with a version behind it if it has several), a
 * `MeshService`, a Deployment of cdk8s-plus, an `IngressGateway`, `gateway()`, `outside`, or labels:
 * `{ namespace: 'shop', labels: { app: 'productpage' } }`
 */
export function from(sender: Sender): Requests {
  const caller = callerOf(sender);
  const send = (method: string) => (url: string, options?: SentOptions) =>
    request(method, url, { ...options, from: caller });
  return {
    get: send('GET'),
    head: send('HEAD'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    request: (method, url, options) => send(method)(url, options),
    connect: (url, options) => ({ ...options, url, from: caller }),
  };
}

/** A client that has no sidecar, and dials services directly. */
export const outside: OutsideCaller = Object.freeze({ outside: true });

/**
 * A client outside the mesh that talks to a gateway: `from(gateway()).get('http://shop.example.com/')`.
 *
 * @param name the Gateway as `namespace/name`. @default the pods that Istio installs (`istio: ingressgateway`)
 */
export function gateway(name?: string): GatewayCaller {
  if (name === undefined) return { gateway: {} };
  const parts = /^([^/ ]+)\/([^/ ]+)$/.exec(name);
  if (!parts) return fail('the name of a gateway', "'namespace/name'", name, "write gateway('shop/edge')");
  return { gateway: { namespace: parts[1]!, name: parts[2]! } };
}

function callerOf(sender: unknown): Caller {
  if (typeof sender === 'string') return sender;
  if (typeof sender !== 'object' || sender === null) {
    return fail(
      'the sender',
      'a workload, a service, a gateway or outside',
      sender,
      "write from('shop/productpage')",
    );
  }
  if (!('node' in sender)) return sender;
  const { name, namespace, metadata } = sender as Partial<NamedConstruct & WorkloadConstruct>;
  if (name === undefined) {
    return fail(
      'the sender',
      'a construct with a name',
      sender,
      'give a MeshService, a Deployment or an IngressGateway',
    );
  }
  return `${namespace ?? metadata?.namespace ?? 'default'}/${name}`;
}
