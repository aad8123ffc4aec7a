import { textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { gatewayPods, rootsOf } from '../../mesh/delegates';
import { findHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import type { Mesh } from '../../mesh/mesh';
import { rule } from '../../rule';
import { destinationRule, manifests, to, virtualService, web } from '../fixture';
import { callersOf, isForMesh } from './callers';

const SUBSETS = 'subsets: [{name: v1, labels: {version: v1}}]';
const ROUTE = virtualService(
  'shop/a',
  `{hosts: [reviews.prod.svc.cluster.local], http: [${to('reviews.prod.svc.cluster.local', 'subset: v1')}]}`,
);

export const destinationSubsetHidden = rule({
  id: 'destination-subset-hidden',
  title: 'A subset in a DestinationRule that callers do not use',
  severity: 'error',
  why: 'Callers, gateways too, use one DestinationRule: of their own namespace, else of the service’s, else of the root namespace. The subset is in another one, so this share of the requests gets 503.',
  fix: 'Define the subset where callers look first, export the DestinationRule to them, or remove the one that hides it.',
  links: [
    'https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration',
  ],
  bad: manifests(
    web('prod/reviews'),
    ROUTE,
    destinationRule('prod/a', `{host: reviews, ${SUBSETS}, exportTo: ['.']}`),
  ),
  good: manifests(web('prod/reviews'), ROUTE, destinationRule('prod/a', `{host: reviews, ${SUBSETS}}`)),
  check(mesh, reporter) {
    const rules = mesh.destinationRules();
    const roots = rootsOf(mesh);
    for (const config of mesh.list(KIND.virtualService)) {
      const proxies = [...new Set(proxiesOf(mesh, config, roots))];
      for (const { full, host, path, subset } of mesh.destinationsOf(config)) {
        if (subset === undefined || !mesh.subsets().get(full)?.has(subset)) continue;
        for (const namespace of proxies) {
          const service = findHost(mesh, full, [namespace])?.service;
          const used = service && rules.find(full, service.namespace, { namespace, labels: new Map() });
          if (!service || used?.subsets.some(({ name }) => name === subset)) continue;
          const by = used
            ? `uses DestinationRule ${used.namespace}/${used.from[0]!.name}`
            : 'sees no DestinationRule';
          reporter.add(
            config.document,
            [...path, 'subset'],
            `subset of ${host} must be one that callers see, got ${subset}: namespace ${namespace} ${by}`,
          );
          break;
        }
      }
    }
  },
});

/** The namespaces, as far as they are known, whose proxies have these routes. A delegate is where its roots are. */
function proxiesOf(
  mesh: Mesh,
  config: Config,
  roots: ReadonlyMap<string, readonly Config[]>,
): readonly string[] {
  const isDelegate = textsOf(config.spec.hosts).length === 0;
  const all = isDelegate ? (roots.get(`${config.namespace}/${config.name}`) ?? []) : [config];
  return all.flatMap((one) => [
    ...(isForMesh(one) ? callersOf(one) : []),
    ...gatewayPods(mesh, one).map(({ pod }) => pod.namespace),
  ]);
}
