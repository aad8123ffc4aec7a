import { groupOf } from '../../manifest/catalog';
import type { KubeObject } from '../../manifest/document';
import { isFields, own } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import { METADATA_TYPE } from './kinds';
import { checkMetadataShape, checkTexts } from './metadata-shape';
import { Report, type Violation } from './report';

const GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'autoscaling', 'batch', 'policy']);

const TEMPLATE: Path = ['spec', 'template'];

/** Where the templates of pods are. */
const TEMPLATES: ReadonlyMap<string, Path> = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'].map(
    (kind): [string, Path] => [kind, TEMPLATE],
  ),
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** Where labels of pods are asked for. */
const SELECTORS: ReadonlyMap<string, Path> = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind): [string, Path] => [
    kind,
    ['spec', 'selector', 'matchLabels'],
  ]),
  ['Service', ['spec', 'selector']],
]);

/**
 * What the API server says about objects of Kubernetes itself, as far as the mesh goes by them: metadata, that of pods,
 * and the labels that select pods. An unquoted version is refused in all of these.
 */
export function checkCore(object: KubeObject): readonly Violation[] {
  const { apiVersion, kind } = object;
  const group = groupOf(apiVersion);
  if (!GROUPS.has(group) && !group.endsWith('.k8s.io')) return [];
  const report = new Report();
  checkMetadataShape(object.metadata, report);
  const template = TEMPLATES.get(kind);
  if (template) checkMetadataShape(at(object, [...template, 'metadata']), report, template);
  const selector = SELECTORS.get(kind);
  if (selector) checkTexts(at(object, selector), report, selector);
  const wrong = report.violations.filter((violation) => violation.kind === METADATA_TYPE);
  return wrong.length > 0 ? wrong : report.violations;
}

function at(object: unknown, path: Path): unknown {
  return path.reduce((node, step) => (isFields(node) ? own(node, String(step)) : undefined), object);
}
