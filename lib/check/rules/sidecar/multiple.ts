import { fieldsOf, textMap } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { Mesh } from '../../mesh/mesh';
import { isAmbient } from '../../mesh/ambient';
import { KIND } from '../../mesh/kinds';
import { push, type DeclaredWorkload } from '../../mesh/workloads';
import { someNames } from '../../mesh/names';
import { rule } from '../../rule';
import { app, manifests, namespace, sidecar } from '../fixture';

const EGRESS = 'egress: [{hosts: ["./*"]}]';
const LINKS = ['https://istio.io/latest/docs/reference/config/networking/sidecar/'];

export const multipleSidecars = rule({
  id: 'sidecar-conflict',
  title: 'Two Sidecars for the same workloads',
  severity: 'error',
  why: 'Only the older one holds, the other one has no effect.',
  fix: 'Write one Sidecar for the namespace, and let selectors of the others not overlap.',
  upstream: ['IST0110', 'IST0111', 'KIA0002', 'KIA0003'],
  links: LINKS,
  bad: manifests(sidecar('shop/a', `{${EGRESS}}`), sidecar('shop/b', `{${EGRESS}}`)),
  good: manifests(
    app('shop/web'),
    sidecar('shop/a', `{${EGRESS}}`),
    sidecar('shop/b', `{workloadSelector: {labels: {app: web}}, ${EGRESS}}`),
  ),
  check(mesh, reporter) {
    const ofNamespace = new Map<string, Config[]>();
    const ofWorkload = new Map<DeclaredWorkload, Config[]>();
    for (const config of mesh.list(KIND.sidecar)) {
      const selector = selectorOf(config);
      if (selector.size === 0) push(ofNamespace, config.namespace, config);
      else
        for (const workload of mesh.workloads().selected(selector, config.namespace))
          if (!isRedirected(workload)) push(ofWorkload, workload, config);
    }
    for (const [name, group] of ofNamespace) {
      if (group.length > 1 && !isAmbient(mesh.namespaceLabels().get(name)))
        for (const { document } of group)
          reporter.add(
            document,
            ['spec'],
            `Sidecar must be the only one without workloadSelector in namespace ${name}, got ${someNames(group)}`,
            { upstream: ['IST0111', 'KIA0002'] },
          );
    }
    const told = new Set<Config>();
    for (const [{ namespace, name }, group] of ofWorkload) {
      for (const config of group.length > 1 ? group : []) {
        if (told.has(config)) continue;
        told.add(config);
        reporter.add(
          config.document,
          ['spec', 'workloadSelector'],
          `Sidecar must be the only one that selects ${namespace}/${name}, got ${someNames(group)}`,
          { upstream: ['IST0110', 'KIA0003'] },
        );
      }
    }
  },
});

export const ambientSidecar = rule({
  id: 'sidecar-in-ambient',
  title: 'A Sidecar where there are none',
  severity: 'warning',
  why: 'Workloads in ambient mode have no sidecar: the object has no effect.',
  fix: 'Remove it.',
  upstream: ['IST0167'],
  links: ['https://istio.io/latest/docs/ambient/overview/'],
  bad: manifests(namespace('shop', '{istio.io/dataplane-mode: ambient}'), sidecar('shop/a', `{${EGRESS}}`)),
  good: manifests(namespace('shop', '{istio-injection: enabled}'), sidecar('shop/a', `{${EGRESS}}`)),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.sidecar)) {
      if (isForAmbient(mesh, config))
        reporter.add(
          config.document,
          ['spec'],
          `Sidecar must be for workloads with sidecars, got those of namespace ${config.namespace}, in ambient mode`,
        );
    }
  },
});

function isForAmbient(mesh: Mesh, config: Config): boolean {
  const selector = selectorOf(config);
  if (selector.size === 0) return isAmbient(mesh.namespaceLabels().get(config.namespace));
  return mesh.workloads().selected(selector, config.namespace).some(isRedirected);
}

/** The mark of a pod that is in ambient mode. */
function isRedirected({ annotations }: DeclaredWorkload): boolean {
  return annotations.get('ambient.istio.io/redirection') === 'enabled';
}

function selectorOf({ spec }: Config): ReadonlyMap<string, string> {
  return textMap(fieldsOf(spec.workloadSelector).labels);
}
