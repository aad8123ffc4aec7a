import { textsOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { isNamespaceKnown } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { manifests, namespace, serviceEntry } from '../fixture';

const UPSTREAM = ['KIA0005'];
const entry = (to: string): string =>
  manifests(
    namespace('shop'),
    namespace('prod'),
    serviceEntry(
      'shop/a',
      `{hosts: [a.com], exportTo: [${to}], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}`,
    ),
  );

export const exportTo = rule({
  id: 'export-to-namespace',
  title: 'An export to a namespace that does not exist',
  severity: 'error',
  why: 'Nobody sees the object: it is as if it were not there, and no tool of Istio says so.',
  fix: 'Correct the namespace; `.` is the object’s own, `*` is all.',
  upstream: UPSTREAM,
  links: [
    'https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration',
  ],
  bad: entry('prd'),
  good: entry('prod'),
  check(mesh, reporter) {
    for (const kind of [KIND.virtualService, KIND.destinationRule, KIND.serviceEntry]) {
      for (const { spec, document } of mesh.list(kind)) {
        textsOf(spec.exportTo).forEach((name, i) => {
          if (['.', '*', '~'].includes(name)) return;
          const state = isNamespaceKnown(mesh, name);
          const path = ['spec', 'exportTo', i];
          if (state === 'missing')
            reporter.add(document, path, `exportTo must name namespaces that exist, got ${name}`);
          else if (state === 'unknown')
            reporter.outside(document, path, `namespace ${name}`, { upstream: UPSTREAM });
        });
      }
    }
  },
});
