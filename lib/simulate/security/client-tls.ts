import { fieldsList, fieldsOf, numberOf, optionalFields, textOf, type Fields } from '../../manifest/fields';
import type { Transport } from '../decision';
import type { MutualTlsMode } from './peer-authentication';

/** What decides how a client's proxy speaks to a service. */
export interface ClientTls {
  readonly host: string;
  readonly port: number;
  readonly subset?: string;
  /** Outside the mesh: a ServiceEntry with `MESH_EXTERNAL`, an ExternalName Service. */
  readonly isExternal: boolean;
  /** Endpoints are not known one by one: a headless service, or the load balancer PASSTHROUGH. */
  readonly goesWhereDialled: boolean;
  /** Whether each endpoint has a sidecar (the label `security.istio.io/tlsMode: istio`). */
  readonly sidecars: readonly boolean[];
  /** What PeerAuthentications say for the service's whole namespace. */
  readonly namespaceMode: MutualTlsMode;
  /** `enableAutoMtls` of the MeshConfig. */
  readonly autoMtls: boolean;
  /** `tls` of the DestinationRule, as it holds for this port and subset. */
  readonly tls?: Fields;
  /** The client is a sidecar, and the DestinationRule has no `workloadSelector`: then it gets no credentials. */
  readonly isWithoutCredentials: boolean;
}

/**
 * How the client's proxy speaks to the service.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls
 */
export function clientTransport(client: ClientTls): Transport {
  const { tls } = client;
  if (tls) return asTold(tls, client);
  const { isExternal, autoMtls, namespaceMode, goesWhereDialled, sidecars } = client;
  if (isExternal || !autoMtls || namespaceMode === 'DISABLE') return PLAINTEXT;
  if (!goesWhereDialled) return { kind: 'per-endpoint', sni: meshSni(client) };
  const isMutual = sidecars.length > 0 && sidecars.every((has) => has);
  return isMutual ? { kind: 'mutual-tls', sni: meshSni(client) } : PLAINTEXT;
}

const PLAINTEXT: Transport = Object.freeze({ kind: 'plaintext' });

function asTold(tls: Fields, client: ClientTls): Transport {
  const sni = textOf(tls.sni);
  if (tls.mode === 'ISTIO_MUTUAL') return { kind: 'mutual-tls', sni: sni || meshSni(client) };
  if (tls.mode !== 'SIMPLE' && tls.mode !== 'MUTUAL') return PLAINTEXT;
  const credential = textOf(tls.credentialName) ?? '';
  // Istio drops the settings as a whole, so that no sidecar waits for a secret that it may not read.
  if (client.isWithoutCredentials && credential !== '' && !credential.startsWith('configmap://'))
    return PLAINTEXT;
  return { kind: 'tls', ...(sni && { sni }) };
}

/** The server name by which the mesh's gateways know a cluster. */
function meshSni({ host, port, subset = '' }: ClientTls): string {
  return `outbound_.${port}_.${subset}_.${host}`;
}

/** How one endpoint is spoken to. */
export interface EndpointTls {
  readonly hasSidecar: boolean;
  /** What its PeerAuthentication says for its own port. */
  readonly mode: MutualTlsMode;
  /** What {@link endpointTlsMode} says. */
  readonly told?: string;
}

export function endpointTransport(
  { kind, sni }: Transport,
  { hasSidecar, mode, told }: EndpointTls,
): Transport & { readonly kind: 'mutual-tls' | 'tls' | 'plaintext' } {
  if (kind !== 'per-endpoint') return { kind, ...(sni && { sni }) };
  const isMutual = hasSidecar && (told === undefined ? mode !== 'DISABLE' : told === 'ISTIO_MUTUAL');
  return isMutual ? { kind: 'mutual-tls', ...(sni && { sni }) } : { kind: 'plaintext' };
}

/**
 * `tls` of a DestinationRule for a port and a subset. Settings of a port inherit nothing; those of a subset go over
 * those of the rule.
 */
export function tlsSettings(
  { trafficPolicy, subsets }: Fields,
  port: number,
  subset = '',
): Fields | undefined {
  const own = optionalFields(subsetOf(subsets, subset)?.trafficPolicy);
  const ownPort = own && portOf(own, port);
  if (ownPort) return optionalFields(ownPort.tls);
  const rule = fieldsOf(trafficPolicy);
  return optionalFields(own?.tls) ?? optionalFields((portOf(rule, port) ?? rule).tls);
}

/**
 * The mode of `tls` by which Istio marks endpoints. It is looked up in another way than the settings themselves: here
 * a port without `tls` does inherit, and so does a subset.
 */
export function endpointTlsMode(
  { trafficPolicy, subsets }: Fields,
  port: number,
  subset = '',
): string | undefined {
  const found = subsetOf(subsets, subset);
  if (subset !== '' && !found) return undefined;
  for (const policy of [found?.trafficPolicy, trafficPolicy].map(fieldsOf)) {
    const tls = optionalFields(portOf(policy, port)?.tls) ?? optionalFields(policy.tls);
    if (tls) return textOf(tls.mode) ?? 'DISABLE';
  }
  return undefined;
}

function subsetOf(subsets: unknown, name: string): Fields | undefined {
  return name === '' ? undefined : fieldsList(subsets).find((subset) => subset.name === name);
}

function portOf({ portLevelSettings }: Fields, number: number): Fields | undefined {
  return fieldsList(portLevelSettings).find(({ port }) => numberOf(fieldsOf(port).number) === number);
}
