import { Catalog } from '../../../manifest/catalog';
import type { Document, Manifests } from '../../../manifest/document';
import type { Fields } from '../../../manifest/fields';
import { meshSettings } from '../../../simulate/mesh/settings';
import { seedOf } from '../seed';

/** What the page carries, so that its simulator knows what this review was made of. */
export interface Seeds {
  readonly documents: readonly Document[];
  readonly versions: readonly SeedVersion[];
}

export interface SeedVersion {
  /** Which of the documents it has, in order. */
  readonly has: readonly number[];
  /** Its MeshConfig, wherever that came from. */
  readonly mesh: object;
}

/** Documents that both versions have are there once. */
export function seedsOf(manifests: readonly Manifests[], mesh?: Fields): Seeds {
  const documents: Document[] = [];
  const known = new Map<string, number>();
  const placeOf = (document: Document): number => {
    const key = JSON.stringify(document);
    let at = known.get(key);
    if (at === undefined) known.set(key, (at = documents.push(document) - 1));
    return at;
  };
  return {
    documents,
    versions: manifests.map((one) => ({
      has: seedOf(one).map(placeOf),
      mesh: meshSettings(new Catalog(one), mesh).fields,
    })),
  };
}

/** The manifests of a version. */
export function manifestsOf({ documents }: Seeds, { has }: SeedVersion): Manifests {
  return { documents: has.map((at) => documents[at]!), unreadable: [] };
}
