import { fieldsList, numberOf, textMap, textOf, type Fields } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { selects } from '../../../simulate/mesh/labels';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { push, type DeclaredWorkload } from '../../mesh/workloads';
import { rule } from '../../rule';
import { app, manifests, service } from '../fixture';

const LINKS = ['https://istio.io/latest/docs/ops/deployment/application-requirements/'];
const two = (a: string, b: string): string =>
  manifests(
    app('shop/web'),
    service('shop/a', `{selector: {app: web}, ports: [${a}]}`),
    service('shop/b', `{selector: {app: web}, ports: [${b}]}`),
  );
const PORT = '{name: http, port: 80, targetPort: 8080}';

export const portProtocols = rule({
  id: 'services-port-protocols',
  title: 'One port of two Services with different protocols',
  severity: 'warning',
  why: 'Both Services have the same pods: the sidecar cannot take one port for TCP and UDP at once.',
  fix: 'Use different ports.',
  upstream: ['IST0116'],
  links: LINKS,
  bad: two(PORT, '{name: udp, port: 80, protocol: UDP}'),
  good: two(PORT, '{name: udp, port: 81, protocol: UDP}'),
  check(mesh, reporter) {
    forEachShared(mesh, ({ document }, services) => {
      for (const [port, uses] of grouped(services, ({ port }) => numberOf(port))) {
        const protocols = new Set(uses.map(({ fields }) => textOf(fields.protocol) || 'TCP'));
        if (protocols.size > 1)
          reporter.add(
            document,
            ['spec', 'template', 'metadata', 'labels'],
            `port ${port} must have one protocol in all Services of these pods, got ${[...protocols].join(' and ')} (${namesOf(uses)})`,
          );
      }
    });
  },
});

export const targetPorts = rule({
  id: 'services-target-port',
  title: 'One port of pods behind two ports of Services',
  severity: 'warning',
  why: 'The sidecar makes one listener of a port of the pod, with the settings of only one of the Services’ ports.',
  fix: 'Use the same port in both Services, or let the pods listen on two.',
  upstream: ['IST0137'],
  links: LINKS,
  bad: two(PORT, '{name: http, port: 81, targetPort: 8080}'),
  good: two(PORT, '{name: http, port: 80, targetPort: 8080}'),
  check(mesh, reporter) {
    forEachShared(mesh, ({ document }, services) => {
      for (const [target, uses] of grouped(
        services,
        ({ port, targetPort }) => numberOf(targetPort) || textOf(targetPort) || numberOf(port),
      )) {
        const ports = new Set(uses.map(({ fields }) => numberOf(fields.port)));
        if (ports.size > 1)
          reporter.add(
            document,
            ['spec', 'template', 'metadata', 'labels'],
            `target port ${target} must be that of one Service port, got ${[...ports].join(' and ')} (${namesOf(uses)})`,
          );
      }
    });
  },
});

interface Use {
  readonly service: Config;
  readonly fields: Fields;
}

function namesOf(uses: readonly Use[]): string {
  return [...new Set(uses.map(({ service }) => service.name))].join(', ');
}

function grouped(
  services: readonly Config[],
  keyOf: (port: Fields) => number | string | undefined,
): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  for (const service of services)
    for (const fields of fieldsList(service.spec.ports))
      push(found, String(keyOf(fields)), { service, fields });
  return found;
}

/** Deployments of the mesh, and the Services that have their pods. */
function forEachShared(
  mesh: Mesh,
  visit: (workload: DeclaredWorkload, services: readonly Config[]) => void,
): void {
  const byWorkload = new Map<DeclaredWorkload, Config[]>();
  for (const config of mesh.list(KIND.service)) {
    const selector = textMap(config.spec.selector);
    for (const workload of selector.size > 0 ? mesh.workloads().selected(selector, config.namespace) : []) {
      if (workload.document.object.kind === 'Deployment' && selects(selector, workload.labels))
        push(byWorkload, workload, config);
    }
  }
  for (const [workload, services] of byWorkload) {
    const isWaypoint =
      textMap(workload.document.object.metadata.labels).get('gateway.istio.io/managed') ===
      'istio.io-mesh-controller';
    if (!isWaypoint && mesh.hasSidecar(workload)) visit(workload, services);
  }
}
