import { fieldsOf, own, type Fields } from '../../manifest/fields';
import type { ObjectRef } from '../decision';
import { byNamespace, isSelected, selectorOf, type ByNamespace } from './attachment';
import type { Policy, SecurityMesh, Workload } from './facts';
import { refOf, step, titleOf, type Steps } from './step';

/** What a sidecar takes: plaintext only, both, or the mesh's mutual TLS only. */
export type MutualTlsMode = 'DISABLE' | 'PERMISSIVE' | 'STRICT';

export interface PeerAuthentication {
  readonly mode: MutualTlsMode;
  /** Who says so. Absent: nobody, it is Istio's default. */
  readonly policy?: ObjectRef;
  readonly steps: Steps;
}

export type PeerAuthentications = ByNamespace<Policy>;

/** @param policies all PeerAuthentications, oldest first */
export function readPeerAuthentications(policies: readonly Policy[]): PeerAuthentications {
  return byNamespace(policies);
}

/**
 * What the sidecar of a workload takes on a port of the workload (not of its service). The narrowest scope that says
 * something wins, and in it the oldest policy; UNSET leaves it to the next one.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export function peerAuthentication(
  policies: PeerAuthentications,
  workload: Workload,
  port: number,
  { rootNamespace }: SecurityMesh,
): PeerAuthentication {
  const ofNamespace = workload.namespace === rootNamespace ? [] : (policies.get(workload.namespace) ?? []);
  const inNamespace = ofNamespace.find(isWide);
  const inMesh = policies.get(rootNamespace)?.find(isWide);
  const selected = ofNamespace.find((policy) => !isWide(policy) && isSelected(policy.spec, workload));
  const scopes: readonly Scope[] = [
    { name: `port ${port}`, policy: selected, mode: selected && portMode(selected.spec, port) },
    { name: 'the workload', policy: selected, mode: selected && modeOf(selected.spec.mtls) },
    { name: 'the namespace', policy: inNamespace, mode: inNamespace && modeOf(inNamespace.spec.mtls) },
    { name: 'the mesh', policy: inMesh, mode: inMesh && modeOf(inMesh.spec.mtls) },
  ];
  const found = scopes.find(({ mode }) => mode !== undefined);
  if (!found)
    return {
      mode: 'PERMISSIVE',
      steps: [step('chosen', 'PERMISSIVE, since no PeerAuthentication says otherwise')],
    };
  const { mode = 'PERMISSIVE', policy } = found;
  const text = `${titleOf(policy!)} says ${mode} for ${found.name}`;
  return { mode, ...(policy && { policy: refOf(policy) }), steps: [step('chosen', text, policy)] };
}

interface Scope {
  readonly name: string;
  readonly policy: Policy | undefined;
  readonly mode: MutualTlsMode | undefined;
}

/**
 * What clients go by when they decide whether to try mutual TLS at all with a service of the namespace: they do not know
 * yet which workload it will be.
 */
export function namespaceMode(
  policies: PeerAuthentications,
  namespace: string,
  { rootNamespace }: SecurityMesh,
): MutualTlsMode {
  const wide = [namespace, rootNamespace].map((name) => policies.get(name)?.find(isWide));
  for (const policy of wide) {
    const mode = policy && modeOf(policy.spec.mtls);
    if (mode) return mode;
  }
  return 'PERMISSIVE';
}

/** A policy without a selector is for its namespace, or for the mesh. */
function isWide({ spec }: Policy): boolean {
  return selectorOf(spec).size === 0;
}

function portMode({ portLevelMtls }: Fields, port: number): MutualTlsMode | undefined {
  return modeOf(own(fieldsOf(portLevelMtls), String(port)));
}

function modeOf(mtls: unknown): MutualTlsMode | undefined {
  const { mode } = fieldsOf(mtls);
  return MODES.find((known) => known === mode);
}

const MODES: readonly MutualTlsMode[] = ['DISABLE', 'PERMISSIVE', 'STRICT'];
