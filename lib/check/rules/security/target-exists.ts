import { textOf } from '../../../manifest/fields';
import { isKind, referredKind } from '../../../simulate/gateway-api/kinds';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { authorizationPolicy, manifests, web } from '../fixture';
import { POLICIES, targetsOf } from './policies';

const TARGETS = [KIND.service, KIND.serviceEntry, KIND.kubernetesGateway, KIND.gatewayClass];
const policy = (name: string): string =>
  authorizationPolicy('shop/a', `{targetRefs: [{group: "", kind: Service, name: ${name}}], rules: [{}]}`);

export const targetExists = rule({
  id: 'target-ref',
  title: 'A policy for an object that does not exist',
  severity: 'error',
  why: 'The policy is enforced nowhere, although it looks deployed.',
  fix: 'Name an object of the policy’s own namespace.',
  links: ['https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference'],
  bad: manifests(web('shop/web'), policy('wep')),
  good: manifests(web('shop/web'), policy('web')),
  check(mesh, reporter) {
    for (const kind of [...POLICIES, KIND.envoyFilter]) {
      for (const { spec, namespace, document } of mesh.list(kind)) {
        for (const [path, target] of targetsOf(spec)) {
          const meant = TARGETS.find((one) => isKind(referredKind(target, KIND.service), one));
          const name = textOf(target.name) ?? '';
          if (!meant || meant === KIND.gatewayClass) continue;
          const isSame =
            meant === KIND.service &&
            mesh.elsewhere.hasHost(`${name}.${namespace}.svc.${mesh.settings.domain}`);
          const isGateway =
            meant === KIND.kubernetesGateway && mesh.elsewhere.hasGateway(`${namespace}/${name}`);
          if (isSame || isGateway || mesh.catalog.find(meant, namespace, name)) continue;
          const isOwn = mesh.list(meant).some((one) => one.namespace === namespace);
          if (isOwn)
            reporter.add(
              document,
              [...path, 'name'],
              `target must be a ${meant.kind} of namespace ${namespace}, got ${name}`,
            );
          else reporter.outside(document, [...path, 'name'], `${meant.kind} ${namespace}/${name}`);
        }
      }
    }
  },
});
