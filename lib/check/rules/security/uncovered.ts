import { isSelected } from '../../../simulate/security/attachment';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests } from '../fixture';
import { targetsOf } from './policies';

const policy = (name: string): string =>
  authorizationPolicy(
    `shop/${name}`,
    `{selector: {matchLabels: {app: ${name}}}, rules: [{from: [{source: {namespaces: [edge]}}]}]}`,
  );

export const uncovered = rule({
  id: 'workload-without-authorization-policy',
  title: 'A workload that takes requests from anybody',
  severity: 'info',
  why: 'Its neighbours have AuthorizationPolicies, it has none: all requests are allowed.',
  fix: 'Write an AuthorizationPolicy for it, or one without selector for the whole namespace.',
  upstream: ['KIA1301'],
  links: ['https://istio.io/latest/docs/concepts/security/#implicit-enablement'],
  bad: manifests(app('shop/web'), app('shop/cart'), policy('web')),
  good: manifests(app('shop/web'), app('shop/cart'), policy('web'), policy('cart')),
  check(mesh, reporter) {
    const policies = mesh.list(KIND.authorizationPolicy);
    for (const namespace of new Set(policies.map((one) => one.namespace))) {
      const holding = policies.filter((one) =>
        [namespace, mesh.settings.rootNamespace].includes(one.namespace),
      );
      // Which workloads are behind what a policy targets is not looked up.
      if (holding.some(({ spec }) => targetsOf(spec).length > 0)) continue;
      for (const workload of mesh.workloads().inNamespace(namespace)) {
        if (!mesh.hasSidecar(workload) || holding.some(({ spec }) => isSelected(spec, workload))) continue;
        reporter.add(
          workload.document,
          ['metadata', 'name'],
          `workload ${workload.name} must have an AuthorizationPolicy as others of ${namespace} have, got none`,
        );
      }
    }
  },
});
