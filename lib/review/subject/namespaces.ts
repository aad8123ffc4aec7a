import { namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textMap, textOf } from '../../manifest/fields';
import { objectRef } from '../../simulate/explain/trace';
import { KINDS, configsOf, type Config } from '../../simulate/mesh/config';
import type { Source } from '../facts';
import type { Subject } from './subject';

/** What is true for all workloads of a namespace, and for whom it is not. */
export interface NamespaceFacts {
  readonly namespace: string;
  readonly dataPlane: DataPlane;
  /** Whether there is a Namespace object. */
  readonly isDeclared: boolean;
  readonly mutualTls: MutualTls;
  readonly exceptions: readonly MutualTlsException[];
  readonly sources: readonly Source[];
}

/** How workloads take part: which is not known of a namespace that is not declared. */
export type DataPlane =
  | { readonly kind: 'sidecar'; readonly revision?: string }
  | { readonly kind: 'ambient'; readonly waypoint?: string }
  | { readonly kind: 'none' };

export type MutualTls = 'DISABLE' | 'PERMISSIVE' | 'STRICT';

export interface MutualTlsException {
  readonly labels: Readonly<Record<string, string>>;
  readonly port?: string;
  readonly mode: string;
  readonly source: Source;
}

/** The namespaces that objects are in, by name. */
export function namespacesOf(subject: Subject): readonly NamespaceFacts[] {
  const declared = new Map(
    subject.catalog.list(KINDS.namespace).map((one) => [one.object.metadata.name, one]),
  );
  const names = new Set(declared.keys());
  for (const document of subject.manifests.documents) {
    if (hasPods(document)) names.add(namespaceOf(document));
  }
  const policies = configsOf(subject.catalog, KINDS.peerAuthentication);
  return [...names].sort().map((namespace) => factsOf(namespace, declared.get(namespace), policies, subject));
}

function hasPods({ object: { kind } }: Document): boolean {
  return ['Service', 'Deployment', 'StatefulSet', 'DaemonSet', 'Pod', 'PeerAuthentication'].includes(kind);
}

function factsOf(
  namespace: string,
  declared: Document | undefined,
  policies: readonly Config[],
  { settings }: Subject,
): NamespaceFacts {
  const wide = (of: string): Config | undefined =>
    policies.find((one) => one.namespace === of && selectorOf(one).size === 0 && modeOf(one.spec.mtls));
  const policy = wide(namespace) ?? wide(settings.rootNamespace);
  const exceptions = policies
    .filter((one) => one.namespace === namespace && selectorOf(one).size > 0)
    .flatMap(exceptionsIn);
  return {
    namespace,
    dataPlane: dataPlaneOf(declared),
    isDeclared: declared !== undefined,
    mutualTls: (policy && modeOf(policy.spec.mtls)) ?? 'PERMISSIVE',
    exceptions,
    sources: [declared, policy?.document].flatMap((one) => (one ? [{ object: objectRef(one) }] : [])),
  };
}

function dataPlaneOf(declared: Document | undefined): DataPlane {
  const labels = textMap(declared?.object.metadata.labels);
  const revision = labels.get('istio.io/rev');
  if (labels.get('istio-injection') === 'enabled') return { kind: 'sidecar' };
  if (labels.get('istio.io/dataplane-mode') === 'ambient') {
    const waypoint = labels.get('istio.io/use-waypoint');
    return { kind: 'ambient', ...(waypoint !== undefined && { waypoint }) };
  }
  if (labels.get('istio-injection') === 'disabled') return { kind: 'none' };
  if (revision !== undefined) return { kind: 'sidecar', revision };
  return declared ? { kind: 'none' } : { kind: 'sidecar' };
}

function exceptionsIn({ spec, document, ...config }: Config): readonly MutualTlsException[] {
  const labels = Object.fromEntries(selectorOf({ spec, document, ...config }));
  const source = { object: objectRef(document) };
  const mode = modeOf(spec.mtls);
  const ports = Object.entries(fieldsOf(spec.portLevelMtls));
  return [
    ...(mode ? [{ labels, mode, source: { ...source, at: 'spec.mtls' } }] : []),
    ...ports.flatMap(([port, mtls]) => {
      const own = modeOf(mtls);
      return own
        ? [{ labels, port, mode: own, source: { ...source, at: `spec.portLevelMtls.${port}` } }]
        : [];
    }),
  ];
}

function selectorOf({ spec }: Config): ReadonlyMap<string, string> {
  return textMap(fieldsOf(spec.selector).matchLabels);
}

function modeOf(mtls: unknown): MutualTls | undefined {
  const mode = textOf(fieldsOf(mtls).mode);
  return MODES.find((known) => known === mode);
}

/** The weakest first. */
export const MODES: readonly MutualTls[] = ['DISABLE', 'PERMISSIVE', 'STRICT'];
