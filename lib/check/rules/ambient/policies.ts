import { fieldsList, textMap, textOf, textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { selectorOf } from '../../../simulate/security/attachment';
import { isAmbient, waypointOf } from '../../mesh/ambient';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { authorizationPolicy, manifests, namespace, web } from '../fixture';
import { conditionKeys, operationsOf, sourcesOf, targetsOf } from '../security/policies';

const LINKS = [
  'https://istio.io/latest/docs/ambient/usage/l7-features/',
  'https://istio.io/latest/docs/ambient/usage/waypoint/',
];
const AMBIENT = '{istio.io/dataplane-mode: ambient}';
const GET = 'rules: [{to: [{operation: {methods: [GET]}}]}]';
const TARGETED = authorizationPolicy(
  'shop/a',
  `{targetRefs: [{group: "", kind: Service, name: web}], ${GET}}`,
);

/** The kinds that only waypoints enforce, and what Kiali calls it. */
const LAYER_7 = [
  { kind: KIND.authorizationPolicy, unselected: 'KIA0110', unread: ['KIA0109', 'KIA1317'] },
  { kind: KIND.requestAuthentication, unselected: 'KIA1115', unread: ['KIA1110'] },
  { kind: KIND.wasmPlugin, unselected: 'KIA1116', unread: ['KIA1111'] },
  { kind: KIND.telemetry, unselected: 'KIA1117', unread: ['KIA1112'] },
];

export const ambientSelector = rule({
  id: 'ambient-policy-without-target',
  title: 'A policy about requests that no waypoint enforces',
  severity: 'error',
  why: 'In ambient mode only waypoints read requests, and they follow policies with targetRefs only. ztunnel knows connections alone: it denies what such an ALLOW rule is about, or ignores the policy.',
  fix: 'Write targetRefs: the Service, or the waypoint (kind Gateway), instead of a selector.',
  upstream: LAYER_7.map(({ unselected }) => unselected),
  links: LINKS,
  bad: manifests(
    namespace('shop', AMBIENT),
    web('shop/web'),
    authorizationPolicy('shop/a', `{selector: {matchLabels: {app: web}}, ${GET}}`),
  ),
  good: manifests(
    namespace('shop', '{istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}'),
    web('shop/web'),
    TARGETED,
  ),
  check(mesh, reporter) {
    for (const { kind, unselected } of LAYER_7) {
      for (const config of mesh.list(kind)) {
        if (
          isAmbient(mesh.namespaceLabels().get(config.namespace)) &&
          targetsOf(config.spec).length === 0 &&
          readsRequests(config) &&
          !isForGateway(mesh, config)
        )
          reporter.add(
            config.document,
            ['spec'],
            `${config.kind} about requests must have targetRefs in ambient namespace ${config.namespace}, got none`,
            { upstream: [unselected] },
          );
      }
    }
  },
});

export const ambientPolicyWaypoint = rule({
  id: 'ambient-policy-without-waypoint',
  title: 'A policy for a service that no waypoint stands before',
  severity: 'error',
  why: 'In ambient mode only a waypoint enforces policies about requests: without one nobody does.',
  fix: 'Label the Service (or the namespace) istio.io/use-waypoint, and declare the waypoint.',
  upstream: LAYER_7.flatMap(({ unread }) => unread),
  links: LINKS,
  bad: manifests(namespace('shop', AMBIENT), web('shop/web'), TARGETED),
  good: manifests(
    namespace('shop', '{istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}'),
    web('shop/web'),
    TARGETED,
  ),
  check(mesh, reporter) {
    for (const { kind, unread } of LAYER_7) {
      for (const config of mesh.list(kind)) {
        const labels = mesh.namespaceLabels().get(config.namespace);
        if (!isAmbient(labels) || !readsRequests(config)) continue;
        for (const [path, target] of targetsOf(config.spec)) {
          const service =
            target.kind === 'Service'
              ? mesh.catalog.find(KIND.service, config.namespace, textOf(target.name) ?? '')
              : undefined;
          if (!service) continue;
          const own = textMap(service.object.metadata.labels);
          if (waypointOf(own.has('istio.io/use-waypoint') ? own : labels) === undefined)
            reporter.add(
              config.document,
              path,
              `Service ${textOf(target.name)} must have a waypoint for a ${config.kind}, got no label istio.io/use-waypoint`,
              { upstream: unread },
            );
        }
      }
    }
  },
});

/** ztunnel enforces what is said of connections. */
export function readsRequests({ kind, spec }: Config): boolean {
  if (kind === 'RequestAuthentication' || kind === 'WasmPlugin') return true;
  if (kind === 'Telemetry')
    return ['tracing', 'accessLogging'].some((field) => fieldsList(spec[field]).length > 0);
  const of7 = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'];
  const from7 = ['requestPrincipals', 'notRequestPrincipals', 'remoteIpBlocks', 'notRemoteIpBlocks'];
  return (
    spec.action === 'CUSTOM' ||
    operationsOf(spec).some(([, operation]) => of7.some((field) => textsOf(operation[field]).length > 0)) ||
    sourcesOf(spec).some(([, source]) => from7.some((field) => textsOf(source[field]).length > 0)) ||
    conditionKeys(spec).some((key) => key.startsWith('request.') || key.startsWith('experimental.'))
  );
}

/** Pods of gateways are proxies themselves. */
function isForGateway(mesh: Mesh, { spec, namespace }: Config): boolean {
  const selector = selectorOf(spec);
  if (selector.size === 0) return false;
  if (selector.has('gateway.networking.k8s.io/gateway-name') || selector.has('istio')) return true;
  return mesh
    .workloads()
    .selected(selector, namespace)
    .some(({ labels }) => labels.has('gateway.networking.k8s.io/gateway-name'));
}
