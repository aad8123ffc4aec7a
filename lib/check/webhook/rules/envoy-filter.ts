import { set } from '../../edit';
import { show } from '../../finding';
import { destinationRule, envoyFilter } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { canonicalFilterName } from '../text/filter-names';
import { regexProblem } from '../text/regex';

type Patch = View<'ConfigPatch'>;

const HCM = 'envoy.filters.network.http_connection_manager';
const LISTENERS = ['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER'];
const ROUTES = ['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE'];
const MAX_VERSION = 1024;

const patch = (text: string) => envoyFilter(`{configPatches: [{${text}}]}`);
const REMOVE = 'patch: {operation: REMOVE}';
const GOOD = patch(`applyTo: LISTENER, ${REMOVE}`);
const filter = (text: string, applyTo = 'HTTP_FILTER') =>
  patch(`applyTo: ${applyTo}, match: {listener: {filterChain: {filter: {${text}}}}}, ${REMOVE}`);
const GOOD_FILTER = filter(`name: ${HCM}, subFilter: {name: envoy.filters.http.router}`);

function hasOtherMatch({ match }: Patch, field: 'listener' | 'routeConfiguration' | 'cluster'): boolean {
  const isGiven = match?.listener ?? match?.routeConfiguration ?? match?.cluster ?? match?.waypoint;
  return isGiven !== undefined && !match?.[field];
}

function filterOf({ applyTo, match }: Patch) {
  return LISTENERS.includes(String(applyTo)) ? match?.listener?.filterChain?.filter : undefined;
}

export const ENVOY_FILTER_RULES = [
  rule(
    'EnvoyFilter',
    {
      id: 'envoy-filter',
      severity: 'warning',
      title: 'An EnvoyFilter depends on the inside of Istio',
      why: 'What Istio gives to Envoy may change with any version, and the patch then misses or breaks it.',
      fix: 'Use another API if there is one, and check with every upgrade.',
      bad: envoyFilter('{}'),
      good: destinationRule('{host: a, trafficPolicy: {loadBalancer: {simple: RANDOM}}}'),
    },
    (_, at) => {
      at.say('an EnvoyFilter must be checked with every upgrade of Istio');
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-without-target',
      title: 'A patch does not say what it applies to',
      why: 'Istio could not tell where to put it. The webhook looks no further at the patch then.',
      fix: 'Set applyTo.',
      bad: patch(REMOVE),
      good: GOOD,
    },
    ({ applyTo, match }, at) => {
      if (match?.context === 'WAYPOINT') return at.stop(); // nothing is asked about these
      if (applyTo !== 'INVALID') return;
      at.say('applyTo must be set, got nothing');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-missing',
      title: 'A patch changes nothing',
      why: 'It has no patch. The webhook looks no further at it then.',
      fix: 'Add patch.',
      bad: patch('applyTo: LISTENER'),
      good: GOOD,
    },
    ({ patch: change }, at) => {
      if (change) return;
      at.say('patch must be set, got nothing');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-without-operation',
      title: 'A patch has no operation',
      why: 'Istio could not tell what to do. The webhook looks no further at the patch then.',
      fix: 'Set operation.',
      bad: patch('applyTo: LISTENER, patch: {value: {}}'),
      good: GOOD,
    },
    ({ patch: change }, at) => {
      if (change?.operation !== 'INVALID') return;
      at.say('operation must be set, got nothing', 'patch');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-without-value',
      title: 'A patch has no value',
      why: 'Only REMOVE needs none. The webhook looks no further at the patch then.',
      fix: 'Add value.',
      bad: patch('applyTo: LISTENER, patch: {operation: MERGE}'),
      good: GOOD,
    },
    ({ patch: change }, at) => {
      if (change?.operation === 'REMOVE' || change?.value) return;
      at.say(`value must be set with operation ${change?.operation}, got nothing`, 'patch');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'proxy-version-long',
      severity: 'warning',
      title: 'The expression for versions of proxies is too long',
      why: 'Istio ignores it.',
      fix: 'Write a short one, such as 1\\.30.*.',
      bad: patch(
        `applyTo: LISTENER, match: {proxy: {proxyVersion: "${'a'.repeat(MAX_VERSION + 1)}"}}, ${REMOVE}`,
      ),
      good: patch(`applyTo: LISTENER, match: {proxy: {proxyVersion: "1.30.*"}}, ${REMOVE}`),
    },
    ({ match }, at) => {
      const length = Buffer.byteLength(match?.proxy?.proxyVersion ?? '');
      if (length > MAX_VERSION)
        at.say(
          `proxyVersion should have at most ${MAX_VERSION} bytes, got ${length}`,
          'match',
          'proxy',
          'proxyVersion',
        );
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'proxy-version',
      title: 'The expression for versions of proxies cannot be compiled',
      why: 'Istio could not tell which proxies to patch. The webhook looks no further at the patch then.',
      fix: 'Write it in RE2 syntax, such as 1\\.30.*.',
      links: ['https://github.com/google/re2/wiki/Syntax'],
      bad: patch(`applyTo: LISTENER, match: {proxy: {proxyVersion: "1.("}}, ${REMOVE}`),
      good: patch(`applyTo: LISTENER, match: {proxy: {proxyVersion: "1.30.*"}}, ${REMOVE}`),
    },
    ({ match }, at) => {
      const version = match?.proxy?.proxyVersion ?? '';
      const problem = Buffer.byteLength(version) > MAX_VERSION ? undefined : regexProblem(version);
      if (!problem) return;
      at.say(
        `proxyVersion must be an RE2 expression, got ${show(version)}: ${problem}`,
        'match',
        'proxy',
        'proxyVersion',
      );
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-listener-match',
      title: 'A patch of a listener matches something else',
      why: 'It would never match. The webhook looks no further at the patch then.',
      fix: 'Use match.listener.',
      bad: patch(`applyTo: LISTENER, match: {cluster: {}}, ${REMOVE}`),
      good: patch(`applyTo: LISTENER, match: {listener: {}}, ${REMOVE}`),
    },
    (one, at) => {
      if (!LISTENERS.includes(String(one.applyTo)) || !hasOtherMatch(one, 'listener')) return;
      at.say(`match must be a listener with applyTo ${one.applyTo}`, 'match');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-filter-without-effect',
      severity: 'warning',
      title: 'A patch of a listener matches a filter',
      why: 'The filter is not looked at.',
      fix: 'Remove filter, or apply to NETWORK_FILTER or HTTP_FILTER.',
      bad: filter('name: a', 'LISTENER'),
      good: filter('name: a', 'NETWORK_FILTER'),
    },
    (one, at) => {
      if (filterOf(one) && (one.applyTo === 'LISTENER' || one.applyTo === 'FILTER_CHAIN'))
        at.say(
          `filter must not be matched with applyTo ${one.applyTo}`,
          'match',
          'listener',
          'filterChain',
          'filter',
        );
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-filter-name',
      title: 'A patch matches a filter without name',
      why: 'It would never match. The webhook looks no further at the patch then.',
      fix: 'Name the filter.',
      bad: filter(''),
      good: GOOD_FILTER,
    },
    (one, at) => {
      if (filterOf(one)?.name !== '') return;
      at.say('name of a filter must be set, got nothing', 'match', 'listener', 'filterChain', 'filter');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-sub-filter',
      title: 'A patch matches a filter within a filter wrongly',
      why: 'Only the HTTP connection manager has filters inside, and only for HTTP_FILTER. The webhook looks no further at the patch then.',
      fix: `Use applyTo HTTP_FILTER, filter ${HCM}, and name the subFilter.`,
      bad: filter('name: a, subFilter: {name: b}'),
      good: GOOD_FILTER,
    },
    (one, at) => {
      const matched = filterOf(one);
      if (!matched?.subFilter) return;
      const problem =
        one.applyTo !== 'HTTP_FILTER'
          ? `must be matched with applyTo HTTP_FILTER only, got ${one.applyTo}`
          : matched.name !== HCM && matched.name !== 'envoy.http_connection_manager'
            ? `must be matched within ${HCM}, got ${show(matched.name)}`
            : matched.subFilter.name === ''
              ? 'must have a name, got ""'
              : undefined;
      if (!problem) return;
      at.say(`subFilter ${problem}`, 'match', 'listener', 'filterChain', 'filter', 'subFilter');
      at.stop();
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'filter-name-deprecated',
      severity: 'warning',
      title: 'A filter has a name of former times',
      why: 'Envoy has renamed its filters; Istio still knows the old names.',
      fix: 'Use the new name.',
      isFixable: true,
      bad: filter('name: envoy.http_connection_manager'),
      good: GOOD_FILTER,
    },
    (one, at) => {
      const matched = filterOf(one);
      const names = [
        [matched?.name, ['name']],
        [matched?.subFilter?.name, ['subFilter', 'name']],
      ] as const;
      for (const [name, steps] of names) {
        const newer = canonicalFilterName(name);
        if (newer)
          at.mend(
            [set(['match', 'listener', 'filterChain', 'filter', ...steps], newer)],
            `a filter must have its new name ${newer}, got ${show(name)}`,
            'match',
            'listener',
            'filterChain',
            'filter',
          );
      }
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-route-match',
      title: 'A patch of routes matches something else',
      why: 'It would never match.',
      fix: 'Use match.routeConfiguration.',
      bad: patch(`applyTo: HTTP_ROUTE, match: {cluster: {}}, ${REMOVE}`),
      good: patch(`applyTo: HTTP_ROUTE, match: {routeConfiguration: {}}, ${REMOVE}`),
    },
    (one, at) => {
      if (ROUTES.includes(String(one.applyTo)) && hasOtherMatch(one, 'routeConfiguration'))
        at.say(`match must be a routeConfiguration with applyTo ${one.applyTo}`, 'match');
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-cluster-match',
      title: 'A patch of clusters matches something else',
      why: 'It would never match.',
      fix: 'Use match.cluster.',
      bad: patch(`applyTo: CLUSTER, match: {listener: {}}, ${REMOVE}`),
      good: patch(`applyTo: CLUSTER, match: {cluster: {}}, ${REMOVE}`),
    },
    (one, at) => {
      if (one.applyTo === 'CLUSTER' && hasOtherMatch(one, 'cluster'))
        at.say('match must be a cluster with applyTo CLUSTER', 'match');
    },
  ),
];
