import { namespaceOf } from '../../manifest/catalog';
import type { Document, Manifests } from '../../manifest/document';
import { fieldsOf, numberOf, textOf } from '../../manifest/fields';
import { isSecurity } from './security';

/** A Deployment of more than one pod. */
export interface Replicated {
  readonly name: string;
  readonly replicas: number;
}

/** What is asked of a namespace for each host again, found once. */
export class ByNamespace {
  private readonly policies = new Map<string, Document[]>();
  private readonly accounts = new Map<string, Set<string>>();
  private readonly replicated = new Map<string, Replicated[]>();
  private readonly order = new Map<Document, number>();
  private readonly united = new Map<string, readonly Document[]>();

  constructor({ documents }: Manifests) {
    for (const document of documents) {
      const { kind, spec, metadata } = document.object;
      const namespace = namespaceOf(document);
      if (isSecurity(document) && kind !== 'PeerAuthentication') {
        this.order.set(document, this.order.size);
        listIn(this.policies, namespace).push(document);
      }
      const fields = fieldsOf(spec);
      const account = textOf(
        (kind === 'Pod' ? fields : fieldsOf(fieldsOf(fields.template).spec)).serviceAccountName,
      );
      if (account !== undefined) setIn(this.accounts, namespace).add(account);
      const replicas = numberOf(fields.replicas) ?? 1;
      if (kind === 'Deployment' && replicas > 1)
        listIn(this.replicated, namespace).push({ name: metadata.name, replicas });
    }
    for (const list of this.replicated.values())
      list.sort((a, b) => b.replicas - a.replicas || (a.name < b.name ? -1 : 1));
  }

  /** Policies that look at requests, in the order of the manifests: the same list for the same namespaces. */
  policiesIn(namespaces: readonly string[]): readonly Document[] {
    const distinct = [...new Set(namespaces)].filter((one) => this.policies.has(one)).sort();
    const key = JSON.stringify(distinct);
    let found = this.united.get(key);
    if (!found) {
      found = distinct
        .flatMap((one) => this.policies.get(one)!)
        .sort((a, b) => this.order.get(a)! - this.order.get(b)!);
      this.united.set(key, found);
    }
    return found;
  }

  /** The service accounts that pods name. */
  accountsIn(namespace: string): Iterable<string> {
    return this.accounts.get(namespace) ?? [];
  }

  /** Those of most pods first, then by name. */
  replicatedIn(namespace: string): readonly Replicated[] {
    return this.replicated.get(namespace) ?? [];
  }
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}

function setIn<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set<V>()));
  return set;
}
