import type { HostRule } from '../../../simulate/destination-rule/model';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { destinationRule, manifests, web } from '../fixture';

const pool = (name: string, more: string): string => destinationRule(`shop/${name}`, `{host: web, ${more}}`);
const POLICY = 'trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}';
const SUBSETS = 'subsets: [{name: v1, labels: {version: v1}}]';

export const multipleRules = rule({
  id: 'destination-rule-lost',
  title: 'Two DestinationRules of which one is lost in part',
  severity: 'warning',
  why: 'Rules of one host and namespace are put together, but only the first trafficPolicy and the first subset of a name stay; if they are exported differently, not even that.',
  fix: 'Write one DestinationRule for the host.',
  upstream: ['KIA0201'],
  bad: manifests(
    web('shop/web'),
    pool('a', POLICY),
    pool('b', 'trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}}'),
  ),
  good: manifests(web('shop/web'), pool('a', POLICY), pool('b', SUBSETS)),
  check(mesh, reporter) {
    const groups = new Map<string, HostRule[]>();
    for (const rule of mesh.hostRules()) {
      if (!rule.selector) push(groups, `${rule.namespace} ${rule.host}`, rule);
    }
    for (const group of groups.values()) {
      group.forEach((rule, i) => {
        const before = group.slice(0, i);
        const found = before
          .map((first) => ({ first, lost: lostOf(first, rule) }))
          .find(({ lost }) => lost !== undefined);
        if (!found) return;
        const { namespace, from } = found.first;
        reporter.add(
          rule.from[0]!.document,
          ['spec'],
          `DestinationRule must not repeat what ${namespace}/${from[0]!.name} says for ${rule.host}, got ${found.lost}`,
        );
      });
    }
  },
});

function lostOf(first: HostRule, rule: HostRule): string | undefined {
  if (first.policy && rule.policy) return 'a second trafficPolicy';
  const twice = rule.subsets.find(({ name }) => first.subsets.some((one) => one.name === name));
  if (twice) return `subset ${twice.name} again`;
  const isAlike =
    first.exportTo.size === rule.exportTo.size &&
    [...first.exportTo].every((name) => rule.exportTo.has(name));
  return isAlike ? undefined : 'another exportTo, so that they are not put together';
}
