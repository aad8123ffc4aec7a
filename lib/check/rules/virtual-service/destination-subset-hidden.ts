import { fieldsList, textsOf, type Fields } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { delegations, gatewayPods, gatewaysOf, type Delegation } from '../../mesh/delegates';
import { findHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import type { Mesh } from '../../mesh/mesh';
import { rule } from '../../rule';
import { destinationRule, manifests, to, virtualService, web } from '../fixture';
import { callersOf } from './callers';

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
    const roots = delegations(mesh);
    for (const config of mesh.list(KIND.virtualService)) {
      for (const { full, host, path, subset } of mesh.destinationsOf(config)) {
        if (subset === undefined || !mesh.subsets().get(full)?.has(subset)) continue;
        const rule = fieldsList(config.spec[String(path[1])])[Number(path[2])]!;
        for (const namespace of new Set(proxiesOf(mesh, config, rule, roots))) {
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

/** The namespaces, as far as they are known, whose proxies have the rule. A delegate is where its roots are. */
function proxiesOf(
  mesh: Mesh,
  config: Config,
  rule: Fields,
  roots: ReadonlyMap<string, readonly Delegation[]>,
): readonly string[] {
  const isDelegate = textsOf(config.spec.hosts).length === 0;
  const all = isDelegate ? (roots.get(`${config.namespace}/${config.name}`) ?? []) : [{ root: config, rule }];
  return all.flatMap((one) => {
    const names = gatewaysOf(one.root, one.rule);
    const isForMesh = names.length === 0 || names.includes('mesh');
    return [
      ...(isForMesh ? callersOf(one.root) : []),
      ...gatewayPods(mesh, one.root, names).map(({ pod }) => pod.namespace),
    ];
  });
}
