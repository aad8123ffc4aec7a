import { optionalFields, textMap } from '../../../manifest/fields';
import { rule } from '../../rule';
import { authorizationPolicy, deployment, manifests } from '../fixture';
import { POLICIES } from './policies';

const NAME = 'gateway.networking.k8s.io/gateway-name';
const LABELS = `{${NAME}: public, gateway.istio.io/managed: istio.io-mesh-controller}`;
const WAYPOINT = deployment(
  'shop/public',
  `{selector: {matchLabels: ${LABELS}}, template: {metadata: {labels: ${LABELS}}, spec: {containers: []}}}`,
);

export const gatewayPolicySelector = rule({
  id: 'selector-for-gateway',
  title: 'A selector for the pods of a Gateway of the Gateway API',
  severity: 'info',
  why: 'Waypoints ignore policies with a selector; other gateways follow them only as long as Istio is told to (ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY).',
  fix: 'Write targetRefs with the Gateway instead of the selector.',
  upstream: ['IST0166'],
  links: ['https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference'],
  bad: manifests(
    WAYPOINT,
    authorizationPolicy('shop/a', `{selector: {matchLabels: {${NAME}: public}}, rules: [{}]}`),
  ),
  good: manifests(
    WAYPOINT,
    authorizationPolicy(
      'shop/a',
      '{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: public}], rules: [{}]}',
    ),
  ),
  check(mesh, reporter) {
    for (const kind of POLICIES) {
      for (const { spec, namespace, document } of mesh.list(kind)) {
        const selector = optionalFields(spec.selector);
        if (!selector || optionalFields(spec.targetRef)) continue;
        const pod = mesh
          .workloads()
          .selected(textMap(selector.matchLabels), namespace)
          .find(({ labels }) => labels.has(NAME));
        if (!pod) continue;
        const isWaypoint = pod.labels.get('gateway.istio.io/managed') === 'istio.io-mesh-controller';
        reporter.add(
          document,
          ['spec', 'selector'],
          `policy for Gateway ${pod.labels.get(NAME)} must have targetRefs, got a selector`,
          isWaypoint ? { severity: 'error' } : {},
        );
      }
    }
  },
});
