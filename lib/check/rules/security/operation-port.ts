import { textsOf } from '../../../manifest/fields';
import { selectorOf } from '../../../simulate/security/attachment';
import { selects } from '../../../simulate/mesh/labels';
import type { Port } from '../../../simulate/mesh/service';
import type { Config } from '../../../simulate/mesh/config';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests, web } from '../fixture';
import { operationsOf, targetsOf } from './policies';

const policy = (port: number): string =>
  manifests(
    web('shop/web'),
    app('shop/web'),
    authorizationPolicy('shop/a', `{rules: [{to: [{operation: {ports: ["${port}"]}}]}]}`),
  );

export const operationPort = rule({
  id: 'operation-service-port',
  title: 'A policy about the port of a Service',
  severity: 'error',
  why: 'Policies see the port of the workload, where the connection arrives: the rule never matches.',
  fix: 'Write the targetPort instead.',
  links: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation'],
  bad: policy(80),
  good: policy(8080),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.authorizationPolicy)) {
      const asked = operationsOf(config.spec).flatMap(([path, operation]) =>
        textsOf(operation.ports).map((port, i) => ({ port, at: [...path, 'ports', i] })),
      );
      const ports = asked.length > 0 ? portsBehind(mesh, config) : [];
      const targets = new Set(ports.map(({ target, number }) => String(target ?? number)));
      for (const { port, at } of asked) {
        const service = ports.find(
          ({ number, target }) => String(number) === port && typeof target === 'number' && target !== number,
        );
        if (service && !targets.has(port))
          reporter.add(
            config.document,
            at,
            `port must be one of the pods (${[...targets].join(', ')}), got ${port}, which is the Service’s`,
            { fix: `Write "${service.target}" instead of "${port}".` },
          );
      }
    }
  },
});

/** The ports of the Services for the workloads that the policy selects. */
function portsBehind(mesh: Mesh, { spec, namespace }: Config): readonly Port[] {
  if (targetsOf(spec).length > 0 || namespace === mesh.settings.rootNamespace) return [];
  const pods = mesh.workloads().selected(selectorOf(spec), namespace);
  return mesh
    .services()
    .filter((one) => one.namespace === namespace && one.selector)
    .filter(({ selector }) => pods.some(({ labels }) => selects(selector!, labels)))
    .flatMap(({ ports }) => ports);
}
