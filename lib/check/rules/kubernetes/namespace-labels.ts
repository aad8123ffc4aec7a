import { fieldsOf, isFields, textMap, textOf } from '../../../manifest/fields';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { SYSTEM_NAMESPACES } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { namespace } from '../fixture';

const LINKS = ['https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/'];
const MODE = 'istio.io/dataplane-mode';

export const namespaceLabels = rule({
  id: 'namespace-labels',
  title: 'A namespace with two ways into the mesh',
  severity: 'warning',
  why: 'Only one of the labels holds: istio-injection wins over istio.io/rev, and pods with a sidecar are not in ambient mode.',
  fix: 'Keep one of istio-injection, istio.io/rev and istio.io/dataplane-mode.',
  upstream: ['IST0123', 'KIA1311'],
  links: LINKS,
  bad: namespace('shop', '{istio-injection: enabled, istio.io/rev: canary}'),
  good: namespace('shop', '{istio.io/rev: canary}'),
  check(mesh, reporter) {
    for (const { name, document } of mesh.list(KIND.namespace)) {
      const labels = textMap(document.object.metadata.labels);
      const injection = labels.get('istio-injection');
      const others = ['istio.io/rev', MODE].filter(
        (key) => labels.has(key) && (injection === undefined || injection === 'enabled'),
      );
      const all = [...(injection === undefined ? [] : ['istio-injection']), ...others];
      if (name !== 'istio-system' && all.length > 1)
        reporter.add(
          document,
          ['metadata', 'labels'],
          `namespace must have one way into the mesh, got ${all.map((key) => `${key}=${labels.get(key)}`).join(', ')}`,
        );
    }
  },
});

export const namespaceOutside = rule({
  id: 'namespace-without-injection',
  title: 'A namespace that does not say whether it is in the mesh',
  severity: 'info',
  why: 'Its pods get a sidecar only if they ask themselves, or if the installation injects by default: policies and routes may hold for nobody.',
  fix: 'Label it istio-injection: enabled (or disabled, or istio.io/dataplane-mode: ambient).',
  upstream: ['IST0102', 'IST0148'],
  links: LINKS,
  bad: namespace('shop'),
  good: namespace('shop', '{istio-injection: disabled}'),
  check(mesh, reporter) {
    for (const { name, document } of mesh.list(KIND.namespace)) {
      const labels = textMap(document.object.metadata.labels);
      if (name === 'istio-system' || SYSTEM_NAMESPACES.has(name) || labels.get(MODE) === 'ambient') continue;
      if (labels.get('istio-injection') || labels.has('istio.io/rev')) continue;
      const isDefault = injectsByDefault(mesh);
      reporter.add(
        document,
        ['metadata', 'labels'],
        `namespace must say whether it is in the mesh, got no label; by default it is ${isDefault ? '' : 'not'}`.trim(),
        {
          upstream: [isDefault ? 'IST0148' : 'IST0102'],
        },
      );
    }
  },
});

function injectsByDefault(mesh: Mesh): boolean {
  const map = mesh.list(KIND.configMap).find(({ name }) => name === 'istio-sidecar-injector');
  const text = textOf(fieldsOf(map?.document.object.data).values) ?? '';
  try {
    const values: unknown = JSON.parse(text || '{}');
    return isFields(values) && fieldsOf(values.sidecarInjectorWebhook).enableNamespacesByDefault === true;
  } catch {
    return false;
  }
}
