import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { groupOf } from '../../manifest/catalog';
import { fieldsList, fieldsOf, isFields, textOf, type Fields } from '../../manifest/fields';
import { SchemaNode } from './node';
import { otherVersion, otherVersions, type Channel, type OtherVersion } from './versions';

/** A kind of objects, as a cluster with its CRD knows it. */
export interface Crd {
  readonly isNamespaced: boolean;
  /** Whether what is written as status is dropped: only controllers write it. */
  readonly hasStatus: boolean;
  /** The version to use instead, if this one is deprecated. */
  readonly replacement?: string;
  readonly schema: SchemaNode;
}

/** The CRD of a kind, or why there is none. */
export type Lookup =
  | { readonly crd: Crd }
  /** Not in a group that the CRDs in `imports/crds` are about. */
  | { readonly isForeign: true }
  | { readonly servedVersions: readonly string[] };

const FOREIGN: Lookup = { isForeign: true };
const cache = new Map<string, Lookup>();

/** Reads the CRD when the kind is met for the first time: most manifests have few kinds. */
export function findCrd(apiVersion: string, kind: string, channel: Channel): Lookup {
  const key = `${channel} ${apiVersion} ${kind}`;
  let found = cache.get(key);
  if (!found) {
    found = lookUp(apiVersion, kind, channel);
    if ('crd' in found) cache.set(key, found); // the others have any names
  }
  return found;
}

function lookUp(apiVersion: string, kind: string, channel: Channel): Lookup {
  const group = groupOf(apiVersion);
  const version = apiVersion.slice(group.length + 1);
  if (version.includes('/')) return { servedVersions: [] };
  const folder = folderOf(group, channel);
  if (folder === undefined) return FOREIGN;
  const spec = readSpec(folder, group, kind);
  if (!spec) return { servedVersions: [] };
  const [newest] = fieldsList(spec.versions);
  const newestName = textOf(newest!.name)!;
  const other: OtherVersion | undefined =
    version === newestName ? {} : otherVersion(group, kind, version, channel);
  if (!other) return { servedVersions: [newestName, ...otherVersions(group, kind, channel)] };
  const schema = fieldsOf(fieldsOf(newest!.schema).openAPIV3Schema);
  return {
    crd: {
      isNamespaced: spec.scope === 'Namespaced',
      hasStatus: isFields(fieldsOf(newest!.subresources).status),
      ...(other.isDeprecated && { replacement: newestName }),
      schema: new SchemaNode(other.schemaOf?.(schema) ?? schema),
    },
  };
}

const ISTIO_GROUPS = ['extensions', 'networking', 'security', 'telemetry'].map((name) => `${name}.istio.io`);

/** The folder with the CRDs of a group. */
function folderOf(group: string, channel: Channel): string | undefined {
  if (ISTIO_GROUPS.includes(group)) return join(crds(), 'istio');
  const isExperiment = group === 'gateway.networking.x-k8s.io' && channel === 'experimental';
  if (group === 'gateway.networking.k8s.io' || isExperiment) return join(crds(), 'gateway', channel);
  return undefined;
}

function readSpec(folder: string, group: string, kind: string): Fields | undefined {
  // A kind may be any text: it is looked for in the list, not on the disk.
  const file = readdirSync(folder).find((name) => name.replace(/\.(json|yaml)$/, '') === kind.toLowerCase());
  if (file === undefined) return undefined;
  const text = readFileSync(join(folder, file), 'utf8');
  const { spec } = fieldsOf(file.endsWith('.json') ? JSON.parse(text) : load(text));
  const { group: ownGroup, names } = fieldsOf(spec);
  return ownGroup === group && fieldsOf(names).kind === kind ? fieldsOf(spec) : undefined;
}

let root: string | undefined;

/** `imports/crds` lies beside `lib/`, in YAML; as JSON, which is read faster, beside what `lib/` is compiled to. */
function crds(): string {
  for (let folder = __dirname; root === undefined; folder = dirname(folder)) {
    const path = join(folder, 'imports', 'crds');
    if (existsSync(path)) root = path;
    else if (folder === dirname(folder))
      throw new Error('imports/crds must be in the package cdk8s-mesh, got no such folder; install it again');
  }
  return root;
}
