import type { Document, Manifests } from './document';

/** A kind of objects, whatever its version: `VirtualService` of `networking.istio.io`; the group of core kinds is empty. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/**
 * The objects by kind, as a cluster would have them after `kubectl apply`: the last one of a name stays, at the place of
 * the first. An object without namespace is in `default`, whether or not its kind has namespaces.
 */
export class Catalog {
  /** Objects that do not stay, each with the next one of its name. */
  readonly replaced: readonly (readonly [Document, Document])[];
  private readonly byKind = new Map<string, Map<string, Document>>();

  constructor({ documents }: Manifests) {
    const replaced: [Document, Document][] = [];
    for (const document of documents) {
      const { apiVersion, kind, metadata } = document.object;
      const key = keyOf({ group: groupOf(apiVersion), kind });
      let objects = this.byKind.get(key);
      if (!objects) this.byKind.set(key, (objects = new Map<string, Document>()));
      const name = `${namespaceOf(document)}/${metadata.name}`;
      const former = objects.get(name);
      if (former) replaced.push([former, document]);
      objects.set(name, document);
    }
    this.replaced = replaced;
  }

  /** All objects of a kind, in the order of the manifests. */
  list(kind: GroupKind): readonly Document[] {
    return [...(this.byKind.get(keyOf(kind))?.values() ?? [])];
  }

  find(kind: GroupKind, namespace: string, name: string): Document | undefined {
    return this.byKind.get(keyOf(kind))?.get(`${namespace}/${name}`);
  }
}

/** The group in `group/version`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

export function namespaceOf({ object: { metadata } }: Document): string {
  return metadata.namespace || 'default';
}

function keyOf({ group, kind }: GroupKind): string {
  return `${group}/${kind}`;
}
