import type { Example, WebhookKind } from './rule';

// Objects around what an example is about.

const kindOf =
  (kind: WebhookKind) =>
  (spec: string, metadata?: string): Example => ({ kind, spec, ...(metadata !== undefined && { metadata }) });

export const virtualService = kindOf('VirtualService');
export const destinationRule = kindOf('DestinationRule');
export const gateway = kindOf('Gateway');
export const sidecar = kindOf('Sidecar');
export const serviceEntry = kindOf('ServiceEntry');
export const workloadEntry = kindOf('WorkloadEntry');
export const workloadGroup = kindOf('WorkloadGroup');
export const envoyFilter = kindOf('EnvoyFilter');
export const proxyConfig = kindOf('ProxyConfig');
export const authorizationPolicy = kindOf('AuthorizationPolicy');
export const requestAuthentication = kindOf('RequestAuthentication');
export const peerAuthentication = kindOf('PeerAuthentication');
export const telemetry = kindOf('Telemetry');
export const wasmPlugin = kindOf('WasmPlugin');
export const trafficExtension = kindOf('TrafficExtension');

/** The destinations of a route, when they do not matter. */
export const TO = 'route: [{destination: {host: reviews}}]';

/** A VirtualService with these HTTP routes. */
export function http(...routes: readonly string[]): Example {
  return virtualService(`{hosts: [reviews], http: [${routes.map((route) => `{${route}}`).join(', ')}]}`);
}

/** A DestinationRule with this traffic policy. */
export function policy(trafficPolicy: string): Example {
  return destinationRule(`{host: reviews, trafficPolicy: {${trafficPolicy}}}`);
}

/** A Gateway with this server. */
export function server(fields: string): Example {
  return gateway(`{servers: [{${fields}}]}`);
}
