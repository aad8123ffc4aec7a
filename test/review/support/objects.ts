// Objects of a small mesh, as short as they can be said.

export type Spec = Readonly<Record<string, unknown>>;

export interface Thing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec?: Spec;
}

export function istio(kind: string, name: string, spec: Spec, namespace = 'shop'): Thing {
  const group = /Policy|Authentication/.test(kind) ? 'security' : 'networking';
  return { apiVersion: `${group}.istio.io/v1`, kind, metadata: { name, namespace }, spec };
}

export function gatewayApi(kind: string, name: string, spec: Spec, namespace = 'shop'): Thing {
  return { apiVersion: 'gateway.networking.k8s.io/v1', kind, metadata: { name, namespace }, spec };
}

export function namespace(
  name: string,
  labels: Readonly<Record<string, string>> = { 'istio-injection': 'enabled' },
): Thing {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function service(
  name: string,
  port = 9080,
  selector: object = { app: name },
  of = 'shop',
  portName = 'http',
): Thing {
  const ports = [{ name: portName, port }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: of }, spec: { selector, ports } };
}

export function deployment(app: string, version = 'v1', replicas = 1, of = 'shop'): Thing {
  const labels = { app, version };
  const template = { metadata: { labels }, spec: { serviceAccountName: app } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${app}-${version}`, namespace: of },
    spec: { replicas, selector: { matchLabels: labels }, template },
  };
}

export function subsets(...names: readonly string[]): object[] {
  return names.map((name) => ({ name, labels: { version: name } }));
}

export function destinationRule(host: string, spec: Spec): Thing {
  return istio('DestinationRule', host, { host: fqdn(host), ...spec });
}

export function virtualService(host: string, http: readonly object[], spec: Spec = {}): Thing {
  return istio('VirtualService', host, { hosts: [fqdn(host)], http, ...spec });
}

/** `to('v1', 90)`: a destination of reviews. */
export function to(subset: string | undefined, weight?: number, host = 'reviews'): object {
  return {
    destination: { host: fqdn(host), port: { number: 9080 }, ...(subset !== undefined && { subset }) },
    ...(weight !== undefined && { weight }),
  };
}

export function fqdn(host: string): string {
  return host.includes('.') ? host : `${host}.shop.svc.cluster.local`;
}

/** What is always there. */
export const SHOP: readonly Thing[] = [
  namespace('shop'),
  service('productpage'),
  deployment('productpage', 'v1', 3),
  service('reviews'),
  deployment('reviews', 'v1'),
  deployment('reviews', 'v2'),
  deployment('reviews', 'v3'),
  service('ratings'),
  deployment('ratings'),
];
