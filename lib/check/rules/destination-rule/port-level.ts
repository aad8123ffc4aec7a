import { fieldsList, fieldsOf, numberOf, type Fields } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule } from '../fixture';

const SETTINGS = ['connectionPool', 'loadBalancer', 'outlierDetection', 'tls'];
const policy = (port: string): string =>
  destinationRule(
    'shop/a',
    `{host: a.com, trafficPolicy: {tls: {mode: SIMPLE, caCertificates: ca.pem}, portLevelSettings: [{port: {number: 443}, ${port}}]}}`,
  );

export const portLevel = rule({
  id: 'port-settings-inherit-nothing',
  title: 'Settings that a port loses',
  severity: 'warning',
  why: 'Settings of a port inherit nothing: what they leave out is Istio’s default on that port, not what the rule says above.',
  fix: 'Repeat under the port what has to hold there, too.',
  links: ['https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy'],
  bad: policy('connectionPool: {tcp: {maxConnections: 10}}'),
  good: policy('connectionPool: {tcp: {maxConnections: 10}}, tls: {mode: SIMPLE, caCertificates: ca.pem}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.destinationRule)) {
      const places: (readonly [Path, Fields])[] = [
        [['spec', 'trafficPolicy'], fieldsOf(spec.trafficPolicy)],
        ...fieldsList(spec.subsets).map(
          (subset, i) => [['spec', 'subsets', i, 'trafficPolicy'], fieldsOf(subset.trafficPolicy)] as const,
        ),
      ];
      for (const [path, outer] of places) {
        fieldsList(outer.portLevelSettings).forEach((port, i) => {
          const lost = SETTINGS.filter((field) => outer[field] !== undefined && port[field] === undefined);
          if (lost.length > 0)
            reporter.add(
              document,
              [...path, 'portLevelSettings', i],
              `settings of port ${numberOf(fieldsOf(port.port).number) ?? '?'} must repeat ${lost.join(', ')} of the rule, got nothing of it`,
              lost.every((field) => field === 'loadBalancer') && isSimple(outer.loadBalancer) ? MINOR : {},
            );
        });
      }
    }
  },
});

const MINOR = { severity: 'info' } as const;

/** Which of the endpoints comes next is all that it says: no request gets another answer. */
function isSimple(loadBalancer: unknown): boolean {
  const { simple, ...others } = fieldsOf(loadBalancer);
  return simple !== 'PASSTHROUGH' && Object.keys(others).length === 0;
}
