// What has to come out, written down by hand. Keys are in alphabetical order, as cdk8s writes them.

export const NAMESPACE_LABELS = { 'istio-injection': 'enabled' };

/** The name of one field differs between the classes of imports/ and YAML, so each program brings that part. */
export function destinationRuleSpec(service, namespace, outlierDetection) {
  return {
    host: hostOf(service, namespace),
    subsets: [
      { labels: { version: 'v1' }, name: 'v1' },
      { labels: { version: 'v2' }, name: 'v2' },
    ],
    trafficPolicy: {
      connectionPool: { http: { http1MaxPendingRequests: 100 } },
      outlierDetection,
    },
  };
}

export function virtualServiceSpec(service, namespace) {
  const host = hostOf(service, namespace);
  return {
    hosts: [host],
    http: [
      {
        fault: delay(),
        match: [{ headers: { 'x-beta': { exact: 'yes' }, 'x-chaos': { exact: 'yes' } } }],
        mirror: version(host, 'v2'),
        mirrorPercentage: { value: 1 },
        name: 'canary-audience.chaos.shadow',
        route: [{ destination: version(host, 'v2') }],
      },
      {
        match: [{ headers: { 'x-beta': { exact: 'yes' } } }],
        mirror: version(host, 'v2'),
        mirrorPercentage: { value: 1 },
        name: 'canary-audience.shadow',
        route: [{ destination: version(host, 'v2') }],
      },
      {
        fault: delay(),
        match: [{ headers: { 'x-chaos': { exact: 'yes' } } }],
        mirror: version(host, 'v2'),
        mirrorPercentage: { value: 1 },
        name: 'canary.chaos.shadow',
        route: split(host),
      },
      {
        mirror: version(host, 'v2'),
        mirrorPercentage: { value: 1 },
        name: 'canary.shadow',
        route: split(host),
      },
    ],
  };
}

function hostOf(service, namespace) {
  return `${service}.${namespace}.svc.cluster.local`;
}

function delay() {
  return { delay: { fixedDelay: '2s', percentage: { value: 5 } } };
}

function version(host, subset) {
  return { host, port: { number: 9080 }, subset };
}

function split(host) {
  return [
    { destination: version(host, 'v1'), weight: 90 },
    { destination: version(host, 'v2'), weight: 10 },
  ];
}
