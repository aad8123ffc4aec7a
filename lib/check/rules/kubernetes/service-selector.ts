import { fieldsOf, optionalFields, textMap } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import type { Config } from '../../../simulate/mesh/config';
import { selects, type Labels } from '../../../simulate/mesh/labels';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { isSlip } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { app, manifests, service } from '../fixture';

const selecting = (name: string): string =>
  manifests(
    app('shop/web'),
    service('shop/web', `{selector: {app: ${name}}, ports: [{name: http, port: 80, targetPort: 8080}]}`),
  );

export const serviceSelector = rule({
  id: 'service-selects-nothing',
  title: 'A Service that misses its pods',
  severity: 'warning',
  why: 'There is nobody to answer: requests to the Service get 503.',
  fix: 'Write the labels that the pods have (in the template of the Deployment).',
  links: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  bad: selecting('wep'),
  good: selecting('web'),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.service)) {
      const { spec } = config;
      if (spec.type !== 'ExternalName') tell(config, textMap(spec.selector), ['spec', 'selector']);
    }
    for (const config of mesh.list(KIND.serviceEntry)) {
      const selector = optionalFields(config.spec.workloadSelector);
      if (selector) tell(config, textMap(selector.labels), ['spec', 'workloadSelector', 'labels']);
    }

    function tell({ kind, namespace, name, document }: Config, selector: Labels, path: Path): void {
      if (selector.size === 0) return;
      const candidates = candidatesFor(mesh, kind, namespace);
      if (candidates.some(({ labels }) => selects(selector, labels))) return;
      const meant = candidates.find((one) => isAlmost(selector, one.labels) || isVersionOf(one.name, name));
      if (!meant) return; // its pods may well be elsewhere
      const own = [...selector.keys()].map((key) => `${key}=${meant.labels.get(key) ?? ''}`);
      const got = [...selector].map(([key, text]) => `${key}=${text}`).join(', ');
      reporter.add(
        document,
        path,
        `selector must take some workload, got ${got}; ${meant.name} has ${own.join(', ')}`,
      );
    }
  },
});

interface Candidate {
  readonly name: string;
  readonly labels: Labels;
}

function candidatesFor(mesh: Mesh, kind: string, namespace: string): readonly Candidate[] {
  const workloads = mesh.workloads().inNamespace(namespace);
  if (kind === 'Service') return workloads;
  const entries = mesh
    .list(KIND.workloadEntry)
    .filter((one) => one.namespace === namespace)
    .map(({ name, spec }) => ({ name, labels: textMap(fieldsOf(spec).labels) }));
  return [...workloads, ...entries];
}

/** `cart`, or `cart-v2`. */
function isVersionOf(workload: string, service: string): boolean {
  return workload.startsWith(service) && /^(-v\d+)?$/.test(workload.slice(service.length));
}

/** Whether the labels differ by a letter. */
function isAlmost(selector: Labels, labels: Labels): boolean {
  return [...selector].every(([key, text]) => {
    const own = labels.get(key);
    return own !== undefined && (own === text || isSlip(own, text));
  });
}
