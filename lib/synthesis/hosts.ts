import type { Construct, IConstruct } from 'constructs';
import { compareTexts } from '../model/clause';
import type { Author } from '../model/contribution';
import type { Host, HostKey } from '../model/host';
import { listing, type Problem } from '../model/problem';
import type { Manifest } from '../render/manifest';
import type { Declared, HostFacts, HostSource, MeshOptions } from './declarations';

/** A host with where its objects go. */
export interface PlannedHost {
  readonly host: Host;
  readonly author: Author;
  readonly home: Construct;
  readonly mesh: MeshOptions;
  readonly manifests: readonly Manifest[];
  readonly dependents: readonly IConstruct[];
  readonly warnings: readonly Problem[];
  readonly versionServices: readonly Manifest[];
}

/**
 * Brings together what several constructs know about one host. Its objects go beside the one that deploys it, else
 * beside the first by path, so that the order of constructs does not matter.
 */
export function gatherHosts(
  declared: readonly Declared<HostSource>[],
  meshOf: (construct: Construct) => MeshOptions,
): { readonly hosts: ReadonlyMap<HostKey, PlannedHost>; readonly problems: readonly Problem[] } {
  const groups = new Map<HostKey, Declared<HostSource>[]>();
  for (const one of declared) {
    const group = groups.get(one.said.key);
    if (group) group.push(one);
    else groups.set(one.said.key, [one]);
  }
  const problems: Problem[] = [];
  const hosts = new Map<HostKey, PlannedHost>();
  for (const [key, group] of [...groups].sort(([a], [b]) => compareTexts(a, b))) {
    const sorted = group.sort(
      (a, b) => Number(b.said.owned) - Number(a.said.owned) || compareTexts(a.author.path, b.author.path),
    );
    const facts = sorted.map(({ said }) => said.read());
    const [first] = sorted;
    problems.push(...facts.flatMap((known) => known.problems));
    problems.push(...disagreements(key, sorted, facts));
    hosts.set(key, {
      ...merge(key, facts, meshOf(first!.by)),
      author: first!.author,
      home: first!.by,
    });
  }
  return { hosts, problems };
}

function merge(
  key: HostKey,
  facts: readonly HostFacts[],
  mesh: MeshOptions,
): Omit<PlannedHost, 'author' | 'home'> {
  const [first] = facts;
  const { name, namespace, external } = first!;
  const ports = unique(
    facts.flatMap((known) => known.ports),
    (port) => String(port.number),
  );
  const versions = unique(
    facts.flatMap((known) => known.versions),
    (version) => version.name,
  );
  return {
    host: Object.freeze({
      key,
      name,
      namespace,
      external,
      fqdn: external ? key : `${name}.${namespace}.svc.${mesh.clusterDomain}`,
      ports: ports.sort((a, b) => a.number - b.number),
      versions: versions.sort((a, b) => compareTexts(a.name, b.name)),
      versionsAs: mesh.dialect === 'istio' ? 'subsets' : 'services',
    }),
    mesh,
    manifests: first!.manifests,
    dependents: first!.dependents,
    warnings: first!.warnings,
    versionServices: first!.versionServices,
  };
}

/** Constructs that know different things about a host, a port or a version. The name of a port is nobody's business. */
function disagreements(
  key: HostKey,
  group: readonly Declared<HostSource>[],
  facts: readonly HostFacts[],
): Problem[] {
  if (facts.length === 1) return [];
  const first = new Map<string, { readonly author: Author; readonly text: string }>();
  return facts.flatMap(({ external, name, namespace, manifests, ports, versions }, i) => {
    const { author } = group[i]!;
    const known = [
      ...(external ? [['the host', { name, namespace, manifests }] as const] : []),
      ...ports.map((port) => [`port ${port.number} of`, { ...port, name: undefined }] as const),
      ...versions.map((version) => [`version ${version.name} of`, version] as const),
    ];
    return known.flatMap(([what, item]) => {
      const text = JSON.stringify(sortedKeys(item));
      const other = first.get(what);
      if (!other) first.set(what, { author, text });
      if (!other || other.text === text) return [];
      const sides = listing([`${other.text} (${other.author.path})`, `${text} (${author.path})`]);
      const message = `${what} ${key} must be described in one way, got ${sides}; describe it once, or the same way`;
      return [{ authors: [other.author, author], message }];
    });
  });
}

/** The same text for the same facts, whoever wrote them down. */
function sortedKeys(item: object): object {
  return Object.fromEntries(Object.entries(item).sort(([a], [b]) => compareTexts(a, b)));
}

function unique<T>(list: readonly T[], key: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of list) if (!found.has(key(item))) found.set(key(item), item);
  return [...found.values()];
}
