import { namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, textMap } from '../../manifest/fields';
import type { Caller } from '../../simulate/request';
import type { Subject } from '../subject/subject';
import type { Description, HostDescription } from './model';

type NotModelled = Description['notModelled'];

/** What the simulator leaves out, for each of the callers, and for the workloads that such objects select. */
export function notModelledIn(hosts: readonly HostDescription[], subject: Subject): NotModelled {
  const { simulator } = subject;
  const callers = hosts.flatMap(({ views }) => views.flatMap((view) => view.callers));
  const all = [...callers, ...selectedIn(subject)];
  const distinct = new Map(all.map((one) => [JSON.stringify(one), one]));
  const found = new Map<string, NotModelled[number]>();
  for (const from of distinct.values()) {
    for (const { object, why } of simulator.decide({ url: 'http://unknown.example/', from }).notModelled) {
      found.set(JSON.stringify([object, why]), { why, source: { object } });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

const SELECTING: ReadonlySet<string> = new Set(['EnvoyFilter', 'WasmPlugin', 'TrafficExtension']);

/** Those that have the labels. What is in the root namespace selects in all of them. */
function selectedIn({ manifests: { documents }, settings: { rootNamespace } }: Subject): readonly Caller[] {
  const namespaces = [...new Set(documents.map(namespaceOf))];
  return documents
    .filter(({ object }) => SELECTING.has(object.kind))
    .flatMap((document) => {
      const labels = labelsOf(document);
      if (labels.size === 0) return [];
      const own = namespaceOf(document);
      const where = own === rootNamespace ? namespaces : [own];
      return where.map((namespace) => ({ namespace, labels: Object.fromEntries(labels) }));
    });
}

function labelsOf({ object }: Document): ReadonlyMap<string, string> {
  const { workloadSelector, selector } = fieldsOf(object.spec);
  return textMap(fieldsOf(workloadSelector).labels ?? fieldsOf(selector).matchLabels);
}
