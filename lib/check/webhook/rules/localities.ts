import { show } from '../../finding';
import { policy } from '../examples';
import type { View } from '../proto/messages';
import { isInside, rule } from '../rule';
import { localityProblem } from '../text/localities';

const OUTLIERS = 'outlierDetection: {}';
const locality = (text: string, more = OUTLIERS) =>
  policy(`${more}, loadBalancer: {localityLbSetting: {${text}}}`);
const FAILOVER = locality('failover: [{from: eu, to: us}]');
const DISTRIBUTE = locality('distribute: [{from: "eu/*", to: {"eu/*": 80, "us/*": 20}}]');
const TOPOLOGY = [
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
];

export const LOCALITY_RULES = [
  rule(
    'LocalitySetting',
    {
      id: 'distribute-and-failover',
      title: 'Traffic is both distributed and failed over',
      why: 'Weights and priorities of localities exclude each other. The webhook looks no further then.',
      fix: 'Keep distribute or failover.',
      bad: locality('failover: [{from: eu, to: us}], distribute: [{from: eu, to: {eu: 100}}]'),
      good: FAILOVER,
    },
    ({ distribute, failover }, at) => {
      if (distribute.length === 0 || failover.length === 0) return;
      at.say('distribute must not be set beside failover', 'distribute');
      at.stop();
    },
  ),
  rule(
    'LocalitySetting',
    {
      id: 'failover-and-topology-priority',
      title: 'Failover is said in two ways',
      why: 'failover compares regions already. The webhook looks no further then.',
      fix: `Remove failover, or ${TOPOLOGY.join(', ')} from failoverPriority.`,
      bad: locality('failover: [{from: eu, to: us}], failoverPriority: [topology.kubernetes.io/region]'),
      good: locality('failoverPriority: [topology.kubernetes.io/region]'),
    },
    ({ failover, failoverPriority }, at) => {
      const topology = failoverPriority.findIndex((label) => TOPOLOGY.includes(label));
      if (failover.length === 0 || topology === -1) return;
      at.say(
        `failoverPriority must not name ${failoverPriority[topology]} beside failover`,
        'failoverPriority',
        topology,
      );
      at.stop();
    },
  ),
  rule(
    'LocalitySetting',
    {
      id: 'distribute-weight',
      title: 'A weight of a locality is out of range',
      why: 'Weights are percentages. The webhook looks no further then.',
      fix: 'Use 1 to 100; leave a locality out that is to get nothing.',
      bad: locality('distribute: [{from: eu, to: {eu: 0, us: 100}}]'),
      good: DISTRIBUTE,
    },
    ({ distribute }, at) => {
      const first = firstWrong(distribute);
      if (first?.locality === undefined) return;
      at.say(
        `a weight must be from 1 to 100, got ${first.weight}`,
        'distribute',
        first.index,
        'to',
        first.locality,
      );
      at.stop();
    },
  ),
  rule(
    'LocalitySetting',
    {
      id: 'distribute-total',
      title: 'The weights of the localities are not 100 in all',
      why: 'Weights are percentages. The webhook looks no further then.',
      fix: 'Make them 100.',
      bad: locality('distribute: [{from: eu, to: {eu: 80}}]'),
      good: DISTRIBUTE,
    },
    ({ distribute }, at) => {
      const first = firstWrong(distribute);
      if (!first || first.locality !== undefined) return;
      at.say(`the sum of the weights must be 100, got ${first.weight}`, 'distribute', first.index, 'to');
      at.stop();
    },
  ),
  rule(
    'Distribute',
    {
      id: 'distribute-to',
      title: 'A locality to distribute to is wrong, or there twice',
      why: 'Istio could not tell which weight an endpoint has.',
      fix: 'Use region, region/zone or region/zone/subzone, at most with a * at the end, and no two that overlap.',
      bad: locality('distribute: [{from: eu, to: {eu: 80, eu/a: 20}}]'),
      good: DISTRIBUTE,
    },
    ({ to }, at) => {
      const problem = localityProblem([...to.keys()].sort(byWidth));
      if (problem) at.say(`a locality in to must be region/zone/subzone, ${problem}`, 'to');
    },
  ),
  rule(
    'LocalitySetting',
    {
      id: 'distribute-from',
      title: 'A locality to distribute from is wrong, or there twice',
      why: 'Istio could not tell which weights are for a client.',
      fix: 'Use region, region/zone or region/zone/subzone, at most with a * at the end, and no two that overlap.',
      bad: locality('distribute: [{from: "*/a", to: {eu: 100}}]'),
      good: DISTRIBUTE,
    },
    ({ distribute }, at) => {
      const problem = localityProblem(distribute.map(({ from }) => from));
      if (problem) at.say(`from must be region/zone/subzone, ${problem}`, 'distribute');
    },
  ),
  rule(
    'LoadBalancerSettings',
    {
      id: 'failover-without-outlier-detection',
      severity: 'warning',
      title: 'Traffic never fails over',
      why: 'Without outlierDetection in the same policy no endpoint is ever taken for unhealthy.',
      fix: 'Add outlierDetection.',
      bad: locality('failover: [{from: eu, to: us}]', 'tls: {mode: ISTIO_MUTUAL}'),
      good: FAILOVER,
    },
    ({ localityLbSetting: setting }, at) => {
      const { outlierDetection } = at.parent!.message as View<'TrafficPolicy'>;
      // Istio loses its warnings about ports and subsets.
      if (!setting || outlierDetection || isInside(at, 'Subset') || isInside(at, 'PortTrafficPolicy')) return;
      if (setting.failover.length + setting.failoverPriority.length > 0)
        at.say('outlierDetection must be set beside failover, got nothing', 'localityLbSetting');
    },
  ),
  rule(
    'Failover',
    {
      id: 'failover-to-itself',
      title: 'A region fails over to itself',
      why: 'It is the one that has failed.',
      fix: 'Name another region.',
      bad: locality('failover: [{from: eu, to: eu}]'),
      good: FAILOVER,
    },
    ({ from, to }, at) => {
      if (from === to) at.say(`to must be another region than from, got ${show(to)}`, 'to');
    },
  ),
  rule(
    'Failover',
    {
      id: 'failover-below-region',
      title: 'Failover names more than regions',
      why: 'Zones of a region fail over to each other anyway.',
      fix: 'Name regions only.',
      bad: locality('failover: [{from: eu/a, to: us}]'),
      good: FAILOVER,
    },
    ({ from, to }, at) => {
      if (from.includes('/') || to.includes('/'))
        at.say(`failover must name regions, got ${show(from)} and ${show(to)}`);
    },
  ),
  rule(
    'Failover',
    {
      id: 'failover-wildcard',
      title: 'Failover names regions by a wildcard',
      why: 'Regions are compared as they are.',
      fix: 'Name the regions.',
      bad: locality('failover: [{from: "*", to: us}]'),
      good: FAILOVER,
    },
    ({ from, to }, at) => {
      if (from.includes('*') || to.includes('*'))
        at.say(`failover must name regions, got ${show(from)} and ${show(to)}`);
    },
  ),
];

/** istiod asks them in any order: what overlaps in some order comes first here. */
function byWidth(one: string, other: string): number {
  return (
    Number(other.endsWith('*')) - Number(one.endsWith('*')) || one.split('/').length - other.split('/').length
  );
}

interface Wrong {
  readonly index: number;
  /** Of a single weight; nothing if the sum is wrong. */
  readonly locality?: string;
  readonly weight: number;
}

/** The first thing that is wrong with the weights. */
function firstWrong(distribute: readonly View<'Distribute'>[]): Wrong | undefined {
  for (const [index, { to }] of distribute.entries()) {
    const wrong = [...to].find(([, weight]) => weight <= 0 || weight > 100);
    if (wrong) return { index, locality: wrong[0], weight: wrong[1] };
    const weight = [...to.values()].reduce((sum, one) => sum + one, 0);
    if (weight !== 100) return { index, weight };
  }
  return undefined;
}
