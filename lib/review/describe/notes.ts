import { fieldsList, fieldsOf, numberOf, textMap, textOf, type Fields } from '../../manifest/fields';
import { KINDS } from '../../simulate/mesh/config';
import type { HostTable } from '../../simulate/table/routes';
import type { Destination, Source, Treatment } from '../facts';
import type { HostRef } from '../subject/hosts';
import { isGateway, type Subject } from '../subject/subject';
import type { Note } from './model';

/** What one has to know beside the rules: what Istio does unasked, and how far promises go. */
export function notesOn(
  ref: HostRef,
  table: HostTable,
  treatments: readonly Treatment[],
  subject: Subject,
): readonly Note[] {
  const delivered = treatments.filter(({ ends }) => ends.some(({ kind }) => kind === 'delivery'));
  const rules = rulesFor(ref, table, subject);
  const sources = rules.flatMap(({ sources: own }) => own);
  const has = (is: (treatment: Treatment) => boolean): boolean => delivered.some(is);
  const notes: readonly Note[] = [
    ...(has(({ limits }) => limits.length > 0)
      ? [
          {
            kind: 'limits-per-proxy' as const,
            isPerDestination: delivered.some(({ limits }) => limits.length > 1),
            ...largestCaller(table, delivered, subject),
            sources,
          },
        ]
      : []),
    ...(has(({ ejection }) => ejection.length > 0) ? ejectionNotes(delivered, rules, subject) : []),
    ...(has(({ affinity }) => affinity.length > 0) ? affinityNotes(delivered) : []),
  ];
  return [...notes, ...versionNotes(delivered, rules, subject)];
}

/** The DestinationRules of those who get the requests. */
export function settingsOf(ref: HostRef, table: HostTable, subject: Subject): readonly Source[] {
  return rulesFor(ref, table, subject).flatMap(({ sources }) => sources);
}

/** What the names of versions stand for, as far as requests go there. */
function versionNotes(
  delivered: readonly Treatment[],
  rules: readonly Rule[],
  { catalog }: Subject,
): readonly Note[] {
  const used = new Set(
    delivered.flatMap(({ ends, mirrors }) =>
      [...ends, ...mirrors].flatMap((one) => ('to' in one ? nameIn(one) : [])),
    ),
  );
  return rules.flatMap(({ sources }): Note[] => {
    const versions = sources.flatMap(({ object: { namespace = 'default', name } }) => {
      const document = catalog.find(KINDS.destinationRule, namespace, name);
      return fieldsList(fieldsOf(document?.object.spec).subsets).flatMap((subset) => {
        const own = textOf(subset.name) ?? '';
        return used.has(own) ? [{ name: own, labels: Object.fromEntries(textMap(subset.labels)) }] : [];
      });
    });
    return versions.length > 0 ? [{ kind: 'versions', versions, sources }] : [];
  });
}

/** `v1` of `reviews v1` */
function nameIn({ to }: Destination): readonly string[] {
  const [, version] = /^\S+ (\S+)$/.exec(to) ?? [];
  return version === undefined ? [] : [version];
}

interface Rule {
  readonly locality: Fields;
  readonly sources: readonly Source[];
}

/** The DestinationRules of those who get the requests. */
function rulesFor(ref: HostRef, { rows, callers }: HostTable, { simulator }: Subject): readonly Rule[] {
  const hosts = new Set([
    ref.host,
    ...rows.flatMap(({ outcome }) =>
      outcome.outcomes.flatMap((one) => (one.kind === 'forwarded' ? (one.host ?? []) : [])),
    ),
  ]);
  return [...hosts].sort().flatMap((host) => {
    const rule = simulator.destinationRule(host, callers[0]);
    if (!rule) return [];
    const { loadBalancer } = fieldsOf(rule.trafficPolicy);
    const locality = fieldsOf(fieldsOf(loadBalancer).localityLbSetting);
    return [{ locality, sources: rule.objects.map((object) => ({ object })) }];
  });
}

/** Limits hold for each proxy: the more of them, the more get through. */
function largestCaller({ callers }: HostTable, treatments: readonly Treatment[], { byNamespace }: Subject) {
  const connections = treatments.flatMap(({ limits }) =>
    limits.flatMap(({ what }) => what.maxConnections ?? []),
  );
  if (connections.length === 0) return {};
  const receivers = new Set(
    treatments.flatMap(({ ends }) =>
      ends.flatMap((end) => (end.kind === 'delivery' ? end.workloads.map(({ name }) => name) : [])),
    ),
  );
  const namespaces = new Set(
    callers.flatMap((one) =>
      typeof one === 'object' && !isGateway(one) && 'namespace' in one ? (one.namespace ?? []) : [],
    ),
  );
  const [largest] = [...namespaces]
    .flatMap(
      (namespace) =>
        byNamespace.replicatedIn(namespace).find(({ name }) => !receivers.has(`${namespace}/${name}`)) ?? [],
    )
    .sort((a, b) => b.replicas - a.replicas || (a.name < b.name ? -1 : 1));
  if (!largest) return {};
  const { name: caller, replicas } = largest;
  return { largest: { caller, replicas, connections: Math.max(...connections) } };
}

function ejectionNotes(
  delivered: readonly Treatment[],
  rules: readonly Rule[],
  subject: Subject,
): readonly Note[] {
  const bringing = rules.filter(({ locality }) => locality.enabled !== false);
  const sources = bringing.flatMap(({ sources: own }) => own);
  const useless = new Map<string, Note>();
  for (const { ejection, ends } of delivered) {
    for (const { to, identity, what } of ejection) {
      const end = ends.find((one) => one.kind === 'delivery' && one.identity === identity);
      const percent = what.maxEjectionPercent ?? 10;
      const endpoints = end?.kind === 'delivery' ? endpointsOf(end.workloads, subject) : 0;
      if (endpoints > 0 && Math.floor((endpoints * percent) / 100) === 0)
        useless.set(to, { kind: 'ejects-nobody', percent, to, sources: rules.flatMap((one) => one.sources) });
    }
  }
  return [
    ...(subject.settings.localityEnabled && bringing.length > 0
      ? [{ kind: 'ejection-brings-locality' as const, sources }]
      : []),
    ...useless.values(),
  ];
}

/** How many pods they have, as far as the manifests say. */
function endpointsOf(workloads: readonly { readonly name: string }[], { catalog }: Subject): number {
  return workloads.reduce((sum, { name }) => {
    const [namespace = '', own = ''] = name.split('/');
    const deployment = catalog.find({ group: 'apps', kind: 'Deployment' }, namespace, own);
    return sum + (numberOf(fieldsOf(deployment?.object.spec).replicas) ?? 1);
  }, 0);
}

function affinityNotes(delivered: readonly Treatment[]): readonly Note[] {
  const sticky = delivered.filter(({ affinity }) => affinity.length > 0);
  const isSplit = sticky.some(({ ends }) => ends.filter(({ kind }) => kind === 'delivery').length > 1);
  const canMiss = sticky.some(({ affinity }) =>
    affinity.every((key) => key.kind !== 'source-ip' && !(key.kind === 'cookie' && key.ttl !== undefined)),
  );
  return [
    ...(canMiss ? [{ kind: 'affinity-needs-key' } as const] : []),
    ...(isSplit ? [{ kind: 'affinity-within-version' } as const] : []),
  ];
}
