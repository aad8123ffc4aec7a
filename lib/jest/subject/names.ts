import type { Document, Manifests } from '../../manifest/document';
import { fieldsList, fieldsOf, textMap, textOf, textsOf } from '../../manifest/fields';

type Labels = ReadonlyMap<string, string>;

/** A service, or the workloads that call themselves by one name. */
export interface Thing {
  readonly namespace: string;
  readonly name: string;
  /** The versions by name, and who says so: labels of pods, or only a subset of a DestinationRule. */
  readonly versions: ReadonlyMap<string, 'label' | 'subset'>;
}

interface Workload {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
}

const APP_LABELS = ['app', 'app.kubernetes.io/name'];
const SERVICE_HOST = /^([^.*]+)\.([^.]+)(\.svc(\.cluster\.local)?)?$/;

/** What the manifests call things, to read `reviews v2` and to notice what there is not. */
export class Names {
  private readonly workloadsOf = new Map<string, Workload[]>();
  private readonly things = new Map<string, Map<string, Map<string, 'label' | 'subset'>>>();
  private readonly services = new Map<string, Labels>();
  private readonly gateways = new Map<string, Labels | undefined>();
  /** The hosts of ServiceEntries. */
  readonly hosts = new Set<string>();

  constructor({ documents }: Manifests) {
    for (const document of documents) this.add(document);
    for (const [key, selector] of this.services) {
      const [namespace, name] = key.split('/') as [string, string];
      for (const { labels } of this.selected(namespace, selector)) this.addName(namespace, name, labels);
    }
    for (const document of documents) this.addSubsets(document);
  }

  /** What has the name, one for each namespace. */
  find(name: string): readonly Thing[] {
    return [...(this.things.get(name) ?? [])].map(([namespace, versions]) => ({ namespace, name, versions }));
  }

  /** `reviews.shop` and `reviews.shop.svc.cluster.local` are `shop/reviews`, if there is one. */
  findHost(host: string): Thing | undefined {
    const [, name = '', namespace] = SERVICE_HOST.exec(host) ?? [];
    return this.find(name).find((thing) => thing.namespace === namespace);
  }

  /** The names of the workloads that are meant by the name of a workload or of a service. */
  workloads(namespace: string, name: string, version?: string): readonly string[] {
    const own = this.workloadsOf.get(namespace) ?? [];
    const named = own.filter((workload) => workload.name === name);
    const selector = this.services.get(`${namespace}/${name}`);
    const found = named.length > 0 ? named : selector ? this.selected(namespace, selector) : [];
    const wanted = found.filter(({ labels }) => version === undefined || labels.get('version') === version);
    return wanted.map((workload) => workload.name);
  }

  isService(namespace: string, name: string): boolean {
    return this.services.has(`${namespace}/${name}`);
  }

  /** The labels of the pods of an Istio Gateway, `api` for one of the Gateway API, nothing if there is none. */
  gateway(namespace: string, name: string): Labels | 'api' | undefined {
    const key = `${namespace}/${name}`;
    return this.gateways.has(key) ? (this.gateways.get(key) ?? 'api') : undefined;
  }

  /** All names, for who misspelled one. */
  all(): readonly string[] {
    const named = [...this.things].flatMap(([name, places]) =>
      [...places.keys()].map((one) => `${one}/${name}`),
    );
    return [...named, ...this.hosts];
  }

  private add({ object: { apiVersion, kind, metadata, spec } }: Document): void {
    const namespace = metadata.namespace ?? 'default';
    const { name } = metadata;
    const fields = fieldsOf(spec);
    if (kind === 'Service' && apiVersion === 'v1') {
      this.services.set(`${namespace}/${name}`, textMap(fields.selector));
      this.versionsOf(namespace, name);
    } else if (kind === 'ServiceEntry') {
      for (const host of textsOf(fields.hosts)) this.hosts.add(host);
    } else if (kind === 'Gateway') {
      const isIstio = apiVersion.startsWith('networking.istio.io/');
      this.gateways.set(`${namespace}/${name}`, isIstio ? textMap(fields.selector) : undefined);
    } else if (kind === 'Pod' || 'template' in fields) {
      const template = kind === 'Pod' ? { metadata } : fieldsOf(fields.template);
      this.addWorkload(namespace, name, textMap(fieldsOf(template.metadata).labels));
    }
  }

  private addWorkload(namespace: string, name: string, labels: Labels): void {
    const own = this.workloadsOf.get(namespace) ?? [];
    this.workloadsOf.set(namespace, [...own, { namespace, name, labels }]);
    const apps = APP_LABELS.map((label) => labels.get(label)).filter((app) => app !== undefined);
    for (const one of new Set([name, ...apps])) this.addName(namespace, one, labels);
  }

  private addName(namespace: string, name: string, labels: Labels): void {
    const version = labels.get('version');
    if (version !== undefined) this.versionsOf(namespace, name).set(version, 'label');
    else this.versionsOf(namespace, name);
  }

  private addSubsets({ object: { kind, metadata, spec } }: Document): void {
    const { host, subsets } = fieldsOf(spec);
    const written = textOf(host);
    if (kind !== 'DestinationRule' || written === undefined) return;
    const full = written.includes('.') ? written : `${written}.${metadata.namespace ?? 'default'}`;
    const [, name = '', namespace = ''] = SERVICE_HOST.exec(full) ?? [];
    const versions = this.things.get(name)?.get(namespace);
    for (const subset of fieldsList(subsets)) {
      const version = textOf(subset.name);
      if (version !== undefined && versions && !versions.has(version)) versions.set(version, 'subset');
    }
  }

  private versionsOf(namespace: string, name: string): Map<string, 'label' | 'subset'> {
    const places = this.things.get(name) ?? new Map<string, Map<string, 'label' | 'subset'>>();
    this.things.set(name, places);
    const versions = places.get(namespace) ?? new Map<string, 'label' | 'subset'>();
    places.set(namespace, versions);
    return versions;
  }

  private selected(namespace: string, selector: Labels): readonly Workload[] {
    if (selector.size === 0) return []; // selects nothing: somebody else writes its endpoints
    const own = this.workloadsOf.get(namespace) ?? [];
    return own.filter(({ labels }) => [...selector].every(([key, value]) => labels.get(key) === value));
  }
}
