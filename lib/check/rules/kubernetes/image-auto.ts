import { fieldsList, fieldsOf, textOf } from '../../../manifest/fields';
import { matchesNamespace } from '../../../simulate/gateway-api/namespaces';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import type { DeclaredWorkload } from '../../mesh/workloads';
import { rule } from '../../rule';
import { deployment, manifests, namespace } from '../fixture';

const GATEWAY = deployment(
  'edge/gw',
  '{selector: {matchLabels: {app: gw}}, template: {metadata: {labels: {app: gw}}, spec: {containers: [{name: istio-proxy, image: auto}]}}}',
);

export const imageAuto = rule({
  id: 'image-auto-without-injection',
  title: 'A proxy whose image nobody fills in',
  severity: 'warning',
  why: 'The image `auto` is replaced when pods are injected. These are not: they never start.',
  fix: 'Label the namespace istio-injection: enabled, or the pods sidecar.istio.io/inject: "true".',
  upstream: ['IST0146'],
  links: ['https://istio.io/latest/docs/setup/additional-setup/gateway/#deploying-a-gateway'],
  bad: manifests(namespace('edge', '{istio-injection: disabled}'), GATEWAY),
  good: manifests(namespace('edge', '{istio-injection: enabled}'), GATEWAY),
  check(mesh, reporter) {
    for (const workload of mesh.workloads().all) {
      if (workload.document.object.kind !== 'Deployment') continue;
      fieldsList(workload.pod.containers).forEach(({ name, image }, i) => {
        if (name === 'istio-proxy' && image === 'auto' && !isFilledIn(mesh, workload))
          reporter.add(
            workload.document,
            ['spec', 'template', 'spec', 'containers', i, 'image'],
            'image must be filled in by injection, got auto where there is none',
          );
      });
    }
  },
});

/** By the webhooks, if these are declared; else as Istio’s own ones decide. */
function isFilledIn(mesh: Mesh, { namespace, labels }: DeclaredWorkload): boolean {
  const hooks = mesh
    .list(KIND.mutatingWebhook)
    .flatMap(({ document }) => fieldsList(document.object.webhooks))
    .filter(({ name }) => textOf(name)?.endsWith('istio.io'));
  if (hooks.length === 0) {
    const own = labels.get('sidecar.istio.io/inject');
    return own === 'true' || (own !== 'false' && mesh.isInjected()(namespace, new Map(labels)));
  }
  const ofNamespace = mesh.namespaceLabels().get(namespace) ?? new Map<string, string>();
  return hooks.some(
    ({ namespaceSelector, objectSelector }) =>
      matchesNamespace(fieldsOf(namespaceSelector), namespace, ofNamespace) &&
      matchesNamespace(fieldsOf(objectSelector), '', labels),
  );
}
