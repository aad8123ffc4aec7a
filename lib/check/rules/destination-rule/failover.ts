import { fieldsList, fieldsOf, isFields, type Fields } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule } from '../fixture';

const policy = (more: string): string =>
  destinationRule(
    'shop/a',
    `{host: a.com, subsets: [{name: v1, labels: {version: v1}, trafficPolicy: {loadBalancer: {localityLbSetting: {enabled: true, failoverPriority: [topology.kubernetes.io/region]}}${more}}}]}`,
  );

export const failover = rule({
  id: 'failover-without-outlier-detection',
  title: 'A failover that never happens',
  severity: 'warning',
  why: 'Without outlierDetection no endpoint is ever taken for broken, so nothing fails over to another place.',
  fix: 'Add outlierDetection beside the load balancer, on the same level.',
  links: ['https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/failover/'],
  bad: policy(''),
  good: policy(', outlierDetection: {consecutive5xxErrors: 5}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.destinationRule)) {
      const top = fieldsOf(spec.trafficPolicy);
      // The webhook looks at the rule itself, but not below.
      fieldsList(top.portLevelSettings).forEach((port, i) =>
        look(port, ['spec', 'trafficPolicy', 'portLevelSettings', i], undefined),
      );
      fieldsList(spec.subsets).forEach(({ trafficPolicy }, i) =>
        look(fieldsOf(trafficPolicy), ['spec', 'subsets', i, 'trafficPolicy'], top.outlierDetection),
      );
      function look(policy: Fields, path: Path, inherited: unknown): void {
        const { failover: places, failoverPriority } = fieldsOf(
          fieldsOf(policy.loadBalancer).localityLbSetting,
        );
        const isAsked =
          fieldsList(places).length > 0 || (Array.isArray(failoverPriority) && failoverPriority.length > 0);
        if (isAsked && !isFields(policy.outlierDetection) && !isFields(inherited))
          reporter.add(
            document,
            [...path, 'loadBalancer', 'localityLbSetting'],
            'outlierDetection must be set with a failover, got nothing',
          );
        fieldsList(policy.portLevelSettings).forEach((port, i) =>
          look(port, [...path, 'portLevelSettings', i], undefined),
        );
      }
    }
  },
});
