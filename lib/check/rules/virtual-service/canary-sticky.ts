import { fieldsList, fieldsOf, isFields, numberOf, type Fields } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule, manifests, virtualService, web } from '../fixture';

const hashed = (weights: readonly [number, number]): string =>
  manifests(
    web('shop/web'),
    destinationRule(
      'shop/web',
      '{host: web, trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {name: user, ttl: 0s}}}}, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}',
    ),
    virtualService(
      'shop/web',
      `{hosts: [web], http: [{route: [{destination: {host: web, subset: v1}, weight: ${weights[0]}}, {destination: {host: web, subset: v2}, weight: ${weights[1]}}]}]}`,
    ),
  );

export const canarySticky = rule({
  id: 'canary-not-sticky',
  title: 'A canary that users fall in and out of',
  severity: 'warning',
  why: 'The version is drawn anew for each request; only then the hash chooses a pod of it. A user with a cookie still changes between versions.',
  fix: 'Split by a condition that stays (a header or cookie), or give up stickiness while the canary runs.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB',
  ],
  bad: hashed([90, 10]),
  good: hashed([100, 0]),
  check(mesh, reporter) {
    const sticky = new Set(
      mesh
        .hostRules()
        .filter(({ policy, subsets }) => isSticky(policy) || subsets.some((one) => isSticky(one.policy)))
        .map(({ host }) => host),
    );
    if (sticky.size === 0) return;
    for (const config of mesh.list(KIND.virtualService)) {
      const routes = new Map<number, Set<string>>();
      for (const { kind, full, subset, path, host } of mesh.destinationsOf(config)) {
        if (kind !== 'http' || subset === undefined || !sticky.has(full)) continue;
        const at = Number(path[2]);
        const weight =
          numberOf(fieldsList(fieldsList(config.spec.http)[at]?.route)[Number(path[4])]?.weight) ?? 0;
        const subsets = routes.get(at) ?? new Set<string>();
        if (weight > 0) subsets.add(subset);
        routes.set(at, subsets);
        if (weight > 0 && subsets.size === 2)
          reporter.add(
            config.document,
            ['spec', 'http', at, 'route'],
            `versions of ${host} must be chosen by what stays with a user, got weights, although its load balancer hashes`,
          );
      }
    }
  },
});

function isSticky(policy: Fields | undefined): boolean {
  return isFields(fieldsOf(policy?.loadBalancer).consistentHash);
}
