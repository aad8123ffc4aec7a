export type Labels = ReadonlyMap<string, string>;

/** Whether the workload carries all labels of the selector. */
export function selects(selector: Labels, labels: Labels): boolean {
  for (const [key, text] of selector) if (labels.get(key) !== text) return false;
  return true;
}

export function sameLabels(a: Labels, b: Labels): boolean {
  return a.size === b.size && selects(a, b);
}

export function labelsOf(record: Readonly<Record<string, string>> | undefined): Labels {
  return new Map(Object.entries(record ?? {}));
}
