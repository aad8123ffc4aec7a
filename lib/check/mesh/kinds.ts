import type { GroupKind } from '../../manifest/catalog';
import { GATEWAY_KINDS } from '../../simulate/gateway-api/kinds';
import { KINDS } from '../../simulate/mesh/config';

const kind =
  (group: string) =>
  (name: string): GroupKind => ({ group, kind: name });
const core = kind('');
const networking = kind('networking.istio.io');
const security = kind('security.istio.io');

/** The kinds that rules look at. */
export const KIND = {
  ...KINDS,
  workloadGroup: networking('WorkloadGroup'),
  envoyFilter: networking('EnvoyFilter'),
  authorizationPolicy: security('AuthorizationPolicy'),
  requestAuthentication: security('RequestAuthentication'),
  telemetry: kind('telemetry.istio.io')('Telemetry'),
  wasmPlugin: kind('extensions.istio.io')('WasmPlugin'),
  secret: core('Secret'),
  serviceAccount: core('ServiceAccount'),
  deployment: kind('apps')('Deployment'),
  certificate: kind('cert-manager.io')('Certificate'),
  crd: kind('apiextensions.k8s.io')('CustomResourceDefinition'),
  mutatingWebhook: kind('admissionregistration.k8s.io')('MutatingWebhookConfiguration'),
  gatewayClass: GATEWAY_KINDS.gatewayClass,
  kubernetesGateway: GATEWAY_KINDS.gateway,
  httpRoute: GATEWAY_KINDS.httpRoute,
  grpcRoute: GATEWAY_KINDS.grpcRoute,
  tlsRoute: GATEWAY_KINDS.tlsRoute,
  referenceGrant: GATEWAY_KINDS.referenceGrant,
} as const;
