// Small manifests for the fixtures of rules. A name is `namespace/name`.

const kindOf =
  (apiVersion: string, kind: string) =>
  (path: string, spec = '{}', metadata = ''): string => {
    const [namespace, name] = path.split('/');
    const more = metadata ? `, ${metadata}` : '';
    return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}${more}}\nspec: ${spec}\n`;
  };

export const virtualService = kindOf('networking.istio.io/v1', 'VirtualService');
export const destinationRule = kindOf('networking.istio.io/v1', 'DestinationRule');
export const gateway = kindOf('networking.istio.io/v1', 'Gateway');
export const serviceEntry = kindOf('networking.istio.io/v1', 'ServiceEntry');
export const sidecar = kindOf('networking.istio.io/v1', 'Sidecar');
export const workloadGroup = kindOf('networking.istio.io/v1', 'WorkloadGroup');
export const workloadEntry = kindOf('networking.istio.io/v1', 'WorkloadEntry');
export const envoyFilter = kindOf('networking.istio.io/v1alpha3', 'EnvoyFilter');
export const authorizationPolicy = kindOf('security.istio.io/v1', 'AuthorizationPolicy');
export const requestAuthentication = kindOf('security.istio.io/v1', 'RequestAuthentication');
export const peerAuthentication = kindOf('security.istio.io/v1', 'PeerAuthentication');
export const telemetry = kindOf('telemetry.istio.io/v1', 'Telemetry');
export const kubernetesGateway = kindOf('gateway.networking.k8s.io/v1', 'Gateway');
export const httpRoute = kindOf('gateway.networking.k8s.io/v1', 'HTTPRoute');
export const referenceGrant = kindOf('gateway.networking.k8s.io/v1beta1', 'ReferenceGrant');
export const serviceAccount = kindOf('v1', 'ServiceAccount');
export const service = kindOf('v1', 'Service');
export const pod = kindOf('v1', 'Pod');
export const deployment = kindOf('apps/v1', 'Deployment');

const WEB = '[{name: http, port: 80, targetPort: 8080}]';

/** A Service with the port 80 for the pods of that app. */
export function web(path: string): string {
  return service(path, `{selector: {app: ${path.split('/')[1]}}, ports: ${WEB}}`);
}

/** A Deployment whose pods have the label `app`, and perhaps others. */
export function app(path: string, labels = ''): string {
  const name = path.split('/')[1];
  const all = `{app: ${name}${labels && `, ${labels}`}}`;
  const container = '{name: app, image: app, ports: [{containerPort: 8080}]}';
  return deployment(
    path,
    `{selector: {matchLabels: ${all}}, template: {metadata: {labels: ${all}}, spec: {containers: [${container}]}}}`,
  );
}

export function namespace(name: string, labels = '{}'): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: ${labels}}\n`;
}

export function manifests(...documents: readonly string[]): string {
  return documents.join('---\n');
}

/** An HTTP rule that sends everything to the host. */
export function to(host: string, more = ''): string {
  return `{route: [{destination: {host: ${host}${more && `, ${more}`}}}]}`;
}
