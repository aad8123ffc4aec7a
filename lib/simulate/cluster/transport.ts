import type { Transport } from '../decision';
import { portSettings } from '../destination-rule/policy';
import { fieldsOf, optionalFields, textOf } from '../../manifest/fields';
import type { HostRule } from '../destination-rule/model';
import type { TrafficPolicy } from '../destination-rule/policy';
import type { Port, Service } from '../mesh/service';
import type { World } from '../mesh/world';
import { clientTransport, endpointTransport } from '../security/client-tls';
import { namespaceMode, peerAuthentication } from '../security/peer-authentication';
import type { Endpoint } from './endpoints';

export interface TransportInput {
  readonly world: World;
  readonly service: Service;
  readonly port: Port;
  readonly subset: string;
  readonly rule: HostRule | undefined;
  readonly traffic: TrafficPolicy;
  readonly members: readonly Endpoint[];
  readonly isGateway: boolean;
  readonly isOriginal: boolean;
}

/** How each endpoint is spoken to. */
export type EndpointTransport = ReturnType<typeof endpointTransport>;

/** How a cluster is spoken to: as a whole, and endpoint by endpoint. */
export function transportsOf(input: TransportInput): {
  readonly transport: Transport;
  readonly each: readonly EndpointTransport[];
} {
  const { world, service, port, subset, rule, traffic, members, isGateway, isOriginal } = input;
  const { security, settings } = world;
  const general = clientTransport({
    host: service.hostname,
    port: port.number,
    ...(subset !== '' && { subset }),
    isExternal: service.isExternal,
    goesWhereDialled: isOriginal,
    sidecars: members.map(({ hasSidecar }) => hasSidecar),
    namespaceMode: namespaceMode(security.peers, service.namespace, security.mesh),
    autoMtls: settings.autoMtls,
    ...(traffic.tls && { tls: traffic.tls }),
    isWithoutCredentials: !isGateway && !rule?.selector,
  });
  const told = toldMode(rule, port.number, subset);
  const each = members.map(({ namespace, labels, port: own, hasSidecar }) =>
    endpointTransport(general, {
      hasSidecar,
      mode: peerAuthentication(security.peers, { namespace, labels }, own, security.mesh).mode,
      ...(told !== undefined && { told }),
    }),
  );
  const [first] = each;
  const isUniform = first !== undefined && each.every(({ kind }) => kind === first.kind);
  return { transport: Object.freeze(general.kind === 'per-endpoint' && isUniform ? first : general), each };
}

/** The `tls` by which Istio marks endpoints: here a port that says nothing does inherit. */
function toldMode(rule: HostRule | undefined, port: number, subset: string): string | undefined {
  const own = rule?.subsets.find(({ name }) => name === subset && name !== '')?.policy;
  for (const policy of [own, rule?.policy]) {
    const tls = optionalFields(portSettings(policy, port)?.tls) ?? optionalFields(fieldsOf(policy).tls);
    if (tls) return textOf(tls.mode) ?? 'DISABLE';
  }
  return undefined;
}
