// What a cluster has beside the policy: the services and their workloads, so that Istio knows them.
import { stringify } from 'yaml';
import { tlsSecret } from '../secret.mjs';

/** The endpoints of a version are the pods of its Deployment: `<service>-<version>-<number>`. */
export function world({ services, gatewayNamespace }) {
  const inside = services.filter(({ outside }) => !outside);
  const objects = inside.flatMap((service) => {
    const { name, versions } = service;
    return [
      kubeService(service, name, { app: name }),
      ...versions.map((version) => kubeService(service, `${name}-${version}`, { app: name, version })),
      ...(versions.length > 0 ? versions : ['v0']).map((version) => deployment(service, version)),
    ];
  });
  const secrets = ['istio-system', gatewayNamespace].map((namespace) => tlsSecret(namespace, 'cert'));
  return [...objects, ...ingress(), ...secrets].map((object) => stringify(object)).join('---\n');
}

function kubeService({ namespace, ports }, name, selector) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: {
      selector,
      ports: ports.map(({ number, protocol }) => ({
        name: `${protocol.toLowerCase()}-${number}`,
        port: number,
        protocol: 'TCP',
      })),
    },
  };
}

function deployment({ name, namespace }, version) {
  const labels = { app: name, version };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${name}-${version}`, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [] } } },
  };
}

function ingress() {
  const labels = { istio: 'ingressgateway' };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'istio-ingressgateway', namespace: 'istio-system' },
      spec: {
        selector: labels,
        ports: [80, 443, 8080, 8443, 31400].map((port) => ({
          name: `p-${port}`,
          port,
          targetPort: port,
          protocol: 'TCP',
        })),
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'istio-ingressgateway', namespace: 'istio-system' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [] } },
      },
    },
  ];
}
