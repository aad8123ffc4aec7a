import type { Workload } from './kubernetes';
import { selects, type Labels } from './labels';

/** Finds the workloads of a namespace by labels, without looking at all of them. */
export class WorkloadIndex {
  private readonly namespaces = new Map<
    string,
    { readonly all: Workload[]; readonly by: Map<string, Workload[]> }
  >();

  constructor(workloads: readonly Workload[] = []) {
    for (const workload of workloads) this.add(workload);
  }

  add(workload: Workload): void {
    let known = this.namespaces.get(workload.namespace);
    if (!known)
      this.namespaces.set(workload.namespace, (known = { all: [], by: new Map<string, Workload[]>() }));
    known.all.push(workload);
    for (const [key, text] of workload.labels) {
      const label = labelKey(key, text);
      const list = known.by.get(label);
      if (list) list.push(workload);
      else known.by.set(label, [workload]);
    }
  }

  in(namespace: string): readonly Workload[] {
    return this.namespaces.get(namespace)?.all ?? NONE;
  }

  /** Those that carry all the labels, in their order. */
  selected(namespace: string, selector: Labels): readonly Workload[] {
    return this.fewest(namespace, selector).filter(({ labels }) => selects(selector, labels));
  }

  /** The first of these. */
  first(namespace: string, selector: Labels): Workload | undefined {
    return this.fewest(namespace, selector).find(({ labels }) => selects(selector, labels));
  }

  /** The workloads with the rarest of the labels. */
  private fewest(namespace: string, selector: Labels): readonly Workload[] {
    const known = this.namespaces.get(namespace);
    if (!known) return NONE;
    let fewest: readonly Workload[] = known.all;
    for (const [key, text] of selector) {
      const list = known.by.get(labelKey(key, text)) ?? NONE;
      if (list.length < fewest.length) fewest = list;
    }
    return fewest;
  }
}

const NONE: readonly Workload[] = [];

function labelKey(key: string, text: string): string {
  return `${key}=${text}`;
}
