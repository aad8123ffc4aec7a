import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { compareTexts } from '../model/clause';
import { MANIFEST_KINDS } from '../render/manifest';
import { PlainObject } from './plain-object';
import type { PlannedObject } from './sheet';

/** The construct that holds a chart's objects. It is made when the chart is written, so that they come last. */
const HOLDER = 'cdk8s-mesh';

/** Puts the objects into their charts in an order of their own, instead of those of an earlier run. */
export function emit(root: IConstruct, objects: readonly PlannedObject[]): void {
  for (const chart of root.node.findAll().filter((construct) => Chart.isChart(construct))) {
    chart.node.tryRemoveChild(HOLDER);
  }
  const byChart = new Map<Chart, PlannedObject[]>();
  for (const object of objects) {
    const chart = Chart.of(object.home);
    const list = byChart.get(chart);
    if (list) list.push(object);
    else byChart.set(chart, [object]);
  }
  for (const [chart, list] of byChart) emitInto(chart, list.sort(compareObjects));
}

function emitInto(chart: Chart, objects: readonly PlannedObject[]): void {
  const foreign = chart.node
    .findAll()
    .filter((one): one is ApiObject => ApiObject.isApiObject(one) && Chart.of(one) === chart);
  const holder = new Construct(chart, HOLDER);
  const namespaces = new Map<string, ApiObject>();
  for (const { name, manifest, authors, patches, dependents } of objects) {
    const object = new PlainObject(
      holder,
      `${manifest.kind}.${name}`.replaceAll('/', '.'),
      manifest,
      authors,
    );
    object.addJsonPatch(...patches);
    if (manifest.kind === 'v1/Namespace') {
      // It is in no namespace, not even in that of its chart.
      if (object.metadata.namespace !== undefined)
        object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
      namespaces.set(object.name, object);
    }
    for (const dependent of dependents) {
      if (Chart.of(dependent) !== chart) continue;
      ApiObject.of(dependent).addDependency(object);
      putInto(namespaces, object);
    }
  }
  for (const object of foreign) putInto(namespaces, object);
}

/** A file is applied from top to bottom, and what is in a namespace needs it. Ours come behind it anyway. */
function putInto(namespaces: ReadonlyMap<string, ApiObject>, object: ApiObject): void {
  const namespace = namespaces.get(object.metadata.namespace ?? '');
  if (namespace) object.addDependency(namespace);
}

function compareObjects(
  { manifest: a, name }: PlannedObject,
  { manifest: b, name: other }: PlannedObject,
): number {
  return MANIFEST_KINDS.indexOf(a.kind) - MANIFEST_KINDS.indexOf(b.kind) || compareTexts(name, other);
}
