import { namespaceOf } from '../../manifest/catalog';
import type { Document, Manifests } from '../../manifest/document';
import { fieldsOf, numberOf, textMap, textOf } from '../../manifest/fields';
import { identitiesIn } from './mentioned';
import { isSecurity } from './security';

interface PodIdentity {
  readonly account: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** A Deployment of more than one pod. */
export interface Replicated {
  readonly name: string;
  readonly replicas: number;
}

/** What is asked of a namespace for each host again, found once. */
export class ByNamespace {
  private readonly policies = new Map<string, Document[]>();
  private readonly pods = new Map<string, PodIdentity[]>();
  private readonly mentioned = new Map<string, Set<string>>();
  private readonly replicated = new Map<string, Replicated[]>();
  private readonly order = new Map<Document, number>();
  private readonly accounts = new Map<string, readonly string[]>();
  private readonly united = new Map<string, readonly Document[]>();

  constructor({ documents }: Manifests) {
    for (const document of documents) {
      const { kind, spec, metadata } = document.object;
      const namespace = namespaceOf(document);
      if (isSecurity(document) && kind !== 'PeerAuthentication') {
        this.order.set(document, this.order.size);
        listIn(this.policies, namespace).push(document);
        for (const [of, account] of identitiesIn(document)) setIn(this.mentioned, of).add(account);
      }
      const fields = fieldsOf(spec);
      const template = kind === 'Pod' ? { metadata, spec } : fieldsOf(fields.template);
      const account = textOf(fieldsOf(template.spec).serviceAccountName);
      if (account !== undefined)
        listIn(this.pods, namespace).push({ account, labels: textMap(fieldsOf(template.metadata).labels) });
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

  /** The service accounts of pods with these labels, and those that policies name although no pod has them. */
  accountsIn(namespace: string, labels: Readonly<Record<string, string>> = {}): readonly string[] {
    const key = JSON.stringify([namespace, labels]);
    let found = this.accounts.get(key);
    if (!found) this.accounts.set(key, (found = this.findAccounts(namespace, labels)));
    return found;
  }

  private findAccounts(namespace: string, labels: Readonly<Record<string, string>>): readonly string[] {
    const pods = this.pods.get(namespace) ?? [];
    const wanted = Object.entries(labels);
    const own = pods.filter((pod) => wanted.every(([name, text]) => pod.labels.get(name) === text));
    const known = new Set(pods.map(({ account }) => account));
    const others = [...(this.mentioned.get(namespace) ?? [])].filter((account) => !known.has(account));
    return [...new Set([...own.map(({ account }) => account), ...others])];
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
