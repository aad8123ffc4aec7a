import type { Catalog } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textMap, type Fields } from '../../manifest/fields';
import { KINDS } from '../../simulate/mesh/config';
import { podWorkload, templateWorkload, type Workload } from '../../simulate/mesh/kubernetes';
import { selects, type Labels } from '../../simulate/mesh/labels';

/** A workload that is declared. */
export interface DeclaredWorkload extends Workload {
  readonly document: Document;
  readonly annotations: Labels;
  /** The spec of its pods. */
  readonly pod: Fields;
  readonly isPod: boolean;
}

export const MAKERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => ({
  group: 'apps',
  kind,
}));
const ROLLOUT = { group: 'argoproj.io', kind: 'Rollout' };

/** The declared workloads, found by their labels without looking at all of them. */
export class Workloads {
  readonly all: readonly DeclaredWorkload[];
  private readonly byNamespace = new Map<string, DeclaredWorkload[]>();
  private readonly byLabel = new Map<string, DeclaredWorkload[]>();

  constructor(catalog: Catalog) {
    this.all = [
      ...catalog.list(KINDS.pod).map(ofPod),
      ...[...MAKERS, ROLLOUT].flatMap((kind) => catalog.list(kind)).map(ofTemplate),
    ];
    for (const workload of this.all) {
      push(this.byNamespace, workload.namespace, workload);
      for (const [key, text] of workload.labels) {
        push(this.byLabel, labelKey(workload.namespace, key, text), workload);
        push(this.byLabel, labelKey('', key, text), workload);
      }
    }
  }

  inNamespace(namespace: string): readonly DeclaredWorkload[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** Those that a selector takes; in all namespaces if none is given. An empty selector takes all. */
  selected(selector: Labels, namespace = ''): readonly DeclaredWorkload[] {
    let fewest: readonly DeclaredWorkload[] = namespace ? this.inNamespace(namespace) : this.all;
    for (const [key, text] of selector) {
      const found = this.byLabel.get(labelKey(namespace, key, text)) ?? [];
      if (found.length < fewest.length) fewest = found;
    }
    return selector.size === 0 ? fewest : fewest.filter(({ labels }) => selects(selector, labels));
  }
}

function ofPod(document: Document): DeclaredWorkload {
  const { metadata, spec } = document.object;
  const workload = podWorkload(document, []);
  return {
    ...workload,
    document,
    annotations: textMap(metadata.annotations),
    pod: fieldsOf(spec),
    isPod: true,
  };
}

function ofTemplate(document: Document): DeclaredWorkload {
  const template = fieldsOf(fieldsOf(document.object.spec).template);
  return {
    ...templateWorkload(document, []),
    document,
    annotations: textMap(fieldsOf(template.metadata).annotations),
    pod: fieldsOf(template.spec),
    isPod: false,
  };
}

function labelKey(namespace: string, key: string, text: string): string {
  return `${namespace}\n${key}\n${text}`;
}

export function push<K, V>(map: Map<K, V[]>, key: K, element: V): void {
  const list = map.get(key);
  if (list) list.push(element);
  else map.set(key, [element]);
}
