import type { GroupKind } from '../../manifest/catalog';
import { textOf, type Fields } from '../../manifest/fields';

const gatewayApi = (kind: string): GroupKind => ({ group: 'gateway.networking.k8s.io', kind });

export const GATEWAY_KINDS = {
  gatewayClass: gatewayApi('GatewayClass'),
  gateway: gatewayApi('Gateway'),
  httpRoute: gatewayApi('HTTPRoute'),
  grpcRoute: gatewayApi('GRPCRoute'),
  tlsRoute: gatewayApi('TLSRoute'),
  tcpRoute: gatewayApi('TCPRoute'),
  referenceGrant: gatewayApi('ReferenceGrant'),
  backendTlsPolicy: gatewayApi('BackendTLSPolicy'),
} as const;

/** What a reference leads to. What it leaves out is as the kind of reference says. */
export function referredKind({ group, kind }: Fields, otherwise: GroupKind): GroupKind {
  return { group: textOf(group) ?? otherwise.group, kind: textOf(kind) ?? otherwise.kind };
}

export function isKind(a: GroupKind, b: GroupKind): boolean {
  return a.kind === b.kind && a.group === b.group;
}
