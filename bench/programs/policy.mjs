// A fleet as a cluster has it: for each service a Service, a DestinationRule and a VirtualService; plain objects.
import { destinationRuleSpec, NAMESPACE_LABELS, virtualServiceSpec } from './specs.mjs';

const API_VERSION = 'networking.istio.io/v1';

/** The objects of each chart. */
export function policyOf(charts) {
  return charts.map(({ name, namespace, services }) => ({
    name,
    objects: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { labels: NAMESPACE_LABELS, name: namespace } },
      ...services.flatMap((service) => objectsOf(service, namespace)),
    ],
  }));
}

function objectsOf(name, namespace) {
  const outliers = { baseEjectionTime: '1m', consecutive5xxErrors: 5, maxEjectionPercent: 100 };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { ports: [{ name: 'http', port: 9080 }], selector: { app: name } },
    },
    {
      apiVersion: API_VERSION,
      kind: 'DestinationRule',
      metadata: { name, namespace },
      spec: destinationRuleSpec(name, namespace, outliers),
    },
    {
      apiVersion: API_VERSION,
      kind: 'VirtualService',
      metadata: { name, namespace },
      spec: virtualServiceSpec(name, namespace),
    },
  ];
}

const HEADERS = [{}, { 'x-beta': 'yes' }, { 'x-chaos': 'yes' }, { 'x-beta': 'yes', 'x-chaos': 'yes' }];

/**
 * Requests from all namespaces to services of all namespaces, spread so that few meet: in a larger mesh they are about
 * more services, and so not only about what is in the processor's caches.
 */
export function requestsTo(charts, count) {
  return Array.from({ length: count }, (_, i) => {
    const { namespace, services } = charts[scattered(i, 1) % charts.length];
    const service = services[scattered(i, 2) % services.length];
    return {
      url: `http://${service}.${namespace}:9080/items/${i}`,
      headers: HEADERS[i % HEADERS.length],
      from: { namespace: charts[scattered(i, 3) % charts.length].namespace },
    };
  });
}

/** A number that has nothing to do with those before it, the same in each run. (the end of murmur3) */
function scattered(i, salt) {
  let h = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
