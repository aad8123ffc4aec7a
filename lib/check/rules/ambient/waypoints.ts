import { textMap } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { Labels } from '../../../simulate/mesh/labels';
import { isAmbient, waypointOf } from '../../mesh/ambient';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, kubernetesGateway, manifests, namespace } from '../fixture';

const LINKS = ['https://istio.io/latest/docs/ambient/usage/waypoint/'];
const WAYPOINT = kubernetesGateway(
  'shop/waypoint',
  '{gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}',
);
const labelled = (name: string): string =>
  namespace('shop', `{istio.io/dataplane-mode: ambient, istio.io/use-waypoint: ${name}}`);

export const waypointExists = rule({
  id: 'waypoint',
  title: 'A waypoint that does not exist',
  severity: 'error',
  why: 'Requests pass by without one: routes and policies about requests hold for nobody.',
  fix: 'Declare the waypoint: a Gateway of class istio-waypoint; istio.io/use-waypoint-namespace says where it is, if not here.',
  upstream: ['KIA1313'],
  links: LINKS,
  bad: manifests(labelled('waypont'), WAYPOINT),
  good: manifests(labelled('waypoint'), WAYPOINT),
  check(mesh, reporter) {
    const gateways = new Set(mesh.list(KIND.kubernetesGateway).map(({ namespace }) => namespace));
    forEachLabelled(mesh, ({ document }, labels, own) => {
      const name = waypointOf(labels);
      if (name === undefined) return;
      const at = labels.get('istio.io/use-waypoint-namespace') ?? own;
      if (mesh.catalog.find(KIND.kubernetesGateway, at, name) || mesh.elsewhere.hasGateway(`${at}/${name}`))
        return;
      const path = ['metadata', 'labels', 'istio.io/use-waypoint'];
      if (gateways.has(at))
        reporter.add(document, path, `waypoint must be a Gateway that exists, got ${at}/${name}`);
      else reporter.outside(document, path, `waypoint ${at}/${name}`, { upstream: ['KIA1313'] });
    });
  },
});

export const waypointUnused = rule({
  id: 'waypoint-without-ambient',
  title: 'A waypoint for what is not in the mesh',
  severity: 'warning',
  why: 'Workloads without ambient mode (and without a sidecar) do not enforce that requests come through the waypoint: policies there can be passed by.',
  fix: 'Label the namespace istio.io/dataplane-mode: ambient.',
  upstream: ['KIA1312'],
  links: LINKS,
  bad: manifests(namespace('shop', '{istio.io/use-waypoint: waypoint}'), WAYPOINT),
  good: manifests(labelled('waypoint'), WAYPOINT),
  check(mesh, reporter) {
    forEachLabelled(mesh, ({ document, kind }, labels) => {
      if (kind === 'Namespace' && waypointOf(labels) !== undefined && !isAmbient(labels))
        reporter.add(
          document,
          ['metadata', 'labels', 'istio.io/use-waypoint'],
          'namespace with a waypoint must be in ambient mode, got no istio.io/dataplane-mode: ambient',
        );
    });
  },
});

export const sidecarAndAmbient = rule({
  id: 'sidecar-and-ambient',
  title: 'A workload with a sidecar, in ambient mode',
  severity: 'error',
  why: 'The sidecar wins: the workload is not in ambient mode, whatever the labels say.',
  fix: 'Remove sidecar.istio.io/inject (or istio.io/dataplane-mode).',
  upstream: ['KIA1311', 'KIA1314', 'KIA1315', 'KIA1316'],
  links: ['https://istio.io/latest/docs/ambient/overview/'],
  bad: manifests(app('shop/web', 'sidecar.istio.io/inject: "true", istio.io/dataplane-mode: ambient')),
  good: manifests(app('shop/web', 'istio.io/dataplane-mode: ambient')),
  check(mesh, reporter) {
    for (const { namespace: at, labels, annotations, isPod, document } of mesh.workloads().all) {
      const mode = labels.get('istio.io/dataplane-mode');
      const isIn = mode === 'ambient' || (mode === undefined && isAmbient(mesh.namespaceLabels().get(at)));
      const path = isPod ? ['metadata', 'labels'] : ['spec', 'template', 'metadata', 'labels'];
      if (
        isIn &&
        (labels.get('sidecar.istio.io/inject') ?? annotations.get('sidecar.istio.io/inject')) === 'true'
      )
        reporter.add(document, path, 'workload must be in ambient mode or have a sidecar, got both');
    }
  },
});

/** Everything that may be labelled with a waypoint. */
function forEachLabelled(
  mesh: Mesh,
  visit: (config: Config, labels: Labels, namespace: string) => void,
): void {
  for (const config of mesh.list(KIND.namespace))
    visit(config, textMap(config.document.object.metadata.labels), config.name);
  for (const kind of [KIND.service, KIND.serviceEntry, KIND.pod]) {
    for (const config of mesh.list(kind)) visit(config, config.labels, config.namespace);
  }
}
