import type { Facts, HttpFacts, Policy, Workload } from '../../../lib/simulate/security/facts';

/** A policy as the index gives it; the namespace is `shop` unless the name says another one: `istio-system/x`. */
export function policy(kind: string, name: string, spec: object, annotations: object = {}): Policy {
  const [last, namespace = 'shop'] = name.split('/').reverse();
  return {
    kind,
    namespace,
    name: last!,
    annotations: new Map(Object.entries(annotations)),
    spec: spec as Policy['spec'],
  };
}

export function workload(labels: Record<string, string> = { app: 'reviews' }, namespace = 'shop'): Workload {
  return { namespace, labels: new Map(Object.entries(labels)) };
}

/** `GET /` to `reviews` on port 9080, and whatever else is said. */
export function http(
  parts: Partial<Omit<HttpFacts, 'headers'>> & { headers?: Record<string, string> } = {},
  rest: Partial<Facts> = {},
): Facts {
  const { headers = {}, ...line } = parts;
  return {
    http: {
      method: 'GET',
      path: '/',
      authority: 'reviews',
      headers: new Map(Object.entries(headers)),
      ...line,
    },
    port: 9080,
    ...rest,
  };
}

export function tcp(port: number, rest: Partial<Facts> = {}): Facts {
  return { port, ...rest };
}

export const CART = 'cluster.local/ns/shop/sa/cart';
export const SPY = 'cluster.local/ns/dark/sa/spy';
