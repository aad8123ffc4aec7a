import { findHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
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
  why: 'Callers use one DestinationRule: of their own namespace, else of the service’s, else of the root namespace. The subset is in another one, so this share of the requests gets 503.',
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
    for (const config of mesh.list(KIND.virtualService)) {
      if (!isForMesh(config)) continue; // a gateway's callers are its own pods, wherever these are
      const callers = callersOf(config);
      for (const { full, host, path, subset } of mesh.destinationsOf(config)) {
        if (subset === undefined || !mesh.subsets().get(full)?.has(subset)) continue;
        const service = findHost(mesh, full, callers)?.service;
        if (!service) continue;
        const used = rules.find(full, service.namespace, { namespace: config.namespace, labels: new Map() });
        if (used?.subsets.some(({ name }) => name === subset)) continue;
        const by = used
          ? `uses DestinationRule ${used.namespace}/${used.from[0]!.name}`
          : 'sees no DestinationRule';
        reporter.add(
          config.document,
          [...path, 'subset'],
          `subset of ${host} must be one that callers see, got ${subset}: namespace ${config.namespace} ${by}`,
        );
      }
    }
  },
});
