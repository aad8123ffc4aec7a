import { fieldsList, numberOf, textMap, textOf, type Fields } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, manifests, service } from '../fixture';

const open = (target: string): string =>
  manifests(
    app('shop/web'),
    service('shop/web', `{selector: {app: web}, ports: [{name: http, port: 80, targetPort: ${target}}]}`),
  );

export const targetPort = rule({
  id: 'service-target-port',
  title: 'A target port that no container opens',
  severity: 'warning',
  why: 'A name that no container has makes the Service lose these pods; a number that none listens on gets connections refused.',
  fix: 'Write the containerPort, or its name.',
  upstream: ['KIA0701'],
  links: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  bad: open('8081'),
  good: open('8080'),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.service)) {
      const selector = textMap(spec.selector);
      const workloads = selector.size > 0 ? mesh.workloads().selected(selector, namespace) : [];
      // A gateway listens where its Gateways say.
      if (workloads.some(({ pod }) => isProxy(pod))) continue;
      const ports = workloads.flatMap(({ pod }) => containerPorts(pod));
      if (ports.length === 0) continue; // containers need not say what they listen on
      fieldsList(spec.ports).forEach((port, i) => {
        const target = numberOf(port.targetPort) ?? textOf(port.targetPort) ?? numberOf(port.port);
        const isThere = ports.some(({ containerPort, name }) => containerPort === target || name === target);
        if (isThere || target === undefined) return;
        const list = [
          ...new Set(ports.map(({ containerPort, name }) => textOf(name) ?? numberOf(containerPort))),
        ].join(', ');
        reporter.add(
          document,
          ['spec', 'ports', i, 'targetPort'],
          `targetPort must be one of the containers (${list}), got ${target}`,
          {
            severity: typeof target === 'string' ? 'error' : 'warning',
          },
        );
      });
    }
  },
});

function isProxy({ containers }: Fields): boolean {
  return fieldsList(containers).some(({ name }) => name === 'istio-proxy');
}

function containerPorts(pod: Fields): readonly Fields[] {
  return [...fieldsList(pod.containers), ...fieldsList(pod.initContainers)].flatMap(({ ports }) =>
    fieldsList(ports),
  );
}
